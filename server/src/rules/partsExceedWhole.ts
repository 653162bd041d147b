import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { MultiMap } from '../corpus/multiMap.js';
import { compareTimes } from '../values/factTime.js';
import { sumOf } from './arithmetic.js';
import { describeSlot } from './describe.js';
import { derivedMismatch } from './derivedMismatch.js';
import { speakAsOne, stableForDays } from './judgePair.js';
import type { TopicRule } from './rule.js';

/**
 * Parts that add up to more than their whole, along `additiveOver` and `partOf`. That they add up
 * to less is no fault: a register seldom knows all the parts.
 */
export const partsExceedWhole: TopicRule = {
  kind: 'topic',
  code: derivedMismatch.code,
  level: derivedMismatch.level,
  summary: derivedMismatch.summary,
  *check(facts, corpus) {
    const over = facts[0]?.property?.additiveOver ?? null;
    if (over === null) {
      return;
    }
    const possible = facts
      .filter(isPlain)
      .flatMap((bound) => stated(bound, over) ?? [])
      .sort((a, b) => least(a.bound) - least(b.bound));
    const byParent = new MultiMap<string, Stated>();
    for (const part of possible) {
      const { definition } = corpus.register.find('place', part.place) ?? {};
      byParent.add(definition?.fields.get('partOf')?.value ?? '', part);
    }
    for (const candidate of possible) {
      const whole = candidate.bound;
      const parts = partsOf(candidate, byParent.get(candidate.place));
      const quantities = parts.flatMap(({ value }) =>
        value?.kind === 'quantity' ? [value.quantity] : [],
      );
      const sum = sumOf(quantities).min;
      const most = whole.value?.kind === 'quantity' ? whole.value.quantity.max : null;
      if (parts.length > 1 && sum !== null && most !== null && sum.gt(most)) {
        const list = parts
          .map((part) => `${part.valueText} (${placeName(part, over, corpus)})`)
          .join(', ');
        yield {
          uri: whole.uri,
          span: whole.span,
          message: `${describeSlot(whole, corpus)}: ${whole.valueText} here, but its parts add up to ${sum.toFixed()}: ${list}. Check the figures, their times, or which place is part of which.`,
          related: parts.map((part) => ({
            uri: part.uri,
            span: part.span,
            message: `A part: ${part.valueText} (${placeName(part, over, corpus)}).`,
          })),
        };
      }
    }
  },
};

/** A fact about a place, with what else it is about. */
interface Stated {
  readonly bound: BoundFact;
  readonly place: string;
  /** The other conditions of its slot: equal for facts that can be added up. */
  readonly others: string;
}

function stated(bound: BoundFact, over: string): Stated | undefined {
  const place = conditionOf(bound, over);
  return place === undefined ? undefined : { bound, place, others: others(bound, over) };
}

function isPlain({ negative, rank, certainty, group, value, slot }: BoundFact): boolean {
  return (
    slot !== null &&
    group === 'fact' &&
    !negative &&
    rank !== 'deprecated' &&
    certainty === 'certain' &&
    value?.kind === 'quantity'
  );
}

/**
 * One fact for each direct part, of the voice and at the time of the whole and of each other; the
 * least where several are stated.
 * @param facts those about a part of its place, the least first
 */
function partsOf(whole: Stated, facts: Iterable<Stated>): readonly BoundFact[] {
  const byPlace = new Map<string, BoundFact>();
  const together = (a: BoundFact, b: BoundFact): boolean =>
    compareTimes(a.time, b.time, stableForDays(a)).relation === 'overlap';
  for (const { bound, place, others: about } of facts) {
    if (
      !byPlace.has(place) &&
      about === whole.others &&
      speakAsOne(whole.bound, bound, false) &&
      [whole.bound, ...byPlace.values()].every((other) => together(other, bound))
    ) {
      byPlace.set(place, bound);
    }
  }
  return [...byPlace.values()];
}

function least({ value }: BoundFact): number {
  return value?.kind === 'quantity' ? (value.quantity.min?.toNumber() ?? -Infinity) : Infinity;
}

function conditionOf({ conditions }: BoundFact, key: string): string | undefined {
  return conditions.find(([name]) => name === key)?.[1];
}

function others({ conditions }: BoundFact, over: string): string {
  return JSON.stringify(conditions.filter(([key]) => key !== over));
}

function placeName(part: BoundFact, over: string, corpus: Corpus): string {
  return corpus.register.nameOf(conditionOf(part, over) ?? '');
}
