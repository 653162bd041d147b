import type { DateRange } from './dateRange.js';
import { readDateParts, type DateOptions, type IntervalEnd } from './dateParts.js';
import { widened } from './edtfDate.js';
import { ReadingMemo } from './readingMemo.js';

export { dayNumber } from './calendar.js';
export type { DatePrecision, DateRange } from './dateRange.js';
export { describeDate } from './dateWords.js';
export type { DateOptions } from './dateParts.js';
export { looksLikeFinancialYear } from './financialYear.js';

export type DateReading =
  | { readonly kind: 'date'; readonly date: DateRange }
  | { readonly kind: 'problem'; readonly message: string };

const memo = new ReadingMemo<DateReading>();

/**
 * Reads EDTF levels 0 and 1 (ISO 8601-2) and UK financial years (`2013/14`, `FY2013-14`). What is
 * neither gives a problem that says what to write instead. Never throws. Equal dates may be one and
 * the same object.
 */
export function readDate(source: string, options: DateOptions = {}): DateReading {
  return memo.get(options.financialYearStart ?? '', source, (text) => read(text, options));
}

function read(source: string, options: DateOptions): DateReading {
  const parts = readDateParts(source, options);
  if (parts.kind === 'problem') return parts;
  const text = source.trim();
  if (parts.kind === 'single') {
    const { precision, hedge } = parts.date;
    return {
      kind: 'date',
      date: {
        ...widened(parts.date),
        hedged: hedge !== '',
        unknownStart: false,
        unknownEnd: false,
        precision,
        source: text,
      },
    };
  }
  const { from, to } = parts;
  return {
    kind: 'date',
    date: {
      start: typeof from === 'string' ? -Infinity : widened(from).start,
      end: typeof to === 'string' ? Infinity : widened(to).end,
      hedged: isHedged(from) || isHedged(to),
      unknownStart: from === 'unknown',
      unknownEnd: to === 'unknown',
      precision: 'interval',
      source: text,
    },
  };
}

function isHedged(end: IntervalEnd): boolean {
  return typeof end !== 'string' && end.hedge !== '';
}
