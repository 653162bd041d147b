import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { describeSpeakers, describeStatement } from '../rules/describe.js';
import { firstDay, lastDay } from '../rules/explainedChange.js';
import type { Related } from '../rules/finding.js';
import { describeTime } from '../values/factTime.js';
import { contestsOf } from './contested.js';
import { bold, code, inert, type FeatureContext } from './context.js';

/** How many of the latest facts a hover lists. */
const LISTED_FACTS = 6;

/** How many of the facts that contradict one are named beside it. */
const NAMED_CONTESTS = 2;

/**
 * The latest facts about something as a small table, those that can be compared first; ⚠ marks a
 * contested one. A client that shows no Markdown gets a line for each.
 */
export function latestFacts(context: FeatureContext, subject: string): readonly string[] {
  const { count, latest } = latestOf(context.corpus, subject);
  if (count === 0) {
    return [];
  }
  return [
    '',
    bold(context, count > latest.length ? `Latest of ${count} facts` : 'Facts'),
    '',
    ...factTable(context, latest),
  ];
}

interface Latest {
  readonly count: number;
  readonly latest: readonly BoundFact[];
}

const known = new WeakMap<object, Latest>();

/** A hub may have thousands of facts: they are gone through once, until one of them changes. */
function latestOf(corpus: Corpus, subject: string): Latest {
  const record = corpus.recordOf(subject);
  const before = known.get(record);
  if (before !== undefined) {
    return before;
  }
  const compare = byInterest(corpus);
  const latest: BoundFact[] = [];
  let count = 0;
  for (const bound of corpus.eachFactAbout(subject)) {
    if (bound.rank === 'deprecated' || bound.value === null) {
      continue;
    }
    count++;
    const last = latest[LISTED_FACTS - 1];
    if (last === undefined || compare(bound, last) < 0) {
      latest.push(bound);
      latest.sort(compare);
      latest.splice(LISTED_FACTS);
    }
  }
  const found = { count, latest };
  known.set(record, found);
  return found;
}

/** Facts as the rows of a table, in their order; a line each for a client that shows no Markdown. */
export function factTable(context: FeatureContext, facts: readonly BoundFact[]): readonly string[] {
  const rows = facts.map((bound) => cellsOf(context, bound));
  return context.markdown
    ? [
        '| what | value | when | source |',
        '|---|---|---|---|',
        ...rows.map((cells) => `| ${cells.join(' | ')} |`),
      ]
    : rows.map(([what, value, when, source]) => `- ${what}: ${value} — ${when}, ${source}`);
}

/**
 * Figures before words, the published record before drafts, a whole place before its parts, facts
 * before plans and forecasts, then the latest.
 */
export function byInterest({ register }: Corpus): (a: BoundFact, b: BoundFact) => number {
  const isPart = ({ conditions }: BoundFact): boolean =>
    conditions.some(
      ([key, value]) =>
        key === 'place' &&
        register.find('place', value)?.definition.fields.get('partOf') !== undefined,
    );
  return (a, b) =>
    Number(b.slot !== null) - Number(a.slot !== null) ||
    Number(a.article.draft) - Number(b.article.draft) ||
    Number(isPart(a)) - Number(isPart(b)) ||
    groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) ||
    whenOf(b) - whenOf(a) ||
    compareText(a.article.id, b.article.id) ||
    compareText(a.uri, b.uri) ||
    a.position - b.position;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const groupOrder: readonly ModalityGroup[] = ['fact', 'commitment', 'expectation'];

/** A day to sort by: the start of what is stated, else its end. */
export function whenOf({ time }: BoundFact): number {
  const first = firstDay(time);
  const last = lastDay(time);
  return Number.isFinite(first) ? first : Number.isFinite(last) ? last : -1e9;
}

/** What, value, when and source, each inert: a `|` in a text of a file is no border of a cell. */
function cellsOf(
  context: FeatureContext,
  bound: BoundFact,
): readonly [what: string, value: string, when: string, source: string] {
  const { corpus } = context;
  const { fact, time, reference } = bound;
  const conditions = bound.conditions.map(([key, value]) =>
    key === 'place' ? corpus.register.nameOf(value) : value,
  );
  const { modality, certainty } = fact;
  const said = [
    modality === 'asserted' ? [] : modality,
    certainty === 'certain' ? [] : certainty,
    describeSpeakers(bound, corpus) ?? [],
  ].flat();
  const source = [...said.map((part) => inert(context, part)), code(context, reference)];
  return [
    inert(context, [fact.property?.value ?? '', ...conditions].join(', ')),
    bold(context, describeStatement(bound)),
    inert(context, describeTime(time)),
    source.join(', ') + contestedBy(context, bound),
  ];
}

/** ` ⚠ contested by 148 (herald#trusts)`; empty for a fact that nothing contradicts. */
function contestedBy(context: FeatureContext, bound: BoundFact): string {
  const others = contestsOf(context, bound).flatMap(({ related }) => related.slice(0, 1));
  if (contestsOf(context, bound).length === 0) {
    return '';
  }
  const named = others.flatMap((other) => factAt(context, other) ?? []);
  const words = [...new Set(named)]
    .slice(0, NAMED_CONTESTS)
    .map(
      (other) => `${inert(context, describeStatement(other))} (${code(context, other.reference)})`,
    );
  const more = new Set(named).size - words.length;
  const by = [...words, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return ` ⚠ contested${by === '' ? '' : ` by ${by}`}`;
}

/** The fact that the related place of a finding is about. */
function factAt({ corpus }: FeatureContext, { uri, span }: Related): BoundFact | undefined {
  return corpus.sidecar(uri)?.facts.find(({ fact }) => fact.value?.span.start === span.start);
}
