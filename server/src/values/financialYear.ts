import { dayNumber } from './calendar.js';
import type { DateHedge, SingleDate } from './edtfDate.js';

const PLAIN = /^(\d{4})\/(\d{2})([~?%]?)$/;
const NAMED = /^FY ?(\d{4})[/–-](\d{2}|\d{4})([~?%]?)$/i;
const WITH_DASH = /^(\d{4})-(\d{2})$/;

/** A UK financial year's first day as month and day. */
export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** Reads a setting such as `04-01`; anything else gives the UK's 1 April. */
export function readYearStart(setting: string | undefined): YearStart {
  const parts = /^(\d{2})-(\d{2})$/.exec(setting ?? '');
  const month = Number(parts?.[1]);
  const day = Number(parts?.[2]);
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 28;
  return valid ? { month, day } : { month: 4, day: 1 };
}

function isSuccessor(year: number, second: string): boolean {
  return Number(second) === (second.length === 4 ? year + 1 : (year + 1) % 100);
}

/** Reads `2013/14`, `FY2013-14`; null unless the second year follows the first. */
export function readFinancialYear(text: string, start: YearStart): SingleDate | null {
  const parts = PLAIN.exec(text) ?? NAMED.exec(text);
  const year = Number(parts?.[1]);
  const second = parts?.[2];
  if (second === undefined || !isSuccessor(year, second)) return null;
  return {
    precision: 'financial-year',
    year,
    month: start.month,
    day: start.day,
    start: dayNumber(year, start.month, start.day),
    end: dayNumber(year + 1, start.month, start.day),
    hedge: (parts?.[3] ?? '') as DateHedge,
  };
}

/** Why `2013/15` is no date, for a text of a financial year's shape; null for any other text. */
export function explainFinancialYear(text: string): string | null {
  const parts = PLAIN.exec(text) ?? NAMED.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const second = parts[2] ?? '';
  const last = second.length === 4 ? Number(second) : Math.floor(year / 100) * 100 + Number(second);
  const right = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const span = last > year ? `, or the years ${year} to ${last} as ${year}/${last}` : '';
  return `“${text}” is not a financial year: ${second} does not follow ${year}. Write the financial year as ${right}${span}.`;
}

/**
 * Whether a text that EDTF reads as a month (`2010-11`, November 2010) has the shape in which people
 * also write a financial year: the last two digits follow the first year.
 */
export function looksLikeFinancialYear(source: string): boolean {
  const parts = WITH_DASH.exec(source.trim());
  return parts !== null && isSuccessor(Number(parts[1]), parts[2] ?? '');
}
