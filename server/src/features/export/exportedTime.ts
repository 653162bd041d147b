import { calendarDay } from '../../values/calendar.js';
import type { FactTime } from '../../values/factTime.js';

/**
 * When a fact held, as days from 1970-01-01: it began on `earliestStart` or later and before
 * `latestStart`, and ended on `earliestEnd` or later and before `latestEnd`. Null where there is no
 * bound. A fact known to have held at some instant has the same two days twice.
 */
export interface ExportedTime {
  readonly kind: FactTime['kind'];
  /** No time is stated: it is taken to have held when its article was published. */
  readonly presumed: boolean;
  readonly statedStart: boolean;
  readonly statedEnd: boolean;
  /** Of an instant: its date is hedged (`~`, `?`). */
  readonly hedged: boolean;
  readonly earliestStart: number | null;
  readonly latestStart: number | null;
  readonly earliestEnd: number | null;
  readonly latestEnd: number | null;
  /** `latestStart` follows from the stated end alone. */
  readonly startFollows: boolean;
  /** `earliestEnd` follows from the stated start alone. */
  readonly endFollows: boolean;
}

const unknown: ExportedTime = {
  kind: 'unknown',
  presumed: false,
  statedStart: false,
  statedEnd: false,
  hedged: false,
  earliestStart: null,
  latestStart: null,
  earliestEnd: null,
  latestEnd: null,
  startFollows: false,
  endFollows: false,
};

/** Further out than any date that is read; stands for a bound that lies beyond all days. */
const BEYOND = 999_999_999;

export function exportedTime(time: FactTime): ExportedTime {
  switch (time.kind) {
    case 'unknown':
      return unknown;
    case 'instant': {
      const { start, end, hedged } = time.range;
      return {
        ...unknown,
        kind: 'instant',
        presumed: time.presumed,
        hedged,
        earliestStart: lower(start),
        latestStart: upper(end),
        earliestEnd: lower(start),
        latestEnd: upper(end),
      };
    }
    case 'span':
      return {
        ...unknown,
        kind: 'span',
        statedStart: time.statedStart,
        statedEnd: time.statedEnd,
        earliestStart: lower(time.earliestStart),
        latestStart: upper(time.latestStart),
        earliestEnd: lower(time.earliestEnd),
        latestEnd: upper(time.latestEnd),
        startFollows: !time.statedStart && time.latestStart === (time.until?.start ?? Infinity),
        endFollows: !time.statedEnd && time.earliestEnd === (time.from?.end ?? -Infinity),
      };
  }
}

function lower(day: number): number | null {
  return day === -Infinity ? null : Math.min(day, BEYOND);
}

function upper(day: number): number | null {
  return day === Infinity ? null : Math.max(day, -BEYOND);
}

/** A day number as ISO 8601 writes it: `2006-10-01`, years outside 0 to 9999 with a sign and six digits. */
export function isoDay(count: number | null): string | null {
  if (count === null || Math.abs(count) >= BEYOND) return null;
  const { year, month, day } = calendarDay(count);
  const digits = String(Math.abs(year));
  const words =
    year >= 0 && year <= 9999
      ? digits.padStart(4, '0')
      : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return `${words}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
