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
    const places = new MultiMap<string, string>();
    for (const part of withoutEchoes(possible)) {
      const { definition } = corpus.register.find('place', part.place) ?? {};
      const parent = definition?.fields.get('partOf')?.value ?? '';
      byParent.add(parent, part);
      places.add(parent, part.place);
    }
    const known = new Map<string, readonly BoundFact[]>();
    for (const candidate of possible) {
      const whole = candidate.bound;
      const key = keyOf(candidate);
      const parts =
        known.get(key) ??
        partsOf(candidate, byParent.get(candidate.place), places.count(candidate.place));
      known.set(key, parts);
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

/** Equal for facts that differ in nothing that {@link partsOf} looks at but their values. */
function keyOf({ bound, place, others: about }: Stated): string {
  const { time, voices, ownVoice, uri } = bound;
  // Of a date that is no single day only those of one article are surely of one time.
  const isVague = time.kind === 'instant' && time.presumed && time.range.end - time.range.start > 1;
  return JSON.stringify([place, about, ownVoice || voices, time, isVague && uri]);
}

/** Of facts that could stand for each other, the least. @param facts the least first */
function withoutEchoes(facts: readonly Stated[]): readonly Stated[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = keyOf(fact);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/**
 * One fact for each direct part, of the voice and at the time of the whole and of each other; the
 * least where several are stated.
 * @param facts those about a part of its place, the least first
 * @param places of how many places these are
 */
function partsOf(whole: Stated, facts: Iterable<Stated>, places: number): readonly BoundFact[] {
  const byPlace = new Map<string, BoundFact>();
  for (const { bound, place, others: about } of facts) {
    if (
      !byPlace.has(place) &&
      about === whole.others &&
      areTogether(whole.bound, bound) &&
      speakAsOne(whole.bound, bound, false) &&
      isWithAll(bound, byPlace.values())
    ) {
      byPlace.set(place, bound);
      if (byPlace.size === places) {
        break;
      }
    }
  }
  return [...byPlace.values()];
}

function isWithAll(bound: BoundFact, others: Iterable<BoundFact>): boolean {
  for (const other of others) {
    if (!areTogether(other, bound)) {
      return false;
    }
  }
  return true;
}

function areTogether(a: BoundFact, b: BoundFact): boolean {
  return compareTimes(a.time, b.time, stableForDays(a)).relation === 'overlap';
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
