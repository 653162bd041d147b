import { parse, type EdtfNode } from 'edtf';
import { dayNumber, daysInMonth } from './calendar.js';
import { explainDate } from './dateProblem.js';
import type { DatePrecision } from './dateRange.js';

/** How a date was hedged: EDTF `~` approximate, `?` uncertain, `%` both. */
export type DateHedge = '' | '~' | '?' | '%';

/** One date (no interval), before its hedge widens it. */
export interface SingleDate {
  readonly precision: Exclude<DatePrecision, 'interval'>;
  readonly year: number;
  /** From 1 to 12; null when the precision is coarser. For a season, its EDTF number 21 to 24. */
  readonly month: number | null;
  readonly day: number | null;
  /** The first day, as a day number. */
  readonly start: number;
  /** The day after the last, as a day number. */
  readonly end: number;
  readonly hedge: DateHedge;
}

export type SingleDateReading =
  | { readonly kind: 'date'; readonly date: SingleDate }
  | { readonly kind: 'problem'; readonly message: string };

/** The edtf parser is an Earley parser: it is only given texts of a date's length. */
const LONGEST_DATE = 64;
/** Years further out than this lose whole days in a number. */
const FURTHEST_YEAR = 1_000_000;

const COMMON = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

/** Reads one EDTF level 0 or 1 date: not an interval. A date-time counts as its day. */
export function readSingleDate(text: string): SingleDateReading {
  if (text.length > LONGEST_DATE) return problem('This is too long for a date.');
  const common = COMMON.exec(text);
  if (common !== null) {
    const month = Number(common[2] ?? '1');
    const year = Number(common[1]);
    const day = Number(common[3] ?? '1');
    const isSeason = common[3] === undefined && month >= 21 && month <= 24;
    if (isSeason || (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
      const hedge = (common[4] ?? '') as DateHedge;
      const given = (part: string | undefined): number | null =>
        part === undefined ? null : Number(part);
      return { kind: 'date', date: singleDate(year, given(common[2]), given(common[3]), hedge) };
    }
    return problem(explainDate(text));
  }
  const node = parseEdtf(text);
  const date = node && fromEdtf(node, (/[~?%]$/.exec(text)?.[0] ?? '') as DateHedge);
  return date === null ? problem(explainDate(text)) : { kind: 'date', date };
}

function problem(message: string): SingleDateReading {
  return { kind: 'problem', message };
}

/** The signs that EDTF dates are made of: most other text need not reach the parser. */
const EDTF_SIGNS = /^[-0-9XYESTZ:.+~?%]+$/;

function parseEdtf(text: string): EdtfNode | null {
  if (!EDTF_SIGNS.test(text)) return null;
  try {
    return parse(text, { level: 1 });
  } catch {
    return null;
  }
}

const UNSPECIFIED_YEAR_DIGITS = 0b1111;
const UNSPECIFIED_MONTH = 0b110000;
const UNSPECIFIED_DAY = 0b11000000;

function fromEdtf(node: EdtfNode, hedge: DateHedge): SingleDate | null {
  const [year, second, third] = node.values ?? [];
  if (year === undefined || Math.abs(year) > FURTHEST_YEAR) return null;
  if (node.type === 'Year') return singleDate(year, null, null, hedge);
  if (node.type === 'Season') return singleDate(year, second ?? null, null, hedge);
  if (node.type !== 'Date') return null;
  const unspecified = node.unspecified ?? 0;
  const hiddenYearDigits = unspecified & UNSPECIFIED_YEAR_DIGITS;
  if (hiddenYearDigits === 0b1000) return spanOfYears('decade', year, 10, hedge);
  if (hiddenYearDigits === 0b1100) return spanOfYears('century', year, 100, hedge);
  if (hiddenYearDigits !== 0) return null;
  if (second === undefined || (unspecified & UNSPECIFIED_MONTH) !== 0)
    return singleDate(year, null, null, hedge);
  const dayHidden = third === undefined || (unspecified & UNSPECIFIED_DAY) !== 0;
  return singleDate(year, second + 1, dayHidden ? null : third, hedge);
}

function spanOfYears(
  precision: 'decade' | 'century',
  year: number,
  length: number,
  hedge: DateHedge,
): SingleDate {
  const [start, end] = [dayNumber(year, 1, 1), dayNumber(year + length, 1, 1)];
  return { precision, year, month: null, day: null, start, end, hedge };
}

/** The months a season starts in; winter begins in December and runs into the next year. */
const FIRST_MONTH_OF_SEASON = new Map([
  [21, 3],
  [22, 6],
  [23, 9],
  [24, 12],
]);

function singleDate(
  year: number,
  month: number | null,
  day: number | null,
  hedge: DateHedge,
): SingleDate {
  const common = { year, month, day, hedge };
  if (month === null)
    return {
      ...common,
      precision: 'year',
      start: dayNumber(year, 1, 1),
      end: dayNumber(year + 1, 1, 1),
    };
  const seasonStart = FIRST_MONTH_OF_SEASON.get(month);
  if (seasonStart !== undefined)
    return {
      ...common,
      precision: 'season',
      start: dayNumber(year, seasonStart, 1),
      end: dayNumber(year, seasonStart + 3, 1),
    };
  if (day === null)
    return {
      ...common,
      precision: 'month',
      start: dayNumber(year, month, 1),
      end: dayNumber(year, month + 1, 1),
    };
  const start = dayNumber(year, month, day);
  return { ...common, precision: 'day', start, end: start + 1 };
}

/** The date's days, widened by one unit of its precision on each side if it is hedged. */
export function widened(date: SingleDate): { start: number; end: number } {
  if (date.hedge === '') return { start: date.start, end: date.end };
  const { year, month, day } = date;
  switch (date.precision) {
    case 'day':
      return { start: date.start - 1, end: date.end + 1 };
    case 'month':
      return {
        start: dayNumber(year, (month ?? 1) - 1, 1),
        end: dayNumber(year, (month ?? 1) + 2, 1),
      };
    case 'season': {
      const first = FIRST_MONTH_OF_SEASON.get(month ?? 21) ?? 3;
      return { start: dayNumber(year, first - 3, 1), end: dayNumber(year, first + 6, 1) };
    }
    case 'year':
      return { start: dayNumber(year - 1, 1, 1), end: dayNumber(year + 2, 1, 1) };
    case 'decade':
      return { start: dayNumber(year - 10, 1, 1), end: dayNumber(year + 20, 1, 1) };
    case 'century':
      return { start: dayNumber(year - 100, 1, 1), end: dayNumber(year + 200, 1, 1) };
    case 'financial-year':
      return {
        start: dayNumber(year - 1, month ?? 4, day ?? 1),
        end: dayNumber(year + 2, month ?? 4, day ?? 1),
      };
  }
}
