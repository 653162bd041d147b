import { readFinancialYear } from './financialYear.js';
import { afterHyphen, PART_OF_PERIOD, yearAt, type TokenSpan } from './proseDayMonth.js';
import type { Token } from './token.js';
import { countedNamed } from './units.js';

/** Words after which a bare year is a date. */
const BEFORE_YEAR = new Set(
  'in since by from until till before after during throughout year spring summer autumn winter'.split(
    ' ',
  ),
);
const HEDGES = new Set(['about', 'around', 'circa', 'c', 'ca', 'approximately', 'roughly']);
/** "the end of 2010" is a date; "a total of 2000" is none. */
const PART_NOUNS = new Set(
  'end start beginning middle close outset rest course half quarter part spring summer autumn winter'.split(
    ' ',
  ),
);
const JOINTS = new Set([',', 'and', 'or', 'to', '-', '–', '&']);

/** The words that a date of {@link readYearExpression} may begin with. */
export const YEAR_OPENERS: readonly string[] = [
  'fy',
  'between',
  'from',
  ...PART_OF_PERIOD,
  ...HEDGES,
];

/** Reads a date that is made of digits, or a year in a date's place, at token `at`. */
export function readYearExpression(tokens: readonly Token[], at: number): TokenSpan | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'word') {
    if (token.lower === 'fy' && tokens[at + 1]?.kind === 'number')
      return readDigits(tokens, at + 1, at);
    if (token.lower === 'between' || token.lower === 'from')
      return readYearRange(tokens, at, token.lower === 'between' ? ['and'] : ['to', 'until']);
    if (PART_OF_PERIOD.has(token.lower)) {
      const yearToken = afterHyphen(tokens, at + 1);
      return readBareYear(tokens, yearToken, at);
    }
    return HEDGES.has(token.lower) ? readHedgedYear(tokens, at) : null;
  }
  if (token.kind !== 'number' || (token.glued && isWordOrPath(tokens[at - 1]))) return null;
  return readDigits(tokens, at, at) ?? (stands(tokens, at) ? readBareYear(tokens, at, at) : null);
}

function isWordOrPath(before: Token | undefined): boolean {
  return before?.kind === 'word' || /^[-/.:_@#&=+–]$/.test(before?.lower ?? '');
}

/** Tokens that touch, from `at` on, as one text: at most seven, which is more than any date has. */
function gluedText(tokens: readonly Token[], at: number): { text: string; next: number } {
  let next = at + 1;
  while (next < at + 8 && tokens[next]?.glued === true && isDatePart(tokens, next)) next += 1;
  const parts = tokens.slice(at, next);
  return { text: parts.map((token) => token.lower).join(''), next };
}

/** Whether a touching token goes on with the date: a joint with a number after it, or a number. */
function isDatePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number' || token?.kind === 'code') return true;
  if (!/^[-–/]$/.test(token?.lower ?? '')) return false;
  const after = tokens[at + 1];
  return after?.kind === 'number' && after.glued;
}

/** `2006-05-30`, `2013/14`, `2013-14`, `2008-2010`, `30/05/2006`, `1990s`. */
function readDigits(tokens: readonly Token[], at: number, first: number): TokenSpan | null {
  const decade = tokens[at + 1];
  if (yearAt(tokens, at) !== null && decade?.lower === 's' && decade.glued) {
    const text = tokens[at]?.text ?? '';
    return { first, next: at + 2, edtf: text.endsWith('0') ? `${text.slice(0, 3)}X` : null };
  }
  const { text, next } = gluedText(tokens, at);
  if (next === at + 1) return null;
  // A word that touches the end makes it a code: 2010-11b. A date-time keeps its day.
  const after = tokens[next];
  const isCode = after?.glued === true && after.kind === 'word' && !/^t$/i.test(after.text);
  const stated = isCode ? null : digitsAsEdtf(text);
  return stated === undefined ? null : { first, next, edtf: stated };
}

/** EDTF for digits that touch; null for a date that is not clear; undefined for no date at all. */
function digitsAsEdtf(text: string): string | null | undefined {
  if (/^(?:1[89]|20)\d\d-\d\d-\d\d$/.test(text)) return text;
  const years = /^((?:1[89]|20)\d\d)[-–/](\d{2}|(?:1[89]|20)\d\d)$/.exec(text);
  if (years !== null) {
    const [from = '', to = ''] = years.slice(1);
    const slashed = `${from}/${to}`;
    if (to.length === 4) return Number(to) > Number(from) ? slashed : null;
    return readFinancialYear(slashed, { month: 4, day: 1 }) === null ? null : slashed;
  }
  const dayFirst = /^(\d{1,2})[-/](\d{1,2})[-/]((?:1[89]|20)\d\d)$/.exec(text);
  if (dayFirst === null) return undefined;
  const [day, month] = [Number(dayFirst[1]), Number(dayFirst[2])];
  // 05/06/2006 is 5 June here and 6 May elsewhere: the text alone does not say.
  if (day <= 12 && day !== month) return null;
  return `${dayFirst[3] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readBareYear(tokens: readonly Token[], at: number, first: number): TokenSpan | null {
  if (yearAt(tokens, at) === null || goesOn(tokens, at + 1)) {
    const digits = first === at ? null : yearAt(tokens, at) && readDigits(tokens, at, first);
    return digits === 0 ? null : digits;
  }
  return { first, next: at + 1, edtf: tokens[at]?.text ?? '' };
}

/** Whether what follows a year makes it something else: a figure with a unit, part of a longer number. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined) return false;
  if (after.glued && (after.kind !== 'sign' || /^[-–/:%+_@]$/.test(after.lower))) {
    const joined = /^[-–]$/.test(after.lower);
    return !joined || tokens[at + 1]?.glued === true;
  }
  return after.kind === 'word' && (countedNamed(after.lower) !== null || after.lower === 'per');
}

/** Whether the year at `at` stands where a date does: after "in", in "the end of", in brackets, in a list. */
function stands(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (BEFORE_YEAR.has(before.lower)) return true;
  if (before.lower === 'of') return PART_NOUNS.has(tokens[at - 2]?.lower ?? '');
  if (before.lower === '(') return tokens[at + 1]?.lower === ')';
  // "in 2008, 2009 and 2010": the year before has been read as a date or it would not be one.
  const isListed = JOINTS.has(before.lower) && yearAt(tokens, at - 2) !== null;
  return isListed && standsInList(tokens, at - 2);
}

/** Follows a list of years back to its first, at most a few steps so that a long list costs nothing. */
function standsInList(tokens: readonly Token[], at: number): boolean {
  let first = at;
  for (let steps = 0; steps < 8; steps += 1) {
    const before = tokens[first - 1]?.lower ?? '';
    if (BEFORE_YEAR.has(before) || before === 'between') return true;
    if (!JOINTS.has(before) || yearAt(tokens, first - 2) === null) return false;
    first -= 2;
  }
  return false;
}

function readHedgedYear(tokens: readonly Token[], at: number): TokenSpan | null {
  const yearToken = tokens[at + 1]?.lower === '.' ? at + 2 : at + 1;
  const year = readBareYear(tokens, yearToken, at);
  return year?.edtf?.length === 4 ? { ...year, edtf: `${year.edtf}~` } : null;
}

/** `between 2008 and 2010`, `from 2008 to 2010`. */
function readYearRange(
  tokens: readonly Token[],
  at: number,
  joints: readonly string[],
): TokenSpan | null {
  const from = yearAt(tokens, at + 1);
  const to = yearAt(tokens, at + 3);
  if (from === null || to === null || from >= to) return null;
  if (!joints.includes(tokens[at + 2]?.lower ?? '') || goesOn(tokens, at + 4)) return null;
  return { first: at + 1, next: at + 4, edtf: `${from}/${to}` };
}
