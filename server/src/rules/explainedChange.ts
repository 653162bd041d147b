import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { factsFor } from '../corpus/factReference.js';
import { readDate } from '../values/date.js';
import type { FactTime } from '../values/factTime.js';
import type { Pair } from './pair.js';

/**
 * Whether something on record says why a value is another one later: a stated end of the earlier
 * or start of the later, a `supersedes`, or an event between the two.
 */
export function isExplained(pair: Pair, corpus: Corpus): boolean {
  const { here, there, times } = pair;
  const hereFirst = !('order' in times) || times.order !== 'after';
  const [earlier, later] = hereFirst ? [here, there] : [there, here];
  return (
    statesEnd(earlier.time) ||
    statesStart(later.time) ||
    supersedes(here, there, corpus) ||
    supersedes(there, here, corpus) ||
    hasEventBetween(earlier, later, corpus)
  );
}

function statesEnd(time: FactTime): boolean {
  return time.kind === 'span' && time.statedEnd;
}

function statesStart(time: FactTime): boolean {
  return time.kind === 'span' && time.statedStart;
}

function supersedes(newer: BoundFact, older: BoundFact, corpus: Corpus): boolean {
  return (
    newer.is('supersedes') &&
    factsFor(corpus, newer.uri, newer.fact.supersedes).some((fact) => fact.isSame(older))
  );
}

/** An event of the same subject, property and place, at some time from the one fact to the other. */
function hasEventBetween(earlier: BoundFact, later: BoundFact, corpus: Corpus): boolean {
  const place = placeOf(earlier);
  return corpus.register.eventsOf(earlier.subject).some(({ definition }) => {
    const field = (name: string): string | undefined => definition.fields.get(name)?.value;
    const property = field('property');
    const eventPlace = field('place');
    const date = readDate(field('date') ?? '');
    return (
      date.kind === 'date' &&
      (property === undefined || property === earlier.propertyId) &&
      (eventPlace === undefined || eventPlace === place) &&
      date.date.end > firstDay(earlier.time) &&
      date.date.start < lastDay(later.time)
    );
  });
}

function placeOf({ conditions }: BoundFact): string | undefined {
  return conditions.find(([key]) => key === 'place')?.[1];
}

/** The earliest day a fact speaks of; -Infinity where it is open. */
export function firstDay(time: FactTime): number {
  switch (time.kind) {
    case 'span':
      return time.earliestStart;
    case 'instant':
      return time.range.start;
    case 'unknown':
      return -Infinity;
  }
}

/** The day after the latest a fact speaks of; Infinity where it is open. */
export function lastDay(time: FactTime): number {
  switch (time.kind) {
    case 'span':
      return time.latestEnd;
    case 'instant':
      return time.range.end;
    case 'unknown':
      return Infinity;
  }
}
