import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { ancestorsOf } from '../corpus/lineage.js';
import { describeTime } from '../values/factTime.js';
import { compareValues, type Value } from '../values/value.js';
import { firstDay, lastDay } from './explainedChange.js';
import { isLinked, judgePair, type Judgement } from './judgePair.js';

/**
 * Everything that is to be said of the pairs in one slot. Facts that say the same are compared as
 * one, so that a thousand articles that agree cost no more than one.
 *
 * Pairs that a link ties together are left out: they belong to the file that states the link.
 */
export function judgeSlot(corpus: Corpus, slot: string): readonly Judgement[] {
  const classes = groupAlike(corpus.factsInSlot(slot));
  const echoes = findEchoes(corpus, classes);
  const judgements: Judgement[] = [];
  for (const [index, these] of classes.entries()) {
    for (const those of classes.slice(index + 1)) {
      if (!canDiffer(these, those)) {
        continue;
      }
      for (const here of these) {
        for (const there of those) {
          if (here.uri !== there.uri && (echoes.has(here) || echoes.has(there))) {
            continue;
          }
          const judgement = isLinked(here, there, corpus) ? null : judgePair(here, there, corpus);
          if (judgement !== null) {
            judgements.push(judgement);
          }
        }
      }
    }
  }
  return withoutDistantChanges(judgements, classes.flat());
}

/** Facts of one value, group and polarity: none of them can contradict another. */
function groupAlike(facts: readonly BoundFact[]): readonly (readonly BoundFact[])[] {
  const classes = new Map<string, BoundFact[]>();
  for (const bound of facts) {
    const key = `${bound.group} ${String(bound.fact.negative)} ${valueKey(bound.value)}`;
    const alike = classes.get(key);
    if (alike === undefined) {
      classes.set(key, [bound]);
    } else {
      alike.push(bound);
    }
  }
  return [...classes.values()];
}

function valueKey(value: Value | null): string {
  if (value?.kind === 'quantity') {
    const { min, max, minOpen, maxOpen, approximate, unit } = value.quantity;
    const bounds = [min?.toString(), max?.toString(), minOpen, maxOpen, approximate, unit];
    return JSON.stringify(bounds);
  }
  if (value?.kind === 'date') {
    return `${value.date.start} ${value.date.end}`;
  }
  return JSON.stringify(value);
}

/** Only within a group, and between plans and facts, is anything ever compared. */
function canDiffer(these: readonly BoundFact[], those: readonly BoundFact[]): boolean {
  const [a] = these;
  const [b] = those;
  if (
    a === undefined ||
    b === undefined ||
    !areCompared(a.group, b.group) ||
    a.value === null ||
    b.value === null
  ) {
    return false;
  }
  const values = compareValues(a.value, b.value, a.fact.negative, b.fact.negative);
  return values === 'disjoint' || values === 'units-differ';
}

function areCompared(a: ModalityGroup, b: ModalityGroup): boolean {
  return a === b || (a !== 'expectation' && b !== 'expectation');
}

/**
 * The facts that only repeat what an article they are based on says too. They are no witnesses of
 * their own: what contradicts them contradicts the original, and is told there.
 */
function findEchoes(
  corpus: Corpus,
  classes: readonly (readonly BoundFact[])[],
): ReadonlySet<BoundFact> {
  const echoes = new Set<BoundFact>();
  for (const alike of classes) {
    for (const bound of alike) {
      if (bound.article.basedOn.length === 0 || bound.fact.rank === 'deprecated') {
        continue;
      }
      const ancestors = ancestorsOf(corpus, bound.article);
      const repeats = alike.some(
        (other) =>
          ancestors.has(other.article.id) &&
          other.fact.rank !== 'deprecated' &&
          (isPresumed(bound) || sameTime(bound, other)),
      );
      if (repeats) {
        echoes.add(bound);
      }
    }
  }
  return echoes;
}

function isPresumed({ time }: BoundFact): boolean {
  return time.kind === 'unknown' || (time.kind === 'instant' && time.presumed);
}

function sameTime(a: BoundFact, b: BoundFact): boolean {
  return describeTime(a.time) === describeTime(b.time);
}

/** Of changes over time only those from one time to the next are told, not each with each. */
function withoutDistantChanges(
  judgements: readonly Judgement[],
  facts: readonly BoundFact[],
): readonly Judgement[] {
  const live = facts.filter(({ fact }) => fact.rank !== 'deprecated');
  return judgements.filter(({ code, pair }) => {
    if (code !== 'unexplained-change' || !('order' in pair.times)) {
      return true;
    }
    const hereFirst = pair.times.order !== 'after';
    const [earlier, later] = hereFirst ? [pair.here, pair.there] : [pair.there, pair.here];
    return !live.some(
      (between) =>
        between.group === earlier.group &&
        firstDay(between.time) >= lastDay(earlier.time) &&
        lastDay(between.time) <= firstDay(later.time),
    );
  });
}
