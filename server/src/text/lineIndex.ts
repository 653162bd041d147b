import { firstPast } from './firstPast.js';
import { span, type Span } from './span.js';
import type { TextChange } from './textChange.js';
import { Utf8Columns } from './utf8Columns.js';

/** What `character` counts; the names are the Language Server Protocol's. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** Zero-based; `character` counts code units of the encoding asked for. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

const LF = 10;
const CR = 13;

/**
 * Offsets to positions and back. LF, CRLF and a lone CR break lines, as the protocol says;
 * U+2028, U+2029 and U+0085 do not. Offsets are UTF-16 offsets into the text.
 */
export class LineIndex {
  readonly #text: string;
  #found: readonly number[] | undefined;
  /** Of a text whose lines are known. */
  #hasCr = false;
  #counted: Utf8Columns | undefined;

  /** Nothing is looked for before the first question: few files are ever asked. */
  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The lines of the text that a change makes of this one. Where the lines of this one are known, only those that
   * changed are looked for.
   *
   * @param text the whole of it, after the change
   */
  edited(text: string, change: TextChange): LineIndex {
    const lines = new LineIndex(text);
    const written = text.slice(change.start, change.newEnd);
    if (this.#found !== undefined && !this.#hasCr && !written.includes('\r')) {
      lines.#found = startsAfter(this.#found, change, written);
    }
    return lines;
  }

  get #starts(): readonly number[] {
    if (this.#found === undefined) {
      this.#hasCr = this.#text.includes('\r');
      this.#found = this.#hasCr ? lineStarts(this.#text) : startsByLf(this.#text, 0, [0]);
    }
    return this.#found;
  }

  get #columns(): Utf8Columns {
    return (this.#counted ??= new Utf8Columns(this.#text));
  }

  /** At least 1: an empty text is one empty line, and a final break opens another line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /**
   * Where an offset stands. Outside the text it is clamped; inside a line break it is the end of
   * the line; inside a surrogate pair it is before the pair.
   */
  positionAt(offset: number, encoding: PositionEncoding = 'utf-16'): LinePosition {
    const clamped = clamp(offset, 0, this.#text.length);
    const line = this.#lineOf(clamped);
    const { start, end } = this.lineSpan(line);
    const within = beforePair(this.#text, Math.min(clamped, end));
    const character =
      encoding === 'utf-16' ? within - start : this.#columns.bytesBetween(start, end, within);
    return { line, character };
  }

  /** The offset of a position, clamped into the text and its line, never inside a surrogate pair. */
  offsetAt(position: LinePosition, encoding: PositionEncoding = 'utf-16'): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.#text.length;
    const { start, end } = this.lineSpan(Math.trunc(position.line));
    const character = clamp(position.character, 0, Number.MAX_SAFE_INTEGER);
    if (encoding === 'utf-8') return this.#columns.offsetOfByte(start, end, character);
    return beforePair(this.#text, Math.min(start + character, end));
  }

  /** A line without its break; the empty span at the end of the text for a line that is not there. */
  lineSpan(line: number): Span {
    const start = this.#starts[line];
    if (start === undefined) return span(this.#text.length, this.#text.length);
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (line + 1 < this.#starts.length) {
      if (end > start && this.#text.charCodeAt(end - 1) === LF) end--;
      if (end > start && this.#text.charCodeAt(end - 1) === CR) end--;
    }
    return span(start, end);
  }

  /** The span as a range, as `positionAt` does its two ends. */
  rangeAt(of: Span, encoding: PositionEncoding = 'utf-16'): LineRange {
    return { start: this.positionAt(of.start, encoding), end: this.positionAt(of.end, encoding) };
  }

  /** The last line that starts at or before the offset. */
  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** Of a text that breaks lines with LF only: looking for one character is many times as fast as looking at each. */
function startsByLf(text: string, from: number, starts: number[]): number[] {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    starts.push(from + at + 1);
  return starts;
}

/** The same after a change. @param written what the change has put there */
function startsAfter(
  starts: readonly number[],
  { start, oldEnd, newEnd }: TextChange,
  written: string,
): readonly number[] {
  const kept = firstPast(starts.length, (line) => (starts[line] ?? 0) <= start);
  const next = firstPast(starts.length, (line) => (starts[line] ?? 0) <= oldEnd);
  const by = newEnd - oldEnd;
  if (by === 0 && kept === next && !written.includes('\n')) return starts;
  const now = startsByLf(written, start, starts.slice(0, kept));
  for (let line = next; line < starts.length; line++) now.push((starts[line] ?? 0) + by);
  return now;
}

/** NaN becomes the minimum. */
function clamp(value: number, minimum: number, maximum: number): number {
  return value > minimum ? Math.min(Math.trunc(value), maximum) : minimum;
}

/** The offset, or the one before it when it would cut a surrogate pair. */
function beforePair(text: string, offset: number): number {
  const cuts =
    offset > 0 &&
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  return cuts ? offset - 1 : offset;
}
