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
  const lines = linesOf(text, end);
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  let last: Line | undefined;
  for (const line of lines) {
    if (last && (line.start === line.end || endsParagraph(text, last, line, widest))) {
      leaf.close('paragraph', 0, last.end);
      last = undefined;
    }
    if (line.start === line.end) continue;
    if (last) leaf.takeBreak(last.breakStart, last.breakEnd, false);
    else leaf.open(line.start);
    leaf.take(line.start, line.end);
    last = line;
  }
  if (last) leaf.close('paragraph', 0, last.end);
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

/** A line's words, without the white space around them; empty for a blank one. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly breakStart: number;
  readonly breakEnd: number;
  /** In columns, indentation included. */
  readonly width: number;
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let lineStart = from;
  for (;;) {
    const breakStart = lineEnd(text, lineStart);
    const isPair = text.startsWith('\r\n', breakStart);
    const breakEnd = breakStart + (isPair ? 2 : 1);
    let end = breakStart;
    while (end > lineStart && isSpace(text.charCodeAt(end - 1))) end--;
    let start = lineStart;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    lines.push({ start, end, breakStart, breakEnd, width: end - lineStart });
    if (breakStart >= text.length) return lines;
    lineStart = breakEnd;
  }
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) return end;
    end++;
  }
  return end;
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
  BULLET.lastIndex = next.start;
  if (BULLET.test(text) && BULLET.lastIndex <= next.end) return true;
  SMALL_LETTER.lastIndex = next.start;
  if (line.width >= HEADLINE_WIDTH && SMALL_LETTER.test(text)) return false;
  if (widest > WRAP_WIDTH) return true;
  FIRST_WORD.lastIndex = next.start;
  const firstWord = FIRST_WORD.exec(text)?.[0] ?? '';
  return line.width + 1 + firstWord.length <= widest;
}
