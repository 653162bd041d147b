import { calendarDay, dayNumber, MONTH_NAMES } from './calendar.js';
import { readDateParts, type IntervalEnd } from './dateParts.js';
import type { DateRange } from './dateRange.js';
import type { SingleDate } from './edtfDate.js';

/**
 * A date in plain British English: "12 July 2010", "October 2006", "about 2009", "2013/14",
 * "2008 to 2010", "until 2013".
 */
export function describeDate(date: DateRange): string {
  const parts = readDateParts(date.source);
  if (parts.kind === 'problem') return describeDays(date.start, date.end);
  if (parts.kind === 'single') return describeSingle(parts.date);
  return describeInterval(parts.from, parts.to);
}

function describeInterval(from: IntervalEnd, to: IntervalEnd): string {
  const first = typeof from === 'string' ? null : describeSingle(from);
  const last = typeof to === 'string' ? null : describeSingle(to);
  if (first !== null && last !== null) return `${first} to ${last}`;
  if (first !== null) return `from ${first}${to === 'unknown' ? ' to an unknown date' : ''}`;
  return `${from === 'unknown' ? 'from an unknown date ' : ''}until ${last ?? ''}`;
}

const HEDGE_WORDS = { '': '', '~': 'about ', '?': 'possibly ', '%': 'possibly about ' };
const SEASONS = new Map([
  [21, 'spring'],
  [22, 'summer'],
  [23, 'autumn'],
  [24, 'winter'],
]);

function describeSingle(date: SingleDate): string {
  return HEDGE_WORDS[date.hedge] + describeUnhedged(date);
}

function describeUnhedged(date: SingleDate): string {
  const year = describeYear(date.year);
  const month = MONTH_NAMES[(date.month ?? 1) - 1] ?? '';
  switch (date.precision) {
    case 'day':
      return `${date.day ?? 1} ${month} ${year}`;
    case 'month':
      return `${month} ${year}`;
    case 'season':
      return `${SEASONS.get(date.month ?? 21) ?? ''} ${year}`;
    case 'year':
      return year;
    case 'decade':
    case 'century':
      return `the ${year}s`;
    case 'financial-year':
      return `${year}/${String((date.year + 1) % 100).padStart(2, '0')}`;
  }
}

/** ISO 8601 counts a year 0, which people call 1 BC. */
function describeYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** A range of days without a source of its own, named as the year, month or day it is where it is one. */
export function describeDays(start: number, end: number): string {
  if (start === -Infinity) return end === Infinity ? 'any time' : `until ${describeDay(end - 1)}`;
  if (end === Infinity) return `from ${describeDay(start)}`;
  const { year, month, day } = calendarDay(start);
  if (day === 1 && month === 1 && end === dayNumber(year + 1, 1, 1)) return describeYear(year);
  if (day === 1 && end === dayNumber(year, month + 1, 1))
    return `${MONTH_NAMES[month - 1] ?? ''} ${describeYear(year)}`;
  return end <= start + 1 ? describeDay(start) : `${describeDay(start)} to ${describeDay(end - 1)}`;
}

function describeDay(days: number): string {
  const { year, month, day } = calendarDay(days);
  return `${day} ${MONTH_NAMES[month - 1] ?? ''} ${describeYear(year)}`;
}
