import { span, type Span } from '../text/span.js';
import { changeBetween, type TextChange } from '../text/textChange.js';
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
  /** Of its longest line, in columns. */
  readonly widest: number;
}

/** A text before an edit, and how it was read, with the same options. */
export interface EarlierPlainText extends ReadPlainText {
  readonly text: string;
}

/**
 * Reads plain text as paragraphs, their lines without the white space around them. A blank line
 * ends a paragraph; so does a line break that was not made by wrapping.
 *
 * @param earlier what it says is taken over but for the paragraphs around what was edited
 */
export function readPlainText(
  text: string,
  options: PlainTextOptions = {},
  earlier?: EarlierPlainText,
): ReadPlainText {
  const leaf = new LeafWriter(text);
  const start = text.startsWith('\ufeff') ? 1 : 0; // a byte order mark
  const end = options.frontMatter ? frontMatterEnd(text, start) : start;
  const edit = earlier && editOf(earlier, text, end);
  const widest = edit?.widest ?? widestLine(text, end);
  const reused = edit && isReadAlike(edit.before.widest, widest) ? edit : null;
  if (reused) leaf.takeBlocks(reused.before, 0, reused.first, 0);
  const line = new Line(text, reused !== null || hasReturns(text));
  /** The line before, where the paragraph may go on after it. */
  const last = new Line(text, true);
  let isOpen = false;
  let lineStart = reused?.from ?? end;
  for (let more = line.read(lineStart); more; more = line.read(lineStart)) {
    const isBlank = line.start === line.end;
    if (isOpen && (isBlank || endsParagraph(text, last, line, widest))) {
      leaf.close('paragraph', 0, last.end);
      isOpen = false;
    }
    if (reused && !isOpen && !isBlank && goesOnAsBefore(reused, lineStart, line.start, leaf)) break;
    lineStart = line.breakEnd;
    if (isBlank) continue;
    if (isOpen) leaf.takeBreak(last.breakStart, last.breakEnd, false);
    else leaf.open(line.start);
    leaf.take(line.start, line.end);
    last.become(line);
    isOpen = true;
  }
  if (isOpen) leaf.close('paragraph', 0, last.end);
  return { ...leaf.build(), frontMatter: end > start ? span(start, end) : null, widest };
}

/** What an edit leaves of how a text was read before it. */
interface Edit {
  readonly before: EarlierPlainText;
  readonly change: TextChange;
  /** The first block that is read again, and where its line begins. */
  readonly first: number;
  readonly from: number;
  /** Of the longest line now. */
  readonly widest: number;
}

/** @returns `null` where the edit may have touched the front matter */
function editOf(before: EarlierPlainText, text: string, bodyStart: number): Edit | null {
  const change = changeBetween(before.text, text);
  const startBefore = before.frontMatter?.end ?? (before.text.startsWith('\ufeff') ? 1 : 0);
  if (startBefore !== bodyStart || change.start <= bodyStart) return null;
  const { blocks } = before;
  // Where the one after a block ends before the change, the block and where it begins are as they were.
  let ended = blocks.firstFrom(change.start) - 1;
  while (ended >= 0 && blocks.end(ended) >= change.start) ended--;
  const first = Math.max(0, ended - 1);
  let from = ended < 1 ? bodyStart : blocks.start(first);
  while (from > bodyStart && !isBreak(text.charCodeAt(from - 1))) from--;
  const widest = widestAfter(before, text, change, bodyStart);
  return { before, change, first, from, widest };
}

/** How wide the longest line is after an edit: all lines are looked at only where the longest one was edited. */
function widestAfter(
  before: EarlierPlainText,
  text: string,
  { start, oldEnd, newEnd }: TextChange,
  bodyStart: number,
): number {
  let from = Math.max(bodyStart, start - 1);
  while (from > bodyStart && !isBreak(text.charCodeAt(from - 1))) from--;
  let to = newEnd;
  while (to < text.length && !isBreak(text.charCodeAt(to))) to++;
  const was = widestLine(before.text.slice(from, to - newEnd + oldEnd), 0);
  const is = widestLine(text.slice(from, to), 0);
  if (is >= before.widest) return is;
  return was < before.widest ? before.widest : widestLine(text, bodyStart);
}

/** Whether all lines that are the same end paragraphs alike. */
function isReadAlike(widestBefore: number, widest: number): boolean {
  return widestBefore === widest || (widestBefore > WRAP_WIDTH && widest > WRAP_WIDTH);
}

/** Takes over the rest where a line after the edit begins a paragraph, as it did before. @returns whether it does */
function goesOnAsBefore(
  { before, change }: Edit,
  lineStart: number,
  start: number,
  leaf: LeafWriter,
): boolean {
  const { newEnd, oldEnd } = change;
  if (lineStart <= newEnd) return false;
  const shift = newEnd - oldEnd;
  const block = before.blocks.firstFrom(start - shift);
  if (block >= before.blocks.count || before.blocks.start(block) !== start - shift) return false;
  leaf.takeBlocks(before, block, before.blocks.count, shift);
  return true;
}

function isBreak(code: number): boolean {
  return code === LF || code === CR;
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

  /** @param hasReturns false where all breaks are line feeds, which is quicker */
  constructor(text: string, hasReturns: boolean) {
    this.#text = text;
    this.#hasReturns = hasReturns;
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
  const line = new Line(text, hasReturns(text));
  let widest = 0;
  for (let more = line.read(from); more; more = line.read(line.breakEnd)) {
    widest = Math.max(widest, line.width);
  }
  return widest;
}

function hasReturns(text: string): boolean {
  return text.includes('\r');
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
