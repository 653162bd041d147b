import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
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
  const judgements: Judgement[] = [];
  for (const [index, these] of classes.entries()) {
    for (const those of classes.slice(index + 1)) {
      if (!canDiffer(these, those)) {
        continue;
      }
      for (const here of these) {
        for (const there of those) {
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

function canDiffer(these: readonly BoundFact[], those: readonly BoundFact[]): boolean {
  const [a] = these;
  const [b] = those;
  if (
    a === undefined ||
    b === undefined ||
    a.group !== b.group ||
    a.value === null ||
    b.value === null
  ) {
    return false;
  }
  const values = compareValues(a.value, b.value, a.fact.negative, b.fact.negative);
  return values === 'disjoint' || values === 'units-differ';
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
