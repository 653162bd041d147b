import { describeTime, type FactTime } from '../../values/factTime.js';
import type { TimelineTime } from './timeline.js';

/** Days further away than this are no dates to a computer's clock (ECMA-262, time values). */
const FURTHEST_DAY = 9e7;

/** A day that can be drawn; null for one that is open or out of all reach. */
export function drawnDay(day: number): number | null {
  return Number.isFinite(day) && Math.abs(day) < FURTHEST_DAY ? day : null;
}

/** When a fact held, as data; the words say of a presumed time that it is one. */
export function timelineTime(time: FactTime): TimelineTime {
  const words = describeTime(time);
  switch (time.kind) {
    case 'unknown':
      return { kind: 'unknown', words };
    case 'instant': {
      const start = drawnDay(time.range.start);
      const end = drawnDay(time.range.end);
      return time.presumed
        ? { kind: 'presumed', start, end, words: `presumed ${words}, the article’s date` }
        : { kind: 'instant', start, end, words };
    }
    case 'span':
      return {
        kind: 'span',
        earliestStart: drawnDay(time.earliestStart),
        latestStart: drawnDay(time.latestStart),
        earliestEnd: drawnDay(time.earliestEnd),
        latestEnd: drawnDay(time.latestEnd),
        statedStart: time.statedStart,
        statedEnd: time.statedEnd,
        words,
      };
  }
}

/** A day to sort by: where it is first known to hold. Undated ones come last. */
export function sortingDay(time: TimelineTime): number {
  switch (time.kind) {
    case 'unknown':
      return Infinity;
    case 'instant':
    case 'presumed':
      return time.start ?? time.end ?? Infinity;
    case 'span':
      return (time.statedStart ? time.earliestStart : time.earliestEnd) ?? Infinity;
  }
}
