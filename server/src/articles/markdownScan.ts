import { refuse, unlessRefused } from '../text/yamlScanRefusal.js';
import { span, type Span } from '../text/span.js';
import { LeafWriter } from './leafWriter.js';
import {
  CR,
  DASH,
  GREATER,
  HASH,
  isDigit,
  isLineEnd,
  LF,
  SPACE,
  TAB,
} from './markdownScanChars.js';
import { Containers } from './markdownScanContainers.js';
import { InlineScanner } from './markdownScanInline.js';
import {
  BLOCK_MARKS,
  footnoteDefined,
  headingLevel,
  isDelimiterRow,
  isFence,
  isHtml,
  isRule,
  isTask,
  isUnderline,
  itemMarker,
} from './markdownScanMarkers.js';
import type { Rendered } from './render.js';

/** An article's prose and blocks, and where its front matter stands. */
export interface ScannedMarkdown extends Rendered {
  readonly frontMatter: Span | null;
}

/**
 * Reads the plain Markdown that most articles are written in: headings, paragraphs, lists, block
 * quotes, rules, fenced code; what stands in a line is `InlineScanner`'s. It gives exactly what
 * remark and `render` would, many times quicker, and **refuses on any doubt**: tables, HTML,
 * definitions, indented code, lazy lines, tabs and everything else that may mean something is for
 * the parser.
 *
 * A fuzz test against the parser holds it to that: `test/unit/articles/markdownScan.test.ts`.
 *
 * @returns null if it refuses
 */
export function scanMarkdown(text: string): ScannedMarkdown | null {
  return unlessRefused(() => {
    if (text.includes('\r') && /\r(?!\n)/.test(text)) refuse();
    return new MarkdownScanner(text).scan();
  });
}

/** Front matter and the words of the first heading. */
export interface ScannedHead {
  readonly frontMatter: Span | null;
  readonly heading: string | null;
}

/**
 * Reads up to the first heading's end. What comes after it decides nothing but what brackets refer to:
 * these are refused here.
 *
 * @returns null if it refuses
 */
export function scanHead(text: string): ScannedHead | null {
  return unlessRefused(() => {
    if (text.includes('\r') && /\r(?!\n)/.test(text)) refuse();
    return new MarkdownScanner(text).scanHead();
  });
}

/** More indentation than this is code, where no paragraph goes on. */
const MAX_INDENT = 3;

/**
 * Whether a list item may begin where a paragraph or code goes on: not if it is empty, and of ordered
 * lists only one that begins with 1 may, since others are lines with a number.
 */
function canInterrupt(text: string, pos: number, marker: number): boolean {
  let words = pos + marker;
  while (text.charCodeAt(words) === SPACE) words++;
  if (isLineEnd(text.charCodeAt(words))) return false;
  const code = text.charCodeAt(pos);
  return !isDigit(code) || (marker === 2 && code === 0x31);
}

class MarkdownScanner {
  readonly #text: string;
  readonly #leaf: LeafWriter;
  readonly #inline: InlineScanner;
  readonly #containers = new Containers();
  /** Labels of the footnotes that are defined, in small letters. */
  readonly #footnotes = new Set<string>();
  #inParagraph = false;
  #hasHeading = false;
  /** Of code by indentation; -1 outside of it. */
  #codeStart = -1;
  #codeEnd = 0;
  /** Where the last line of words ended, before its break. */
  #lineEnd = 0;
  #nextLine = 0;

  constructor(text: string) {
    this.#text = text;
    this.#leaf = new LeafWriter(text);
    this.#inline = new InlineScanner(text, this.#leaf);
  }

  scan(): ScannedMarkdown {
    const frontMatter = this.#lines(false);
    return { ...this.#leaf.build(), frontMatter };
  }

  scanHead(): ScannedHead {
    const frontMatter = this.#lines(true);
    const { rendered, blocks } = this.#leaf.build();
    const heading = blocks.firstHeading;
    return { frontMatter, heading: heading && rendered.text.slice(heading.start, heading.end) };
  }

  /** Reads all lines, or those up to the first heading, and gives the front matter. */
  #lines(untilHeading: boolean): Span | null {
    const start = this.#text.charCodeAt(0) === 0xfeff ? 1 : 0; // a byte order mark
    const frontMatter = this.#frontMatter(start);
    let pos = frontMatter === null ? start : this.#afterBreak(frontMatter.end);
    while (pos < this.#text.length && !(untilHeading && this.#hasHeading)) pos = this.#line(pos);
    this.#endParagraph();
    this.#endCode();
    // What calls a footnote that is not defined is words.
    for (const label of this.#inline.footnotes) if (!this.#footnotes.has(label)) refuse();
    return frontMatter;
  }

  /** YAML between lines of `---` at the very start; without the second of them there is doubt. */
  #frontMatter(start: number): Span | null {
    const text = this.#text;
    if (!text.startsWith('---', start)) return null;
    let pos = this.#pastSpaces(start + 3);
    if (!isLineEnd(text.charCodeAt(pos)) || pos >= text.length) {
      return text.charCodeAt(pos) === TAB ? refuse() : null;
    }
    for (;;) {
      pos = this.#afterBreak(this.#endOfLine(pos));
      if (pos >= text.length) refuse();
      if (text.startsWith('---', pos)) {
        const end = this.#pastSpaces(pos + 3);
        if (isLineEnd(text.charCodeAt(end))) return span(start, end);
        if (text.charCodeAt(end) === TAB) refuse();
      }
    }
  }

  /** Reads one line and returns where the next one starts. */
  #line(lineStart: number): number {
    const text = this.#text;
    const containers = this.#containers;
    const pos = containers.enter(text, lineStart);
    const words = this.#pastSpaces(pos);
    const code = text.charCodeAt(words);
    if (isLineEnd(code)) {
      this.#endParagraph();
      if (!containers.allEntered) this.#endCode();
      containers.leave(); // the quotes whose mark is missing here
      // Of a line of white space below code, the parser may count some as code.
      if (this.#codeStart >= 0 && words - lineStart > MAX_INDENT) refuse();
      return this.#afterBreak(words);
    }
    const isIndented = words - pos > MAX_INDENT;
    const isInside = containers.allEntered;
    if (this.#inParagraph) {
      const isTorn = isRule(text, words) && !isUnderline(text, words);
      if (!isTorn && isDelimiterRow(text, words)) {
        if (this.#inline.hasBar || !isInside || isIndented || !isUnderline(text, words)) refuse();
        return this.#underline(words);
      }
      if (isIndented || !this.#interrupts(words, isInside)) return this.#goOn(words);
      this.#endParagraph();
      containers.leave();
      return this.#startBlock(pos, isInside);
    }
    const afterCode = this.#codeStart >= 0 && isInside;
    if (!isInside || !isIndented) this.#endCode();
    containers.leave();
    const next = this.#startBlock(pos, afterCode);
    if (!isInside && isIndented) this.#endCode(); // such a line is a block of its own
    return next;
  }

  /**
   * Whether a line ends the open paragraph. If the line does not stand in all of the paragraph's
   * containers, what does not end it is its lazy continuation.
   */
  #interrupts(pos: number, isInside: boolean): boolean {
    const text = this.#text;
    const code = text.charCodeAt(pos);
    if (code >= 0x80 || BLOCK_MARKS[code] === 0) return false;
    if (code === GREATER || headingLevel(text, pos) > 0) return true;
    if (footnoteDefined(text, pos) !== null) return true;
    if (isRule(text, pos)) return true;
    if (isFence(text, pos) || isHtml(text, pos)) return isInside || refuse();
    const marker = itemMarker(text, pos);
    if (marker === 0) return false;
    return !isInside || canInterrupt(text, pos, marker);
  }

  /**
   * Begins what stands in the rest of a line, after its containers.
   *
   * @param interrupts whether a paragraph or code goes on up to this line; the parser then takes
   *   fewer markers for those of lists
   */
  #startBlock(start: number, interrupts: boolean): number {
    const text = this.#text;
    const pos = this.#pastSpaces(start);
    const code = text.charCodeAt(pos);
    if (pos - start > MAX_INDENT) return this.#indentedCode(start, pos);
    if (code < 0x80 && BLOCK_MARKS[code] === 1) {
      if (isRule(text, pos)) return this.#afterBreak(this.#endOfLine(pos));
      if (code === GREATER) return this.#startQuote(pos, interrupts);
      const footnote = footnoteDefined(text, pos);
      if (footnote !== null) return this.#startFootnote(footnote, pos, interrupts);
      const marker = itemMarker(text, pos);
      if (marker > 0 && (!interrupts || canInterrupt(text, pos, marker))) {
        return this.#startItem(start, pos, marker, interrupts);
      }
      if (isFence(text, pos)) return this.#fencedCode(pos);
      if (isHtml(text, pos)) refuse();
      const level = headingLevel(text, pos);
      if (level > 0) return this.#heading(pos, level);
    }
    if (isTask(text, pos)) refuse();
    this.#leaf.open(pos);
    this.#inline.open(pos);
    this.#inParagraph = true;
    return this.#words(pos);
  }

  #heading(pos: number, level: number): number {
    const words = this.#pastSpaces(pos + level);
    this.#leaf.open(pos);
    this.#inline.open(words, true);
    const end = this.#inline.line(words);
    let last = end - 1;
    while (last > words && this.#text.charCodeAt(last) === SPACE) last--;
    if (last >= words && this.#text.charCodeAt(last) === HASH) refuse();
    this.#inline.close(end);
    this.#leaf.close('heading', level, end);
    this.#hasHeading = true;
    return this.#afterBreak(end);
  }

  /** The line below a paragraph that makes it a heading. */
  #underline(pos: number): number {
    const end = this.#endOfLine(pos);
    this.#inParagraph = false;
    this.#inline.close(this.#lineEnd);
    this.#leaf.close('heading', this.#text.charCodeAt(pos) === DASH ? 2 : 1, end);
    this.#hasHeading = true;
    return this.#afterBreak(end);
  }

  #startQuote(pos: number, interrupts: boolean): number {
    this.#containers.openQuote();
    const inside = this.#text.charCodeAt(pos + 1) === SPACE ? pos + 2 : pos + 1;
    const words = this.#pastSpaces(inside);
    if (isLineEnd(this.#text.charCodeAt(words))) return this.#afterBreak(words);
    return this.#startBlock(inside, interrupts);
  }

  #startFootnote(label: string, pos: number, interrupts: boolean): number {
    this.#footnotes.add(label.toLowerCase());
    this.#containers.openFootnote();
    const words = this.#pastSpaces(pos + label.length + '[^]:'.length);
    if (isLineEnd(this.#text.charCodeAt(words))) return this.#afterBreak(words);
    return this.#startBlock(words, interrupts);
  }

  #startItem(start: number, pos: number, marker: number, interrupts: boolean): number {
    const afterMarker = pos + marker;
    const words = this.#pastSpaces(afterMarker);
    if (isLineEnd(this.#text.charCodeAt(words))) {
      this.#containers.openItem(afterMarker + 1 - start, true);
      return this.#afterBreak(words);
    }
    const inside = words - afterMarker > MAX_INDENT + 1 ? afterMarker + 1 : words;
    this.#containers.openItem(inside - start, false);
    return this.#startBlock(inside, interrupts);
  }

  /** A line of code by its indentation. */
  #indentedCode(start: number, words: number): number {
    if (this.#text.charCodeAt(words) === TAB) refuse();
    if (this.#codeStart < 0) this.#codeStart = start;
    this.#codeEnd = this.#endOfLine(words);
    return this.#afterBreak(this.#codeEnd);
  }

  #endCode(): void {
    if (this.#codeStart < 0) return;
    this.#leaf.open(this.#codeStart);
    this.#leaf.close('code', 0, this.#codeEnd);
    this.#codeStart = -1;
  }

  /** Code between fences, outside of lists and quotes; without its closing fence there is doubt. */
  #fencedCode(pos: number): number {
    const text = this.#text;
    if (this.#containers.isOpen) refuse();
    const mark = text.charAt(pos);
    let fence = pos;
    while (text.charAt(fence) === mark) fence++;
    let line = this.#endOfLine(fence);
    if (text.slice(fence, line).includes('`')) refuse();
    for (;;) {
      line = this.#afterBreak(line);
      if (line >= text.length) refuse();
      const words = this.#pastSpaces(line);
      let end = words;
      while (text.charAt(end) === mark) end++;
      const isIndented = words - line > MAX_INDENT;
      line = this.#endOfLine(end);
      if (end - words < fence - pos) continue;
      if (isIndented || this.#pastSpaces(end) !== line) refuse();
      this.#leaf.open(pos);
      this.#leaf.close('code', 0, line);
      return this.#afterBreak(line);
    }
  }

  /** Goes on with the open paragraph. */
  #goOn(words: number): number {
    this.#inline.next(this.#lineEnd, this.#nextLine, words);
    return this.#words(words);
  }

  #words(pos: number): number {
    this.#lineEnd = this.#inline.line(pos);
    this.#nextLine = this.#afterBreak(this.#lineEnd);
    return this.#nextLine;
  }

  #endParagraph(): void {
    if (!this.#inParagraph) return;
    this.#inParagraph = false;
    this.#inline.close(this.#lineEnd);
    this.#leaf.close(this.#containers.kind, 0, this.#lineEnd);
  }

  #pastSpaces(pos: number): number {
    let end = pos;
    while (this.#text.charCodeAt(end) === SPACE) end++;
    return end;
  }

  #endOfLine(pos: number): number {
    const feed = this.#text.indexOf('\n', pos);
    if (feed < 0) return this.#text.length;
    return feed > pos && this.#text.charCodeAt(feed - 1) === CR ? feed - 1 : feed;
  }

  #afterBreak(lineEnd: number): number {
    const code = this.#text.charCodeAt(lineEnd);
    if (code === CR) return lineEnd + 2;
    return code === LF ? lineEnd + 1 : this.#text.length;
  }
}
