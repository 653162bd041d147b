import { readDate, type DateRange } from './date.js';
import { stretchesWithDigits } from './numberStretches.js';
import { DAY_OR_MONTH_OPENERS, readDayAndMonth, type TokenSpan } from './proseDayMonth.js';
import { readYearExpression, YEAR_OPENERS } from './proseYears.js';
import { tokenise, tokeniseCarefully, type Token } from './token.js';

/** A date that a text states. Offsets are UTF-16, `end` exclusive: `text` is the slice between them. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly date: DateRange;
  /** The date as EDTF, or as a financial year (`2013/14`). */
  readonly edtf: string;
}

/**
 * The dates that a text states, in order: `30 May 2006`, `May 2006`, `2006-05-30`, `2013/14`, `2013-14`
 * (a financial year, in prose), `the 1990s`, `autumn 2009`, and years from 1800 to 2099 where a date
 * stands ("in 2002", "late 2005"). A date without its year is not stated, so it is not found.
 */
export function findDates(text: string): FoundDate[] {
  return stretchesWithDigits(text).flatMap(({ start, end }) => {
    const tokens = tokenise(text, start, end);
    return datesAt(text, tokens, dateSpans(tokens, mayOpenDate));
  });
}

/** As {@link findDates}, with every token of the text read in full: what the quick way is held against. */
export function findDatesCarefully(text: string): FoundDate[] {
  const tokens = tokeniseCarefully(text);
  return datesAt(text, tokens, dateSpans(tokens, anyToken));
}

function datesAt(text: string, tokens: readonly Token[], spans: readonly TokenSpan[]): FoundDate[] {
  return spans.flatMap((span) => foundDate(text, tokens, span) ?? []);
}

const OPENERS: ReadonlySet<string> = new Set([...DAY_OR_MONTH_OPENERS, ...YEAR_OPENERS]);

/** Whether a date may begin with this token. */
export function mayOpenDate(token: Token): boolean {
  return token.kind === 'number' || (token.kind === 'word' && OPENERS.has(token.lower));
}

/** Leaves no token out. */
export function anyToken(): boolean {
  return true;
}

/**
 * Where dates stand, and parts of one ("30 May", no year): tokens that are no figure. `mayOpen` passes
 * over tokens with which none begins. Linear in the number of tokens.
 */
export function dateSpans(
  tokens: readonly Token[],
  mayOpen: (token: Token) => boolean,
): readonly TokenSpan[] {
  const spans: TokenSpan[] = [];
  let at = 0;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const found = mayOpen(token)
      ? (readDayAndMonth(tokens, at) ?? readYearExpression(tokens, at))
      : null;
    if (found !== null) spans.push(found);
    at = found?.next ?? at + 1;
  }
  return spans;
}

function foundDate(text: string, tokens: readonly Token[], span: TokenSpan): FoundDate | null {
  const start = tokens[span.first]?.start;
  const end = tokens[span.next - 1]?.end;
  if (span.edtf === null || start === undefined || end === undefined) return null;
  const reading = readDate(span.edtf);
  if (reading.kind === 'problem') return null;
  return { start, end, text: text.slice(start, end), date: reading.date, edtf: span.edtf };
}
