import { calendarDay } from '../../values/calendar.js';
import type { DateRange } from '../../values/date.js';

/** A day number as `YYYY-MM-DD`; undefined outside the years that are written with four digits. */
export function isoDay(days: number): string | undefined {
  if (!Number.isFinite(days)) {
    return undefined;
  }
  const { year, month, day } = calendarDay(days);
  return year < 0 || year > 9999 ? undefined : `${four(year)}-${two(month)}-${two(day)}`;
}

export function dayBefore(days: number): string | undefined {
  return isoDay(days - 1);
}

/** The month before a month, the year before a year; otherwise the day before. */
export function unitBefore(date: DateRange): string | undefined {
  const day = dayBefore(date.start);
  if (day === undefined || date.hedged) {
    return undefined;
  }
  const length = date.precision === 'year' ? 4 : date.precision === 'month' ? 7 : 10;
  return day.slice(0, length);
}

function four(year: number): string {
  return String(year).padStart(4, '0');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
