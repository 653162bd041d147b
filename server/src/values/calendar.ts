const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** English names of the months, January first. */
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether a year of the proleptic Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar (years numbered as in ISO 8601: 0 is 1 BC).
 * A month past 12 or before 1 runs on into the years around, a day likewise.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const monthIndex = (((month - 1) % 12) + 12) % 12;
  const past = carried - 1;
  const daysBeforeYear =
    past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = monthIndex > 1 && isLeapYear(carried) ? 1 : 0;
  return daysBeforeYear + (DAYS_BEFORE_MONTH[monthIndex] ?? 0) + leapDay + day - 1 - 719162;
}

/** The calendar day of a day number; the inverse of {@link dayNumber}. */
export function calendarDay(days: number): { year: number; month: number; day: number } {
  let year = Math.floor((days + 719162) / 365.2425) + 1;
  while (dayNumber(year, 1, 1) > days) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= days) year += 1;
  let month = 1;
  while (month < 12 && dayNumber(year, month + 1, 1) <= days) month += 1;
  return { year, month, day: days - dayNumber(year, month, 1) + 1 };
}
