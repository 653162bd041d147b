import { span, type Span } from '../text/span.js';
import { LeafWriter } from './leafWriter.js';
import type { Rendered } from './render.js';

export interface PlainTextOptions {
  /** Whether YAML between `---` lines at the start is front matter. */
  readonly frontMatter?: boolean;
}

/** A longer line was never wrapped by hand, so a line break in such a text ends a paragraph. */
const WRAP_WIDTH = 120;

/** A shorter line may be a headline or a name, even when a small letter follows. */
const HEADLINE_WIDTH = 40;

const BULLET = /(?:[-*+\u2022\u2023\u25aa\u2013\u2014\u00b7][ \t]|\(?\d{1,3}[.)][ \t])/y;
const SMALL_LETTER = /\p{Ll}/uy;
const FIRST_WORD = /\S+/y;
const OTHER_SPACE = /\s/;

const LF = 0x0a;
const CR = 0x0d;

/** The prose and blocks of a plain text, and where its front matter stands. */
export interface ReadPlainText extends Rendered {
  readonly frontMatter: Span | null;
}

/**
 * Reads plain text as paragraphs, their lines without the white space around them. A blank line
 * ends a paragraph; so does a line break that was not made by wrapping.
 */
export function readPlainText(text: string, options: PlainTextOptions = {}): ReadPlainText {
  const leaf = new LeafWriter(text);
  const start = text.startsWith('\ufeff') ? 1 : 0; // a byte order mark
  const end = options.frontMatter ? frontMatterEnd(text, start) : start;
  const widest = widestLine(text, end);
  const line = new Line(text);
  /** The line before, where the paragraph may go on after it. */
  const last = new Line(text);
  let isOpen = false;
  for (let more = line.read(end); more; more = line.read(line.breakEnd)) {
    const isBlank = line.start === line.end;
    if (isOpen && (isBlank || endsParagraph(text, last, line, widest))) {
      leaf.close('paragraph', 0, last.end);
      isOpen = false;
    }
    if (isBlank) continue;
    if (isOpen) leaf.takeBreak(last.breakStart, last.breakEnd, false);
    else leaf.open(line.start);
    leaf.take(line.start, line.end);
    last.become(line);
    isOpen = true;
  }
  if (isOpen) leaf.close('paragraph', 0, last.end);
  return { ...leaf.build(), frontMatter: end > start ? span(start, end) : null };
}

/** The end of the closing fence, or `start` where no front matter begins there. */
function frontMatterEnd(text: string, start: number): number {
  const open = /---[ \t]*[\r\n]/y;
  open.lastIndex = start;
  if (!open.test(text)) return start;
  const fence = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;
  fence.lastIndex = start + 3;
  return fence.exec(text) ? fence.lastIndex : start;
}

/** Where the front matter of Markdown stands that is read as plain text, or `null` without one. */
export function plainFrontMatter(text: string): Span | null {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const end = frontMatterEnd(text, start);
  return end > start ? span(start, end) : null;
}

/** A line's words, without the white space around them; empty for a blank one. It is read again and again. */
class Line {
  readonly #text: string;
  readonly #hasReturns: boolean;
  #isLast = false;
  start = 0;
  end = 0;
  breakStart = 0;
  breakEnd = 0;
  /** In columns, indentation included. */
  width = 0;

  constructor(text: string) {
    this.#text = text;
    this.#hasReturns = text.includes('\r');
  }

  /** Reads the line that begins at an offset, right behind the line read last. @returns false after the last line */
  read(lineStart: number): boolean {
    if (this.#isLast) return false;
    const text = this.#text;
    const breakStart = this.#lineEnd(lineStart);
    const isPair = this.#hasReturns && text.startsWith('\r\n', breakStart);
    let end = breakStart;
    while (end > lineStart && isSpace(text.charCodeAt(end - 1))) end--;
    let start = lineStart;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    this.start = start;
    this.end = end;
    this.breakStart = breakStart;
    this.breakEnd = breakStart + (isPair ? 2 : 1);
    this.width = end - lineStart;
    this.#isLast = breakStart >= text.length;
    return true;
  }

  become({ start, end, breakStart, breakEnd, width }: Line): void {
    this.start = start;
    this.end = end;
    this.breakStart = breakStart;
    this.breakEnd = breakEnd;
    this.width = width;
  }

  #lineEnd(from: number): number {
    const text = this.#text;
    if (!this.#hasReturns) {
      // Looking for one character is many times as fast as looking at each.
      const end = text.indexOf('\n', from);
      return end < 0 ? text.length : end;
    }
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === LF || code === CR) return end;
      end++;
    }
    return end;
  }
}

function widestLine(text: string, from: number): number {
  const line = new Line(text);
  let widest = 0;
  for (let more = line.read(from); more; more = line.read(line.breakEnd)) {
    widest = Math.max(widest, line.width);
  }
  return widest;
}

function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0x80) return false;
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || OTHER_SPACE.test(String.fromCharCode(code))
  );
}

/**
 * Whether the break between two lines was meant: the next line is an item of a list, or its first
 * word would have fitted on the line before and is not the middle of a sentence.
 */
function endsParagraph(text: string, line: Line, next: Line, widest: number): boolean {
  if (mayBeginItem(text.charCodeAt(next.start))) {
    BULLET.lastIndex = next.start;
    if (BULLET.test(text) && BULLET.lastIndex <= next.end) return true;
  }
  if (line.width >= HEADLINE_WIDTH && isSmallLetter(text, next.start)) return false;
  if (widest > WRAP_WIDTH) return true;
  FIRST_WORD.lastIndex = next.start;
  const firstWord = FIRST_WORD.exec(text)?.[0] ?? '';
  return line.width + 1 + firstWord.length <= widest;
}

/** Letters of ASCII begin no item; most lines begin with one. */
function mayBeginItem(code: number): boolean {
  return !((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));
}

function isSmallLetter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  SMALL_LETTER.lastIndex = offset;
  return SMALL_LETTER.test(text);
}
