/* What the oracle and the engine are both given: statements about one slot, and how they are written. */

/** A date: a year, or a month of it; `hedged` is written with `~`. */
export interface When {
  readonly year: number;
  /** From 1 to 12. */
  readonly month?: number;
  readonly hedged?: boolean;
}

/** What is said of the value; `low` and `high` are small whole numbers. */
export interface Amount {
  readonly shape: 'exactly' | 'about' | 'atLeast' | 'atMost' | 'moreThan' | 'fewerThan' | 'between';
  readonly low: number;
  /** For `between`. */
  readonly high: number;
}

/** One asserted statement in an article's own voice. */
export interface Statement {
  readonly amount: Amount;
  readonly denied: boolean;
  readonly possible: boolean;
  readonly from?: When;
  readonly until?: When;
  readonly asOf?: When;
  readonly published?: When;
}

/** Two statements about one slot. */
export interface Case {
  readonly a: Statement;
  readonly b: Statement;
  /** Both stand in one article, and so were published at one time: that of `a`. */
  readonly oneArticle: boolean;
  /** How many days the property keeps its value: its `stableFor`. */
  readonly stableDays: 366 | 90;
}

export function writeWhen({ year, month, hedged }: When): string {
  const date = month === undefined ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
  return hedged === true ? `${date}~` : date;
}

function writeAmount({ shape, low, high }: Amount): string {
  switch (shape) {
    case 'exactly':
      return `${low}`;
    case 'about':
      return `about ${low}`;
    case 'atLeast':
      return `at least ${low}`;
    case 'atMost':
      return `at most ${low}`;
    case 'moreThan':
      return `more than ${low}`;
    case 'fewerThan':
      return `fewer than ${low}`;
    case 'between':
      return `${low}..${high}`;
  }
}

/** A fact of a sidecar, in flow style. */
export function writeFact(statement: Statement, stableDays: number): string {
  const { amount, denied, possible, from, until, asOf } = statement;
  const keys = [
    'subject: pct',
    `property: members-${stableDays}`,
    `value: "${writeAmount(amount)}"`,
    ...(denied ? ['polarity: negative'] : []),
    ...(possible ? ['certainty: possible'] : []),
    ...(from === undefined ? [] : [`from: "${writeWhen(from)}"`]),
    ...(until === undefined ? [] : [`until: "${writeWhen(until)}"`]),
    ...(asOf === undefined ? [] : [`asOf: "${writeWhen(asOf)}"`]),
  ];
  return `{${keys.join(', ')}}`;
}

/** A case in one line, for a failing test's message. */
export function writeCase({ a, b, oneArticle, stableDays }: Case): string {
  const published = (one: Statement): string =>
    one.published === undefined ? 'undated' : `published ${writeWhen(one.published)}`;
  const end = oneArticle ? '; both in one article' : '';
  return `${writeFact(a, stableDays)} (${published(a)}) and ${writeFact(b, stableDays)} (${published(b)})${end}`;
}

/** The same statement with one key less. */
export function without(statement: Statement, key: keyof Statement): Statement {
  const entries = Object.entries(statement).filter(([name]) => name !== key);
  return Object.fromEntries(entries) as unknown as Statement;
}
