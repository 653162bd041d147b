import { MONTH_NAMES } from './calendar.js';
import type { Token } from './token.js';

/** Tokens `first` up to (not including) `next` that state a date, or only part of one. */
export interface TokenSpan {
  readonly first: number;
  readonly next: number;
  /** What they state; null when a year is missing or the day does not exist. */
  readonly edtf: string | null;
}

const MONTHS = new Map<string, number>(
  MONTH_NAMES.flatMap((name, index) => [
    [name.toLowerCase(), index + 1] as const,
    [name.slice(0, 3).toLowerCase(), index + 1] as const,
  ]),
).set('sept', 9);
const SEASONS = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);
/** `1st`, `2nd`: what touches the digits of an ordinal. */
export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
/** "early May 2006" is stated as May 2006, no more. */
export const PART_OF_PERIOD: ReadonlySet<string> = new Set(['early', 'mid', 'late']);

/** The words that a date of {@link readDayAndMonth} may begin with. */
export const DAY_OR_MONTH_OPENERS: readonly string[] = [
  ...MONTHS.keys(),
  ...SEASONS.keys(),
  ...PART_OF_PERIOD,
];

/** Reads `30 May 2006`, `May 30, 2006`, `30th of May`, `May 2006`, `spring 2006` at token `at`. */
export function readDayAndMonth(tokens: readonly Token[], at: number): TokenSpan | null {
  const token = tokens[at];
  if (token?.kind === 'number') return readDayFirst(tokens, at);
  if (token?.kind !== 'word') return null;
  if (PART_OF_PERIOD.has(token.lower)) {
    const month = readMonthFirst(tokens, afterHyphen(tokens, at + 1));
    return month && { ...month, first: at };
  }
  return readMonthFirst(tokens, at);
}

/** The token after a hyphen, where there is one. */
export function afterHyphen(tokens: readonly Token[], at: number): number {
  return tokens[at]?.lower === '-' ? at + 1 : at;
}

/** Whether a text is a plain year from 1800 to 2099. */
export function isYearLike(text: string): boolean {
  return text.length === 4 && /^(?:1[89]|20)[0-9]{2}$/.test(text);
}

/** A plain year from 1800 to 2099, or null. */
export function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && isYearLike(token.text) ? Number(token.text) : null;
}

function monthAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const month = token?.kind === 'word' ? MONTHS.get(token.lower) : undefined;
  // "may" and "march" are verbs; a month has its capital.
  return month !== undefined && /^\p{Lu}/u.test(token?.text ?? '') ? month : null;
}

const DAY_JOINTS: ReadonlySet<string> = new Set(['-', '–', 'and', 'to', 'or', '/']);

/** The day of the month at `at` and the token after it and its ordinal ending. */
function dayAt(tokens: readonly Token[], at: number): { day: number; next: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2) return null;
  const day = Number(token.text);
  if (!(day >= 1 && day <= 31)) return null; // `½` is none either
  const ending = tokens[at + 1];
  const hasEnding = ending?.glued === true && ORDINAL_ENDINGS.has(ending.lower);
  return { day, next: hasEnding ? at + 2 : at + 1 };
}

function readDayFirst(tokens: readonly Token[], at: number): TokenSpan | null {
  const day = dayAt(tokens, at);
  if (day === null) return null;
  // The first of two days ("30 and 31 May") is a day too, though only the second states its month.
  const joint = tokens[day.next]?.lower ?? '';
  if (DAY_JOINTS.has(joint)) {
    const second = dayAt(tokens, day.next + 1);
    const month = second && monthAfterDay(tokens, second.next);
    return month === null ? null : { first: at, next: day.next + 1, edtf: null };
  }
  const monthToken = monthAfterDay(tokens, day.next);
  const month = monthToken === null ? null : monthAt(tokens, monthToken);
  if (monthToken === null || month === null) return null;
  const year = yearAfter(tokens, monthToken + 1);
  return year === null
    ? { first: at, next: monthToken + 1, edtf: null }
    : { first: at, next: year.next, edtf: edtf(year.year, month, day.day) };
}

function monthAfterDay(tokens: readonly Token[], at: number): number | null {
  const from = tokens[at]?.lower === 'of' ? at + 1 : afterHyphen(tokens, at);
  return monthAt(tokens, from) === null ? null : from;
}

function readMonthFirst(tokens: readonly Token[], at: number): TokenSpan | null {
  const month = monthAt(tokens, at);
  if (month === null) return readSeason(tokens, at);
  const afterStop = tokens[at + 1]?.lower === '.' && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const day = dayAt(tokens, afterStop);
  if (day !== null) {
    const year = yearAfter(tokens, day.next);
    return year === null
      ? { first: at, next: day.next, edtf: null }
      : { first: at, next: year.next, edtf: edtf(year.year, month, day.day) };
  }
  const year = yearAfter(tokens, afterStop);
  return year && { first: at, next: year.next, edtf: edtf(year.year, month, null) };
}

function readSeason(tokens: readonly Token[], at: number): TokenSpan | null {
  const season = SEASONS.get(tokens[at]?.lower ?? '');
  const year = season === undefined ? null : yearAfter(tokens, at + 1);
  return year && { first: at, next: year.next, edtf: `${year.year}-${season ?? ''}` };
}

/** The year after a month, past a comma or "of"; not the first half of a financial year. */
function yearAfter(tokens: readonly Token[], at: number): { year: number; next: number } | null {
  const joint = tokens[at]?.lower;
  const yearToken = joint === ',' || joint === 'of' || joint === '-' ? at + 1 : at;
  const year = yearAt(tokens, yearToken);
  if (year === null) return null;
  const after = tokens[yearToken + 1];
  const joinsNumber =
    /^[-–/]$/.test(after?.lower ?? '') &&
    tokens[yearToken + 2]?.kind === 'number' &&
    tokens[yearToken + 2]?.glued;
  if (after?.glued === true && (after.kind === 'word' || joinsNumber === true)) return null;
  return { year, next: yearToken + 1 };
}

function edtf(year: number, month: number, day: number | null): string {
  const parts = day === null ? [month] : [month, day];
  return [String(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}
