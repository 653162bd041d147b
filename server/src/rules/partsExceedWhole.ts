import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
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
    const possible = statedOfWholesAndParts(facts, over, corpus);
    const partsByWhole = groupParts(possible);
    const known = new Map<string, readonly BoundFact[]>();
    for (const candidate of possible) {
      const whole = candidate.bound;
      const group = partsByWhole.get(wholeKey(candidate.place, candidate.others));
      if (group === undefined || !mayExceed(group, whole)) {
        continue;
      }
      const key = keyOf(candidate);
      const parts = known.get(key) ?? partsOf(candidate, group);
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
  /** The place that its place is part of; empty for none. */
  readonly parent: string;
  /** The other conditions of its slot: equal for facts that can be added up. */
  readonly others: string;
}

/** The facts that can be a whole of others or a part of one, the least first. */
function statedOfWholesAndParts(
  facts: readonly BoundFact[],
  over: string,
  corpus: Corpus,
): readonly Stated[] {
  const plain: { readonly bound: BoundFact; readonly place: string }[] = [];
  const parents = new Map<string, string>();
  for (const bound of facts) {
    const place = isPlain(bound) ? conditionOf(bound, over) : undefined;
    if (place !== undefined) {
      plain.push({ bound, place });
      if (!parents.has(place)) {
        const { definition } = corpus.register.find('place', place) ?? {};
        parents.set(place, definition?.fields.get('partOf')?.value ?? '');
      }
    }
  }
  const wholes = new Set(parents.values());
  return plain
    .flatMap(({ bound, place }) => {
      const parent = parents.get(place) ?? '';
      return wholes.has(place) || parents.has(parent)
        ? [{ bound, place, parent, others: others(bound, over) }]
        : [];
    })
    .sort((a, b) => least(a.bound) - least(b.bound));
}

/** What is stated of the parts of one place in one respect. */
interface Parts {
  /** The least first. */
  readonly stated: Stated[];
  /** Of each part the greatest lower bound that is stated, or 0: together no parts add up to more. */
  readonly greatest: Map<string, number>;
}

function wholeKey(place: string, about: string): string {
  return JSON.stringify([place, about]);
}

/** @param facts the least first */
function groupParts(facts: readonly Stated[]): ReadonlyMap<string, Parts> {
  const byWhole = new Map<string, Parts>();
  for (const part of withoutEchoes(facts)) {
    const key = wholeKey(part.parent, part.others);
    const parts = byWhole.get(key) ?? { stated: [], greatest: new Map<string, number>() };
    byWhole.set(key, parts);
    parts.stated.push(part);
    const { value } = part.bound;
    const bound = value?.kind === 'quantity' ? (value.quantity.min?.toNumber() ?? 0) : 0;
    parts.greatest.set(part.place, Math.max(bound, parts.greatest.get(part.place) ?? 0));
  }
  return byWhole;
}

/** False where no choice among the parts can add up to more than the whole: nearly everywhere. */
function mayExceed({ greatest }: Parts, { value }: BoundFact): boolean {
  if (value?.kind !== 'quantity' || value.quantity.max === null || greatest.size < 2) {
    return false;
  }
  let sum = 0;
  for (const bound of greatest.values()) {
    sum += bound;
  }
  // Numbers of the machine are rounded; where that might decide, exact ones do.
  return !(sum < value.quantity.max.toNumber() * (1 - 1e-9));
}

function isPlain({ negative, rank, certainty, group, value, isCompared }: BoundFact): boolean {
  return (
    isCompared &&
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
 */
function partsOf(whole: Stated, { stated, greatest }: Parts): readonly BoundFact[] {
  const byPlace = new Map<string, BoundFact>();
  for (const { bound, place } of stated) {
    if (
      !byPlace.has(place) &&
      areTogether(whole.bound, bound) &&
      speakAsOne(whole.bound, bound, false) &&
      isWithAll(bound, byPlace.values())
    ) {
      byPlace.set(place, bound);
      if (byPlace.size === greatest.size) {
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
