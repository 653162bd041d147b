/** A stretch of days that a date names. */
export interface DateRange {
  /** First day, in days since 1970-01-01 (proleptic Gregorian); -Infinity when open or unknown. */
  readonly start: number;
  /** The day after the last one; Infinity when open or unknown. */
  readonly end: number;
  /** Written with `~`, `?` or `%`; already widened by one unit of the precision on each side. */
  readonly hedged: boolean;
  /** `/2013`: it began, nobody knows when. `../2013` is open instead. */
  readonly unknownStart: boolean;
  /** `2013/`: it ended, nobody knows when. `2013/..` is open instead. */
  readonly unknownEnd: boolean;
  readonly precision: DatePrecision;
  /** The date as written. */
  readonly source: string;
}

export type DatePrecision =
  'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval' | 'financial-year';

/** Roughly how many days one unit of a precision has; 0 for an interval, which has no unit. */
export function daysOfPrecision(precision: DatePrecision): number {
  return {
    day: 1,
    month: 31,
    season: 92,
    year: 366,
    decade: 3653,
    century: 36525,
    interval: 0,
    'financial-year': 366,
  }[precision];
}
