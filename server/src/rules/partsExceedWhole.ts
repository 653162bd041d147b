import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { slotConditions } from '../corpus/slot.js';
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
    const stated = facts.filter(isPlain);
    const possible = stated
      .filter((bound) => conditionOf(bound, over) !== undefined)
      .sort((a, b) => least(a) - least(b));
    for (const whole of possible) {
      const parts = partsOf(whole, possible, over, corpus);
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
          span: whole.fact.value?.span ?? whole.fact.span,
          message: `${describeSlot(whole, corpus)}: ${whole.valueText} here, but its parts add up to ${sum.toFixed()}: ${list}. Check the figures, their times, or which place is part of which.`,
          related: parts.map((part) => ({
            uri: part.uri,
            span: part.fact.value?.span ?? part.fact.span,
            message: `A part: ${part.valueText} (${placeName(part, over, corpus)}).`,
          })),
        };
      }
    }
  },
};

function isPlain({ fact, group, value, slot }: BoundFact): boolean {
  return (
    slot !== null &&
    group === 'fact' &&
    !fact.negative &&
    fact.rank !== 'deprecated' &&
    fact.certainty === 'certain' &&
    value?.kind === 'quantity'
  );
}

/**
 * One fact for each direct part, of the voice and at the time of the whole and of each other; the
 * least where several are stated.
 * @param facts those with a place, the least first
 */
function partsOf(
  whole: BoundFact,
  facts: readonly BoundFact[],
  over: string,
  corpus: Corpus,
): readonly BoundFact[] {
  const place = conditionOf(whole, over);
  const byPlace = new Map<string, BoundFact>();
  const together = (a: BoundFact, b: BoundFact): boolean =>
    compareTimes(a.time, b.time, stableForDays(a)).relation === 'overlap';
  for (const part of facts) {
    const own = conditionOf(part, over);
    const parent = corpus.register.find('place', own ?? '')?.definition.fields.get('partOf')?.value;
    if (
      own === undefined ||
      place === undefined ||
      parent !== place ||
      byPlace.has(own) ||
      others(part, over) !== others(whole, over)
    ) {
      continue;
    }
    if (
      speakAsOne(whole, part, false) &&
      [whole, ...byPlace.values()].every((other) => together(other, part))
    ) {
      byPlace.set(own, part);
    }
  }
  return [...byPlace.values()];
}

function least({ value }: BoundFact): number {
  return value?.kind === 'quantity' ? (value.quantity.min?.toNumber() ?? -Infinity) : Infinity;
}

function conditionOf({ fact, property }: BoundFact, key: string): string | undefined {
  return slotConditions(fact, property).find(([name]) => name === key)?.[1];
}

function others({ fact, property }: BoundFact, over: string): string {
  return JSON.stringify(slotConditions(fact, property).filter(([key]) => key !== over));
}

function placeName(part: BoundFact, over: string, corpus: Corpus): string {
  return corpus.register.nameOf(conditionOf(part, over) ?? '');
}
