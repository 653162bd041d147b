import { refuse } from '../text/yamlScanRefusal.js';
import type { BlockKind } from './block.js';
import { GREATER, isLineEnd, SPACE } from './markdownScanChars.js';

/** The mark of a block quote on the stack; a list item has its width there. */
const QUOTE = 0;

/** The definition of a footnote, and how far its further lines are indented. */
const FOOTNOTE = -1;
const FOOTNOTE_INDENT = 4;

/** Before the mark of a block quote. */
const MAX_INDENT = 3;

/** Deeper nesting is left to the parser. */
const MAX_CONTAINERS = 20;

/** What has stood in a list item whose marker stands alone on its line. */
const WORDS = 0;
const NOTHING = 1;
const BLANK_LINE = 2;

/** The open block quotes and list items, outermost first, and how many of them a line stands in. */
export class Containers {
  /** `QUOTE`, `FOOTNOTE`, or how far an item's words are indented. */
  readonly #widths: number[] = [];
  readonly #state: number[] = [];
  #entered = 0;

  get isOpen(): boolean {
    return this.#widths.length > 0;
  }

  /** Whether the line that was entered last stands in all of them. */
  get allEntered(): boolean {
    return this.#entered === this.#widths.length;
  }

  /** What a paragraph in the innermost counts as. */
  get kind(): BlockKind {
    const width = this.#widths.findLast((each) => each !== FOOTNOTE);
    return width === undefined ? 'paragraph' : width === QUOTE ? 'blockquote' : 'listItem';
  }

  /** Goes into those a line stands in, and returns where the rest of the line starts. */
  enter(text: string, lineStart: number): number {
    let pos = lineStart;
    let entered = 0;
    for (; entered < this.#widths.length; entered++) {
      const width = this.#widths[entered] ?? QUOTE;
      let words = pos;
      while (text.charCodeAt(words) === SPACE) words++;
      const code = text.charCodeAt(words);
      if (width === QUOTE) {
        if (code !== GREATER || words - pos > MAX_INDENT) break;
        pos = text.charCodeAt(words + 1) === SPACE ? words + 2 : words + 1;
      } else if (width === FOOTNOTE) {
        if (isLineEnd(code)) continue;
        // Of two footnotes in one another the parser lets one indentation do for both.
        const isShared = words === pos && entered > 0 && this.#widths[entered - 1] === FOOTNOTE;
        if (isShared) continue;
        if (words - pos < FOOTNOTE_INDENT) break;
        pos += FOOTNOTE_INDENT;
      } else if (isLineEnd(code)) {
        if (this.#state[entered] === NOTHING) this.#state[entered] = BLANK_LINE;
        pos = Math.min(words, pos + width);
      } else {
        if (words - pos < width || this.#state[entered] === BLANK_LINE) break;
        this.#state[entered] = WORDS;
        pos += width;
      }
    }
    this.#entered = entered;
    return pos;
  }

  /** Closes those the line does not stand in. */
  leave(): void {
    if (this.allEntered) return; // as nearly always
    this.#widths.length = this.#entered;
    this.#state.length = this.#entered;
  }

  openQuote(): void {
    this.#open(QUOTE, WORDS);
  }

  openFootnote(): void {
    this.#open(FOOTNOTE, WORDS);
  }

  /** @param isEmpty whether the marker stands alone on its line */
  openItem(width: number, isEmpty: boolean): void {
    this.#open(width, isEmpty ? NOTHING : WORDS);
  }

  #open(width: number, state: number): void {
    if (this.#widths.length >= MAX_CONTAINERS) refuse();
    this.#widths.push(width);
    this.#state.push(state);
    this.#entered = this.#widths.length;
  }
}
