/** What may stand in a cell; null and undefined leave it empty. */
export type CsvValue = string | number | boolean | null | undefined;

/** What a spreadsheet would take for the start of a formula, full-width signs included (OWASP). */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A number of its own: what a spreadsheet reads as a number and nothing else. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Beside RFC 4180's comma, quote and line breaks: what other separators and readers that trim trip over. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

/**
 * One cell of a CSV file (RFC 4180), quoted where it must be. Text that a spreadsheet would run as a
 * formula gets an apostrophe before it; plain numbers such as -5 stay as they are. Numbers that are
 * not finite leave the cell empty.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = String(value);
  const safe = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record of a CSV file, its line break (CRLF) included. */
export function csvRow(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Before UTF-8 text it tells some spreadsheets, Excel among them, what it is. */
export const BYTE_ORDER_MARK = '\uFEFF';
