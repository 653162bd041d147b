import { suggestForm } from './dateProblem.js';
import { readSingleDate, type SingleDate } from './edtfDate.js';
import {
  explainFinancialYear,
  readFinancialYear,
  readYearStart,
  type YearStart,
} from './financialYear.js';

export interface DateOptions {
  /** First day of the financial year as `MM-DD`; `04-01` when left out or not a day. */
  readonly financialYearStart?: string;
}

/** A date taken apart: one date, or the two ends of an interval. */
export type DateParts =
  | { readonly kind: 'single'; readonly date: SingleDate }
  | { readonly kind: 'interval'; readonly from: IntervalEnd; readonly to: IntervalEnd };

/** `open` is written `..`, `unknown` is written as nothing. */
export type IntervalEnd = SingleDate | 'open' | 'unknown';

/** The date's parts as written, before hedges widen them. */
export function readDateParts(
  source: string,
  options: DateOptions = {},
): DateParts | { readonly kind: 'problem'; readonly message: string } {
  const text = source.length > 200 ? source.slice(0, 200) : source.trim();
  if (text === '') return { kind: 'problem', message: 'The date is empty.' };
  const yearStart = readYearStart(options.financialYearStart);
  const financialYear = readFinancialYear(text, yearStart);
  if (financialYear !== null) return { kind: 'single', date: financialYear };
  const misshapen = explainFinancialYear(text);
  if (misshapen !== null) return { kind: 'problem', message: misshapen };
  const [first = '', second, ...others] = text.split('/');
  if (second === undefined || others.length > 0) {
    const single = readSingleDate(text);
    return single.kind === 'problem' ? single : { kind: 'single', date: single.date };
  }
  return readInterval(text, first.trim(), second.trim(), yearStart);
}

function readInterval(
  text: string,
  first: string,
  second: string,
  yearStart: YearStart,
): DateParts | { readonly kind: 'problem'; readonly message: string } {
  const from = readEnd(first, yearStart);
  const to = readEnd(second, yearStart);
  const wrong = 'kind' in from ? from : 'kind' in to ? to : null;
  if ('kind' in from || 'kind' in to)
    // `5/2006` is a month that was written with a slash.
    return { kind: 'problem', message: suggestForm(text) ?? wrong?.message ?? '' };
  if (typeof from.end === 'string' && typeof to.end === 'string')
    return { kind: 'problem', message: `“${text}” names no date: give it a start or an end.` };
  if (typeof from.end !== 'string' && typeof to.end !== 'string' && from.end.start >= to.end.end)
    return {
      kind: 'problem',
      message: `“${text}” runs backwards: ${first} is later than ${second}. Write the earlier date first.`,
    };
  return { kind: 'interval', from: from.end, to: to.end };
}

function readEnd(
  text: string,
  yearStart: YearStart,
): { readonly end: IntervalEnd } | { readonly kind: 'problem'; readonly message: string } {
  if (text === '') return { end: 'unknown' };
  if (text === '..') return { end: 'open' };
  // `FY2013-14` has no slash of its own, so it may stand at either end.
  const financialYear = readFinancialYear(text, yearStart);
  if (financialYear !== null) return { end: financialYear };
  const single = readSingleDate(text);
  return single.kind === 'problem' ? single : { end: single.date };
}
