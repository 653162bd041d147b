import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver/node';

/** Marks a place in the text of a test file. */
export const CURSOR = '$$CURSOR$$';

/**
 * A text with markers put into it. Each place is words of the text with a `|` where the marker goes:
 * `Each P|CT has`.
 */
export function marked(text: string, ...places: readonly string[]): string {
  return places.reduce((result, place) => {
    const words = place.replace('|', '');
    assert.ok(result.includes(words), `No "${words}" to mark`);
    return result.replace(words, () => place.replace('|', () => CURSOR));
  }, text);
}

export type Encoding = 'utf-8' | 'utf-16';

/** The text without its markers, and the offsets (UTF-16) at which they stood. */
export function withoutMarkers(marked: string): { text: string; offsets: readonly number[] } {
  const parts = marked.split(CURSOR);
  const offsets = parts
    .slice(0, -1)
    .map((_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part.length, 0));
  return { text: parts.join(''), offsets };
}

/*
 * Counted here by other means than the server's, so that the two check each other.
 */

/** The position of an offset: LF, CRLF and a lone CR break lines. */
export function positionAt(text: string, offset: number, encoding: Encoding = 'utf-16'): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  const character = encoding === 'utf-8' ? Buffer.byteLength(last, 'utf8') : last.length;
  return { line: lines.length - 1, character };
}

/** The text that a range of the protocol covers. */
export function textIn(
  text: string,
  { start, end }: { start: Position; end: Position },
  encoding: Encoding = 'utf-16',
): string {
  return text.slice(offsetAt(text, start, encoding), offsetAt(text, end, encoding));
}

function offsetAt(text: string, { line, character }: Position, encoding: Encoding): number {
  const breaks = [...text.matchAll(/\r\n|\r|\n/g)];
  const before = line === 0 ? undefined : breaks[line - 1];
  const start = before === undefined ? 0 : before.index + before[0].length;
  if (encoding === 'utf-16') {
    return start + character;
  }
  return start + Buffer.from(text.slice(start)).subarray(0, character).toString('utf8').length;
}
