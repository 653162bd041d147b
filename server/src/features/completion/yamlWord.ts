import type { Span } from '../../text/span.js';
import { closingQuote } from './yamlScan.js';

/** What somebody is typing. Offsets are UTF-16. */
export interface Word {
  /** The word there, on one line, without the quotation marks around it. */
  readonly word: Span;
  /** What stands of it before the cursor. */
  readonly typed: string;
  /** The quotation mark that opens the word. */
  readonly quote: '' | '"' | "'";
  readonly isClosed: boolean;
}

export function plainWord(text: string, offset: number, word: Span): Word {
  return { word, typed: text.slice(word.start, offset), quote: '', isClosed: false };
}

/**
 * The word in quotation marks that begins at `start`; undefined for a cursor outside of them.
 * @param end of the line, or of the place where it stands
 */
export function quotedWord(
  text: string,
  offset: number,
  start: number,
  end: number,
): Word | undefined {
  const close = closingQuote(text, start, end);
  const rest = /^[^\s,\]}]*/.exec(text.slice(offset, end))?.[0] ?? '';
  const inner = close === undefined ? offset + rest.length : close - 1;
  const word = { start: start + 1, end: inner };
  if (offset <= start || offset > inner || inner > end) {
    return undefined;
  }
  const quote = text[start] === '"' ? '"' : "'";
  return { word, typed: text.slice(word.start, offset), quote, isClosed: close !== undefined };
}
