import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { factsFor } from '../corpus/factReference.js';
import { compareTimes, type FactTime } from '../values/factTime.js';
import { isCopyOf } from '../corpus/lineage.js';
import { compareValues, withinTwiceTolerance, type ValueRelation } from '../values/value.js';
import { isExplained } from './explainedChange.js';
import type { Pair } from './pair.js';

/** In days. */
const ONE_MONTH = 31;

/** The rules that speak about pairs of facts. */
export type PairCode =
  | 'unit-mismatch'
  | 'self-conflict'
  | 'value-conflict'
  | 'undated-conflict'
  | 'disputed'
  | 'hedged-conflict'
  | 'possible-conflict'
  | 'unexplained-change'
  | 'plan-not-met'
  | 'copy-differs';

export interface Judgement {
  readonly code: PairCode;
  readonly pair: Pair;
}

/**
 * Decides what two facts of one slot are to each other: the first case of DESIGN §3.4 that
 * applies, or null where nothing is wrong. Symmetric: the order of the two changes nothing but
 * which end is `here`.
 */
export function judgePair(here: BoundFact, there: BoundFact, corpus: Corpus): Judgement | null {
  if (here.rank === 'deprecated' || there.rank === 'deprecated') {
    return null;
  }
  const times = compareTimes(here.time, there.time, stableForDays(here));
  const pair: Pair = { here, there, times };
  if (isLinked(here, there, corpus)) {
    return { code: 'disputed', pair };
  }
  if (here.value === null || there.value === null) {
    return null;
  }
  const values = compareValues(here.value, there.value, here.negative, there.negative);
  if (values === 'compatible' || values === 'not-compared') {
    return null;
  }
  if (here.group !== there.group) {
    return isPlanNotMet(pair, values) ? { code: 'plan-not-met', pair } : null;
  }
  const related = isCopyOf(corpus, here.article, there.article);
  const sameVoice = speakAsOne(here, there, related);
  if (!sameVoice && here.group === 'expectation') {
    return null; // forecasts of different people may differ
  }
  if (values === 'units-differ') {
    return { code: 'unit-mismatch', pair };
  }
  if (times.relation === 'apart') {
    return isExplained(pair, corpus) ? null : { code: 'unexplained-change', pair };
  }
  if (!sameVoice) {
    return { code: times.relation === 'overlap' ? 'disputed' : 'possible-conflict', pair };
  }
  if (times.relation === 'unknown') {
    return { code: 'undated-conflict', pair };
  }
  if (times.relation === 'maybe') {
    return { code: 'possible-conflict', pair };
  }
  if (isHedged(here, there)) {
    return { code: 'hedged-conflict', pair };
  }
  if (related) {
    return { code: 'copy-differs', pair };
  }
  return { code: here.uri === there.uri ? 'self-conflict' : 'value-conflict', pair };
}

/** A plan says something only of a time it names: that it was made in June is not what is planned. */
function isPlanNotMet({ here, there, times }: Pair, values: ValueRelation): boolean {
  const [plan, fact] = here.group === 'commitment' ? [here, there] : [there, here];
  return (
    plan.group === 'commitment' &&
    fact.group === 'fact' &&
    values === 'disjoint' &&
    times.relation === 'overlap' &&
    areAtOneTime(plan.time, fact.time)
  );
}

/** That a value holds for a while does not bring a fact into the time a plan is for. */
function areAtOneTime(plan: FactTime, fact: FactTime): boolean {
  if (plan.kind !== 'instant' || fact.kind !== 'instant') {
    return plan.kind !== 'instant' || !plan.presumed;
  }
  const [a, b] = [plan.range, fact.range];
  return !plan.presumed && Math.max(a.end, b.end) - Math.min(a.start, b.start) <= ONE_MONTH;
}

/**
 * Two articles each in its own name count as one voice: neither credits anybody else. An unnamed
 * source is the same one in another article only where that repeats the first.
 */
export function speakAsOne(a: BoundFact, b: BoundFact, related: boolean): boolean {
  return (
    (a.ownVoice && b.ownVoice) ||
    a.voices.some((voice) => b.voices.includes(voice)) ||
    (related && creditsAnonymous(a) && creditsAnonymous(b) && sourceName(a) === sourceName(b))
  );
}

function creditsAnonymous(bound: BoundFact): boolean {
  return bound.is('anonymous');
}

function sourceName({ fact }: BoundFact): string {
  return (fact.saidAs?.value ?? '').trim().toLowerCase();
}

/** True when one fact says that it denies or disputes the other. */
export function isLinked(a: BoundFact, b: BoundFact, corpus: Corpus): boolean {
  return linksTo(a, b, corpus) || linksTo(b, a, corpus);
}

/** True when `from` itself says that it denies or disputes `to`. */
export function linksTo(from: BoundFact, to: BoundFact, corpus: Corpus): boolean {
  if (!from.is('links')) {
    return false;
  }
  const { denies, disputes } = from.fact;
  return factsFor(corpus, from.uri, [...denies, ...disputes]).some((fact) => fact.isSame(to));
}

function isHedged(a: BoundFact, b: BoundFact): boolean {
  return (
    a.certainty !== 'certain' ||
    b.certainty !== 'certain' ||
    (a.value !== null && b.value !== null && withinTwiceTolerance(a.value, b.value))
  );
}

export function stableForDays({ property }: BoundFact): number {
  return property?.stableForDays ?? 366;
}
