import { refuse } from '../text/yamlScanRefusal.js';
import type { LeafWriter } from './leafWriter.js';
import { footnoteLabel } from './markdownScanMarkers.js';
import {
  AMPERSAND,
  BACKSLASH,
  BACKTICK,
  BANG,
  CARET,
  classOf,
  CLOSE_SQUARE,
  COLON,
  CR,
  isDigit,
  isLetter,
  isLineEnd,
  isPunctuation,
  LESS,
  LF,
  MARKS,
  OPEN_ROUND,
  OPEN_SQUARE,
  PIPE,
  SEMICOLON,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
} from './markdownScanChars.js';

/** Addresses become links of their own, and marks next to them mean something else. */
const ADDRESS = /@|:\/\/|www\./i;

/** In UTF-16 units. What has no space in it for longer than this is no word. */
const MAX_RUN = 200;

/** A destination without parentheses or escapes, and a title that says nothing of its own. */
const RESOURCE = /\([^\s()<>\\\p{Cc}]+(?: +"[^"\\\r\n]*")?\)/uy;

/** An address in pointed brackets. */
const AUTOLINK = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\p{Cc}]*>/uy;

/**
 * Reads the lines of a paragraph or heading: words, emphasis that surely pairs, inline code on one
 * line, plain links and images, escapes. What it does not know for sure it refuses.
 */
export class InlineScanner {
  /** Whether a bar stood in the line read last, which may be a table's head. */
  hasBar = false;
  /** Labels of the footnotes that were called, in small letters. */
  readonly footnotes = new Set<string>();
  readonly #text: string;
  readonly #leaf: LeafWriter;
  /** From where on the source is to be taken. */
  #kept = 0;
  #lineStart = 0;
  #isOneLine = false;
  /** The marks that opened emphasis and were not closed: where each run of them stands. */
  readonly #openers: number[] = [];
  readonly #lengths: number[] = [];
  /** The bracket that ends the label of a link, with the link's end and how many openers it has. */
  #labelEnd = -1;
  #linkEnd = -1;
  #openersOutside = 0;
  #tildes = 0;
  #hasDefinitions: boolean | undefined;

  constructor(text: string, leaf: LeafWriter) {
    this.#text = text;
    this.#leaf = leaf;
  }

  /** Begins a leaf whose words start at an offset. @param isOneLine whether it ends with the line */
  open(at: number, isOneLine = false): void {
    this.#kept = at;
    this.#isOneLine = isOneLine;
    this.#tildes = 0;
    this.#openers.length = 0;
    this.#lengths.length = 0;
  }

  /**
   * Reads up to the end of the line.
   *
   * @returns the offset of the line break, or the text's length
   */
  line(from: number): number {
    const text = this.#text;
    this.#lineStart = from;
    this.hasBar = false;
    let pos = from;
    for (;;) {
      const code = text.charCodeAt(pos);
      if (code < 0x80 ? MARKS[code] === 0 : code >= 0x80) {
        pos++;
      } else if (code === LF || code === CR || pos >= text.length) {
        return pos;
      } else {
        pos = this.#mark(code, pos);
      }
    }
  }

  /** Goes on with the leaf's next line, whose words start at `words`. */
  next(lineEnd: number, nextLine: number, words: number): void {
    const end = this.#withoutSpaces(lineEnd);
    const isPlain = end === lineEnd && nextLine === lineEnd + 1 && words === nextLine;
    if (isPlain) return;
    this.#leaf.take(this.#kept, end);
    if (lineEnd - end > 1) this.#leaf.takeBreak(end, nextLine, true);
    else this.#leaf.takeBreak(lineEnd, nextLine, false);
    this.#kept = words;
  }

  /** Ends the leaf. */
  close(lineEnd: number): void {
    if (this.#openers.length > 0) refuse();
    this.#leaf.take(this.#kept, this.#withoutSpaces(lineEnd));
  }

  #withoutSpaces(lineEnd: number): number {
    let end = lineEnd;
    while (end > this.#kept && this.#text.charCodeAt(end - 1) === SPACE) end--;
    return end;
  }

  /** Reads what may be mark-up, and returns where to go on. */
  #mark(code: number, pos: number): number {
    switch (code) {
      case STAR:
      case UNDERSCORE:
        return this.#emphasis(code, pos);
      case AMPERSAND:
        return this.#ampersand(pos);
      case OPEN_SQUARE:
        return this.#openSquare(pos);
      case CLOSE_SQUARE:
        return this.#closeSquare(pos);
      case BACKTICK:
        return this.#code(pos);
      case BACKSLASH:
        return this.#escape(pos);
      case LESS:
        return this.#less(pos);
      case TILDE:
        return this.#tilde(pos);
      case PIPE:
        this.hasBar = true;
        this.#noAddress(pos);
        return pos + 1;
      default:
        return refuse(); // a control character
    }
  }

  #emphasis(code: number, pos: number): number {
    const text = this.#text;
    let end = pos + 1;
    while (text.charCodeAt(end) === code) end++;
    const previous = pos > this.#lineStart ? text.charCodeAt(pos - 1) : NaN;
    const next = text.charCodeAt(end);
    if (isOtherMark(previous) || isOtherMark(next)) refuse();
    this.#noAddress(pos);
    const before = classOf(previous);
    const after = classOf(next);
    let opens = after === 'word' || (after === 'mark' && before !== 'word');
    let closes = before === 'word' || (before === 'mark' && after !== 'word');
    if (code === UNDERSCORE) {
      const both = opens && closes;
      opens &&= !both || before !== 'word';
      closes &&= !both || after !== 'word';
    }
    if (!opens && !closes) return end;
    if (opens && closes) refuse();
    const length = end - pos;
    if (opens) {
      if (this.#isLast(end)) return end; // nothing can close it
      if (length > 3) refuse();
      this.#openers.push(code);
      this.#lengths.push(length);
    } else {
      const opener = this.#openers.pop();
      if (opener === undefined) return end; // nothing is open, so this is a word's asterisk
      if (opener !== code || this.#lengths.pop() !== length) refuse();
    }
    this.#leaf.take(this.#kept, pos);
    this.#kept = end;
    return end;
  }

  /** Whether the mark before `end` does not stand in the rest of the leaf: up to the next blank line. */
  #isLast(end: number): boolean {
    const next = this.#text.indexOf(this.#text.charAt(end - 1), end);
    const ending = this.#isOneLine ? /\n/ : /\n *\r?\n/;
    return next < 0 || ending.test(this.#text.slice(end, next));
  }

  /** A character reference is refused; any other ampersand is a word's. */
  #ampersand(pos: number): number {
    let end = pos + 1;
    if (this.#text.charCodeAt(end) === 0x23) end++;
    while (isWordChar(this.#text.charCodeAt(end))) end++;
    return this.#text.charCodeAt(end) === SEMICOLON ? refuse() : end;
  }

  /** A link or image with its address, or brackets that are words. */
  #openSquare(pos: number): number {
    const text = this.#text;
    this.#noAddressBefore(pos);
    this.#hasDefinitions ??= hasDefinitions(text);
    if (this.#hasDefinitions || this.#labelEnd >= 0) refuse();
    if (text.charCodeAt(pos + 1) === CARET) return this.#footnote(pos);
    const end = this.#labelEndAfter(pos);
    const after = text.charCodeAt(end + 1);
    const isImage = pos > this.#kept && text.charCodeAt(pos - 1) === BANG;
    if (after !== OPEN_ROUND) {
      // Without definitions nothing else refers to an address.
      return after === OPEN_SQUARE || isImage ? refuse() : pos + 1;
    }
    RESOURCE.lastIndex = end + 1;
    if (!RESOURCE.test(text)) refuse();
    if (isImage) {
      this.#leaf.take(this.#kept, pos - 1);
      this.#kept = RESOURCE.lastIndex;
      return this.#kept;
    }
    this.#labelEnd = end;
    this.#linkEnd = RESOURCE.lastIndex;
    this.#openersOutside = this.#openers.length;
    this.#leaf.take(this.#kept, pos);
    this.#kept = pos + 1;
    return pos + 1;
  }

  /** The call of a footnote, which is no words; whether it is defined is not known yet. */
  #footnote(pos: number): number {
    const text = this.#text;
    const label = footnoteLabel(text, pos) ?? refuse();
    const end = pos + label.length + '[^]'.length;
    const after = text.charCodeAt(end);
    const isElse = after === OPEN_ROUND || after === OPEN_SQUARE || after === COLON;
    if (isElse || text.charCodeAt(pos - 1) === BANG) refuse();
    this.footnotes.add(label.toLowerCase());
    this.#leaf.take(this.#kept, pos);
    this.#kept = end;
    return end;
  }

  /** The bracket on the same line that closes the one at `pos`, with nothing doubtful between. */
  #labelEndAfter(pos: number): number {
    for (let end = pos + 1; ; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === CLOSE_SQUARE) return end;
      if (isLineEnd(code) || code === OPEN_SQUARE || code === BACKSLASH || code === LESS) refuse();
      if (code === BACKTICK) end = this.#codeEnd(end);
    }
  }

  #closeSquare(pos: number): number {
    if (this.#labelEnd < 0) {
      this.#noAddress(pos);
      return pos + 1; // of brackets that are words
    }
    if (pos !== this.#labelEnd || this.#openers.length !== this.#openersOutside) refuse();
    this.#leaf.take(this.#kept, pos);
    this.#kept = this.#linkEnd;
    this.#labelEnd = -1;
    return this.#kept;
  }

  /** Code between single ticks on one line. */
  #code(pos: number): number {
    this.#noAddress(pos);
    const end = this.#codeEnd(pos);
    for (let i = pos + 1; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code < SPACE) refuse();
      if (code === PIPE) this.hasBar = true;
    }
    this.#leaf.take(this.#kept, pos);
    this.#leaf.take(pos + 1, end);
    this.#kept = end + 1;
    return this.#kept;
  }

  /** The tick that ends the code which begins at `pos`. */
  #codeEnd(pos: number): number {
    const text = this.#text;
    let end = pos + 1;
    while (!isLineEnd(text.charCodeAt(end)) && text.charCodeAt(end) !== BACKTICK) end++;
    const isSure =
      end > pos + 1 &&
      text.charCodeAt(end) === BACKTICK &&
      text.charCodeAt(end + 1) !== BACKTICK &&
      text.charCodeAt(pos + 1) !== SPACE &&
      text.charCodeAt(end - 1) !== SPACE;
    return isSure ? end : refuse();
  }

  #escape(pos: number): number {
    this.#noAddress(pos);
    const next = this.#text.charCodeAt(pos + 1);
    if (isLineEnd(next)) refuse(); // a hard break
    if (!isPunctuation(next)) return pos + 1;
    if (next === PIPE) this.hasBar = true;
    this.#leaf.take(this.#kept, pos);
    this.#leaf.takeLast(pos, pos + 2);
    this.#kept = pos + 2;
    return this.#kept;
  }

  /** An address in pointed brackets, or "less than"; HTML is refused. */
  #less(pos: number): number {
    const text = this.#text;
    const next = text.charCodeAt(pos + 1);
    if (isLetter(next)) {
      this.#noAddressBefore(pos);
      AUTOLINK.lastIndex = pos;
      if (!AUTOLINK.test(text) || this.#labelEnd >= 0) refuse();
      const end = AUTOLINK.lastIndex;
      this.#leaf.take(this.#kept, pos);
      this.#leaf.take(pos + 1, end - 1);
      this.#kept = end;
      return end;
    }
    if (next !== SPACE && next !== 0x3d && !isDigit(next)) refuse();
    this.#noAddress(pos);
    return pos + 1;
  }

  /** One tilde strikes nothing out. */
  #tilde(pos: number): number {
    this.#noAddress(pos);
    let end = pos + 1;
    while (this.#text.charCodeAt(end) === TILDE) end++;
    if (++this.#tildes > 1) refuse();
    return end;
  }

  /** Refuses where an address may stand around the place. */
  #noAddress(pos: number): void {
    let end = pos;
    while (!isSpaceOrLineEnd(this.#text.charCodeAt(end))) {
      if (++end > pos + MAX_RUN) refuse();
    }
    if (ADDRESS.test(this.#text.slice(this.#runStart(pos), end))) refuse();
  }

  #noAddressBefore(pos: number): void {
    if (ADDRESS.test(this.#text.slice(this.#runStart(pos), pos))) refuse();
  }

  #runStart(pos: number): number {
    let start = pos;
    while (start > this.#lineStart && this.#text.charCodeAt(start - 1) !== SPACE) {
      if (--start < pos - MAX_RUN) refuse();
    }
    return start;
  }
}

/** Whether brackets may refer to an address; definitions of footnotes are none. */
function hasDefinitions(text: string): boolean {
  return text.includes(']:') && text.replace(/\[\^[\w.-]{1,200}\]:/g, '').includes(']:');
}

/** Marks that change what asterisks next to them mean. */
function isOtherMark(code: number): boolean {
  return code === TILDE || code === STAR || code === UNDERSCORE;
}

function isWordChar(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function isSpaceOrLineEnd(code: number): boolean {
  return code === SPACE || isLineEnd(code);
}
