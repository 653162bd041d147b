import { refuse, unlessRefused } from '../text/yamlScanRefusal.js';
import { span, type Span } from '../text/span.js';
import { LeafWriter } from './leafWriter.js';
import {
  COLON,
  CR,
  DASH,
  GREATER,
  HASH,
  isDigit,
  isLineEnd,
  LF,
  PIPE,
  SPACE,
} from './markdownScanChars.js';
import { InlineScanner } from './markdownScanInline.js';
import {
  BLOCK_MARKS,
  headingLevel,
  isDoubtfulStart,
  isFence,
  isHtml,
  isRule,
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

/** The mark of a block quote on the stack of containers; a list item has its width there. */
const QUOTE = 0;

/** More indentation than this is code, where no paragraph goes on. */
const MAX_INDENT = 3;

/** Deeper nesting is left to the parser. */
const MAX_CONTAINERS = 20;

class MarkdownScanner {
  readonly #text: string;
  readonly #leaf: LeafWriter;
  readonly #inline: InlineScanner;
  /** The open block quotes and list items, outermost first: `QUOTE` or the width of the item. */
  readonly #containers: number[] = [];
  #inParagraph = false;
  /** Where the last line of words ended, before its break. */
  #lineEnd = 0;
  #nextLine = 0;

  constructor(text: string) {
    this.#text = text;
    this.#leaf = new LeafWriter(text);
    this.#inline = new InlineScanner(text, this.#leaf);
  }

  scan(): ScannedMarkdown {
    const start = this.#text.charCodeAt(0) === 0xfeff ? 1 : 0; // a byte order mark
    const frontMatter = this.#frontMatter(start);
    let pos = frontMatter === null ? start : this.#afterBreak(frontMatter.end);
    while (pos < this.#text.length) pos = this.#line(pos);
    this.#endParagraph();
    return { ...this.#leaf.build(), frontMatter };
  }

  /** YAML between lines of `---` at the very start; without the second of them there is doubt. */
  #frontMatter(start: number): Span | null {
    const text = this.#text;
    if (!text.startsWith('---', start)) return null;
    let pos = this.#pastSpaces(start + 3);
    if (!isLineEnd(text.charCodeAt(pos)) || pos >= text.length) {
      return text.charCodeAt(pos) === 0x09 ? refuse() : null;
    }
    for (;;) {
      pos = this.#afterBreak(this.#endOfLine(pos));
      if (pos >= text.length) refuse();
      if (text.startsWith('---', pos)) {
        const end = this.#pastSpaces(pos + 3);
        if (isLineEnd(text.charCodeAt(end))) return span(start, end);
        if (text.charCodeAt(end) === 0x09) refuse();
      }
    }
  }

  /** Reads one line and returns where the next one starts. */
  #line(lineStart: number): number {
    const text = this.#text;
    let pos = lineStart;
    let matched = 0;
    while (matched < this.#containers.length) {
      const after = this.#insideContainer(this.#containers[matched] ?? QUOTE, pos);
      if (after < 0) break;
      pos = after;
      matched++;
    }
    const words = this.#pastSpaces(pos);
    const code = text.charCodeAt(words);
    if (isLineEnd(code)) {
      this.#endParagraph();
      this.#containers.length = matched;
      this.#inline.hasBar = false;
      return this.#afterBreak(words);
    }
    if (this.#inline.hasBar && (code === PIPE || code === COLON || code === DASH)) refuse();
    const isIndented = words - pos > MAX_INDENT;
    if (matched < this.#containers.length) {
      // Words here may still belong to the paragraph inside.
      if (this.#inParagraph && (isIndented || !this.#endsOuterParagraph(words))) refuse();
      this.#endParagraph();
      this.#containers.length = matched;
    }
    if (this.#inParagraph && (isIndented || !this.#interrupts(words))) return this.#goOn(words);
    this.#endParagraph();
    return isIndented ? refuse() : this.#startBlock(words, words - pos);
  }

  /** Where the rest of a line that begins at `pos` stands inside a container, or -1 if it does not. */
  #insideContainer(width: number, pos: number): number {
    const words = this.#pastSpaces(pos);
    const code = this.#text.charCodeAt(words);
    if (width === QUOTE) {
      if (code !== GREATER || words - pos > MAX_INDENT) return -1;
      return this.#text.charCodeAt(words + 1) === SPACE ? words + 2 : words + 1;
    }
    if (words - pos >= width) return pos + width;
    return isLineEnd(code) ? words : -1;
  }

  /** Whether a line surely ends the paragraph of a container that it does not stand in. */
  #endsOuterParagraph(pos: number): boolean {
    const text = this.#text;
    if (isUnderline(text, pos)) return false;
    return (
      text.charCodeAt(pos) === GREATER ||
      headingLevel(text, pos) > 0 ||
      isRule(text, pos) ||
      itemMarker(text, pos) > 0
    );
  }

  /** Whether a line ends the open paragraph in the same containers. Underlines are refused. */
  #interrupts(pos: number): boolean {
    const text = this.#text;
    const code = text.charCodeAt(pos);
    if (code >= 0x80 || BLOCK_MARKS[code] === 0) return false;
    if (isUnderline(text, pos)) refuse();
    if (code === GREATER || headingLevel(text, pos) > 0 || isRule(text, pos)) return true;
    if (isFence(text, pos) || isHtml(text, pos)) return true;
    const marker = itemMarker(text, pos);
    if (marker === 0) return false;
    if (isLineEnd(text.charCodeAt(this.#pastSpaces(pos + marker)))) refuse();
    // Of ordered lists, only one that begins with 1 can interrupt: others are lines with a number.
    return !isDigit(code) || (marker === 2 && code === 0x31);
  }

  #startBlock(pos: number, indent: number): number {
    const text = this.#text;
    const code = text.charCodeAt(pos);
    if (code < 0x80 && BLOCK_MARKS[code] === 1) {
      if (code === GREATER) return this.#startQuote(pos);
      if (isRule(text, pos)) return this.#afterBreak(this.#endOfLine(pos));
      const marker = itemMarker(text, pos);
      if (marker > 0) return this.#startItem(pos, marker, indent);
      if (isFence(text, pos)) return this.#fencedCode(pos);
      if (isHtml(text, pos)) refuse();
    }
    return this.#startLeaf(pos);
  }

  /** A heading or paragraph. */
  #startLeaf(pos: number): number {
    const level = this.#text.charCodeAt(pos) === HASH ? headingLevel(this.#text, pos) : 0;
    if (level > 0) return this.#heading(pos, level);
    this.#leaf.open(pos);
    this.#inline.open(pos);
    this.#inParagraph = true;
    return this.#words(pos);
  }

  #heading(pos: number, level: number): number {
    const words = this.#pastSpaces(pos + level);
    this.#leaf.open(pos);
    this.#inline.open(words);
    const end = this.#inline.line(words);
    let last = end - 1;
    while (last > words && this.#text.charCodeAt(last) === SPACE) last--;
    if (last >= words && this.#text.charCodeAt(last) === HASH) refuse();
    this.#inline.close(end);
    this.#leaf.close('heading', level, end);
    return this.#afterBreak(end);
  }

  #startQuote(pos: number): number {
    this.#push(QUOTE);
    const inside = this.#text.charCodeAt(pos + 1) === SPACE ? pos + 2 : pos + 1;
    const words = this.#pastSpaces(inside);
    if (isLineEnd(this.#text.charCodeAt(words))) return this.#afterBreak(words);
    if (words - inside > MAX_INDENT || isDoubtfulStart(this.#text, words)) refuse();
    return this.#startLeaf(words);
  }

  #startItem(pos: number, marker: number, indent: number): number {
    const words = this.#pastSpaces(pos + marker);
    const spaces = words - pos - marker;
    if (isLineEnd(this.#text.charCodeAt(words)) || spaces > 4) refuse();
    if (isDoubtfulStart(this.#text, words)) refuse();
    this.#push(indent + marker + spaces);
    return this.#startLeaf(words);
  }

  /** Code between fences, outside of lists and quotes; without its closing fence there is doubt. */
  #fencedCode(pos: number): number {
    const text = this.#text;
    if (this.#containers.length > 0) refuse();
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
    const container = this.#containers.at(-1);
    const kind =
      container === undefined ? 'paragraph' : container === QUOTE ? 'blockquote' : 'listItem';
    this.#leaf.close(kind, 0, this.#lineEnd);
  }

  #push(width: number): void {
    if (this.#containers.length >= MAX_CONTAINERS) refuse();
    this.#containers.push(width);
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
