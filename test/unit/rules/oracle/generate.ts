import {
  without,
  writeCase,
  type Amount,
  type Case,
  type Statement,
  type When,
} from './statement.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[below(random, choices.length)];
  if (chosen === undefined) {
    throw new Error('There is nothing to choose from.');
  }
  return chosen;
}

const shapes: readonly Amount['shape'][] = [
  'exactly',
  'exactly',
  'about',
  'atLeast',
  'atMost',
  'moreThan',
  'fewerThan',
  'between',
];

function amount(random: Random): Amount {
  const low = pick(random, [below(random, 13), below(random, 13), below(random, 120)]);
  return { shape: pick(random, shapes), low, high: low + 1 + below(random, 5) };
}

function when(random: Random): When {
  const year = 2004 + below(random, 5);
  return {
    year,
    ...(random() < 0.6 ? { month: 1 + below(random, 12) } : {}),
    ...(random() < 0.15 ? { hedged: true } : {}),
  };
}

function statement(random: Random): Statement {
  const from = random() < 0.3 ? when(random) : undefined;
  const until = random() < 0.3 ? when(random) : undefined;
  const inOrder =
    from === undefined ||
    until === undefined ||
    (from.year < until.year && !from.hedged && !until.hedged);
  return {
    amount: amount(random),
    denied: random() < 0.15,
    possible: random() < 0.1,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined || !inOrder ? {} : { until }),
    ...(random() < 0.4 ? { asOf: when(random) } : {}),
    ...(random() < 0.7 ? { published: when(random) } : {}),
  };
}

/** One case; the second statement is often close to the first, where mistakes are. */
export function randomCase(random: Random): Case {
  const a = statement(random);
  const other = statement(random);
  const close = { ...a.amount, low: Math.max(0, a.amount.low + below(random, 5) - 2) };
  const b =
    random() < 0.4 ? { ...other, amount: { ...close, shape: pick(random, shapes) } } : other;
  const bounded = { ...b, amount: { ...b.amount, high: b.amount.low + 1 + below(random, 5) } };
  const oneArticle = random() < 0.2;
  return { a, b: bounded, oneArticle, stableDays: random() < 0.7 ? 366 : 90 };
}

/** The same case with less in it, in every way that is one step. */
function simpler(test: Case): readonly Case[] {
  const ofEach = (key: 'a' | 'b'): readonly Case[] =>
    simplerStatements(test[key]).map((less) => ({ ...test, [key]: less }));
  return [
    ...(test.oneArticle ? [{ ...test, oneArticle: false }] : []),
    ...ofEach('a'),
    ...ofEach('b'),
  ];
}

function simplerStatements(one: Statement): readonly Statement[] {
  const less: Statement[] = [];
  if (one.denied) {
    less.push({ ...one, denied: false });
  }
  if (one.possible) {
    less.push({ ...one, possible: false });
  }
  if (one.amount.shape !== 'exactly') {
    less.push({ ...one, amount: { ...one.amount, shape: 'exactly' } });
  }
  for (const key of ['from', 'until', 'asOf', 'published'] as const) {
    const date = one[key];
    if (date !== undefined) {
      less.push(without(one, key));
      if (date.hedged === true) {
        less.push({ ...one, [key]: { ...date, hedged: false } });
      }
      if (date.month !== undefined) {
        less.push({ ...one, [key]: { year: date.year } });
      }
    }
  }
  return less;
}

/** A case that still fails and of which no simpler one does. */
export function shrink(test: Case, fails: (test: Case) => boolean): Case {
  const next = simpler(test).find(fails);
  return next === undefined ? test : shrink(next, fails);
}

/** The shortest of some cases. */
export function shortest(cases: readonly Case[]): Case | undefined {
  return [...cases].sort((x, y) => writeCase(x).length - writeCase(y).length)[0];
}
