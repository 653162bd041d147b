import { readDate, type DateRange } from './date.js';
import { readDayAndMonth, type TokenSpan } from './proseDayMonth.js';
import { readYearExpression } from './proseYears.js';
import { tokenise, type Token } from './token.js';

/** A date that a text states. Offsets are UTF-16, `end` exclusive: `text` is the slice between them. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly date: DateRange;
  /** The date as EDTF, or as a financial year (`2013/14`). */
  readonly edtf: string;
}

/** The dates of a text, and the tokens that belong to a date or to part of one ("30 May", no year). */
export interface DateScan {
  readonly dates: readonly FoundDate[];
  /** One flag a token: 1 where it belongs to a date and is no figure. */
  readonly taken: Uint8Array;
}

/**
 * The dates that a text states, in order: `30 May 2006`, `May 2006`, `2006-05-30`, `2013/14`, `2013-14`
 * (a financial year, in prose), `the 1990s`, `autumn 2009`, and years from 1800 to 2099 where a date
 * stands ("in 2002", "late 2005"). A date without its year is not stated, so it is not found.
 */
export function findDates(text: string): FoundDate[] {
  return [...scanDates(text, tokenise(text)).dates];
}

/** As {@link findDates}, for a text that is already split into tokens. Linear in their number. */
export function scanDates(text: string, tokens: readonly Token[]): DateScan {
  const taken = new Uint8Array(tokens.length);
  const dates: FoundDate[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = readDayAndMonth(tokens, at) ?? readYearExpression(tokens, at);
    if (found === null) {
      at += 1;
      continue;
    }
    taken.fill(1, found.first, found.next);
    const date = foundDate(text, tokens, found);
    if (date !== null) dates.push(date);
    at = found.next;
  }
  return { dates, taken };
}

function foundDate(text: string, tokens: readonly Token[], span: TokenSpan): FoundDate | null {
  const start = tokens[span.first]?.start;
  const end = tokens[span.next - 1]?.end;
  if (span.edtf === null || start === undefined || end === undefined) return null;
  const reading = readDate(span.edtf);
  if (reading.kind === 'problem') return null;
  return { start, end, text: text.slice(start, end), date: reading.date, edtf: span.edtf };
}
