import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { FactStep } from '../corpus/factIndex.js';
import { describeSpeakers, describeStatement } from '../rules/describe.js';
import { firstDay, lastDay } from '../rules/explainedChange.js';
import { describeTime } from '../values/factTime.js';
import { contestingFacts, contestsOf } from './contested.js';
import { bold, code, inert, type FeatureContext } from './context.js';
import { compareText } from '../text/compareText.js';

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

/** How many are remembered, so that some of them may go before all have to be gone through again. */
const REMEMBERED_FACTS = 4 * LISTED_FACTS;

interface Latest {
  /** Of facts that count. */
  count: number;
  /** The first of them, in order. */
  latest: BoundFact[];
  /** As of when; see `Corpus.recordOf`. */
  record: object;
  /** What decides which places are parts. */
  places: object;
}

const known = new WeakMap<Corpus, Map<string, Latest>>();

/** A hub may have thousands of facts: they are gone through once, and then only those that come and go. */
function latestOf(
  corpus: Corpus,
  subject: string,
): { readonly count: number; readonly latest: readonly BoundFact[] } {
  const subjects = known.get(corpus) ?? new Map<string, Latest>();
  known.set(corpus, subjects);
  const before = subjects.get(subject);
  const record = corpus.recordOf(subject);
  if (before?.record !== record) {
    const places = corpus.register.places();
    const steps = corpus.takeFactSteps(subject);
    const compare = byInterest(corpus);
    const isUpToDate =
      before?.places === places && steps !== undefined && follow(before, steps, compare);
    if (isUpToDate) {
      before.record = record;
    } else {
      subjects.set(subject, {
        ...firstOf(corpus.eachFactAboutForNow(subject), compare, corpus),
        record,
        places,
      });
    }
  }
  const { count, latest } = subjects.get(subject) ?? { count: 0, latest: [] };
  return { count, latest: latest.slice(0, LISTED_FACTS) };
}

function firstOf(
  facts: Iterable<BoundFact>,
  compare: Comparison,
  corpus: Corpus,
): Pick<Latest, 'count' | 'latest'> {
  const latest: BoundFact[] = [];
  let count = 0;
  for (const bound of facts) {
    if (counts(bound)) {
      count++;
      takeIn(latest, bound, compare);
    }
  }
  return { count, latest: latest.map((bound) => corpus.hold(bound)) };
}

type Comparison = (a: BoundFact, b: BoundFact) => number;

function counts({ rank, value }: BoundFact): boolean {
  return rank !== 'deprecated' && value !== null;
}

function takeIn(latest: BoundFact[], bound: BoundFact, compare: Comparison): void {
  const last = latest[REMEMBERED_FACTS - 1];
  if (last === undefined || compare(bound, last) < 0) {
    let at = latest.length;
    for (let fact = latest[at - 1]; fact !== undefined && compare(bound, fact) < 0;) {
      fact = latest[--at - 1];
    }
    latest.splice(at, 0, bound);
    latest.splice(REMEMBERED_FACTS);
  }
}

/** @returns false where too many went: those that come next are not known */
function follow(known: Latest, steps: readonly FactStep[], compare: Comparison): boolean {
  for (const { bound, isThere } of steps.filter((step) => counts(step.bound))) {
    const { latest } = known;
    const isWhole = latest.length === known.count;
    const at = latest.indexOf(bound);
    if (isThere) {
      known.count++;
      const last = latest.at(-1);
      // Behind the last that is known there are others, which may come before it.
      if (isWhole || (last !== undefined && compare(bound, last) < 0)) {
        takeIn(latest, bound, compare);
      }
    } else {
      known.count--;
      if (at >= 0) {
        latest.splice(at, 1);
      }
    }
    if (latest.length < Math.min(LISTED_FACTS, known.count)) {
      return false;
    }
  }
  return true;
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
    Number(b.isCompared) - Number(a.isCompared) ||
    Number(a.article.draft) - Number(b.article.draft) ||
    Number(isPart(a)) - Number(isPart(b)) ||
    groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) ||
    whenOf(b) - whenOf(a) ||
    compareText(a.article.id, b.article.id) ||
    compareText(a.uri, b.uri) ||
    a.position - b.position;
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
  const { propertyId, modality, certainty, time, reference } = bound;
  const conditions = bound.conditions.map(([key, value]) =>
    key === 'place' ? corpus.register.nameOf(value) : value,
  );
  const source: string[] = [];
  if (modality !== 'asserted') {
    source.push(modality);
  }
  if (certainty !== 'certain') {
    source.push(certainty);
  }
  const speakers = describeSpeakers(bound, corpus);
  if (speakers !== null) {
    source.push(inert(context, speakers));
  }
  source.push(code(context, reference));
  return [
    inert(context, [propertyId, ...conditions].join(', ')),
    bold(context, describeStatement(bound)),
    inert(context, describeTime(time)),
    source.join(', ') + contestedBy(context, bound),
  ];
}

/** ` ⚠ contested by 148 (herald#trusts)`; empty for a fact that nothing contradicts. */
function contestedBy(context: FeatureContext, bound: BoundFact): string {
  const contests = contestsOf(context, bound);
  if (contests.length === 0) {
    return '';
  }
  const others = contestingFacts(context, contests);
  const words = [...others]
    .slice(0, NAMED_CONTESTS)
    .map(
      (other) => `${inert(context, describeStatement(other))} (${code(context, other.reference)})`,
    );
  const more = others.size - words.length;
  const by = [...words, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return ` ⚠ contested${by === '' ? '' : ` by ${by}`}`;
}
