import {
  BACKTICK,
  CARET,
  CLOSE_SQUARE,
  COLON,
  DASH,
  EQUALS,
  HASH,
  isDigit,
  isLetter,
  isLineEnd,
  isSpaceOrEnd,
  LESS,
  OPEN_SQUARE,
  PIPE,
  PLUS,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
} from './markdownScanChars.js';

/* What stands at the start of a line, after indentation: the marks that make blocks. */

/** The level of the heading that begins at `pos`; 0 if none does. */
export function headingLevel(text: string, pos: number): number {
  let end = pos;
  while (text.charCodeAt(end) === HASH) end++;
  const level = end - pos;
  return level <= 6 && isSpaceOrEnd(text.charCodeAt(end)) ? level : 0;
}

/** How long the marker of a list item at `pos` is: `-`, `12.`; 0 where there is none. */
export function itemMarker(text: string, pos: number): number {
  const code = text.charCodeAt(pos);
  let end = pos + 1;
  if (isDigit(code)) {
    while (isDigit(text.charCodeAt(end))) end++;
    const closing = text.charCodeAt(end);
    if (end - pos > 9 || (closing !== 0x2e && closing !== 0x29)) return 0;
    end++;
  } else if (code !== DASH && code !== STAR && code !== PLUS) {
    return 0;
  }
  return isSpaceOrEnd(text.charCodeAt(end)) ? end - pos : 0;
}

/** Whether three or more `-`, `*` or `_` and spaces make up the line from `pos` on. */
export function isRule(text: string, pos: number): boolean {
  const mark = text.charCodeAt(pos);
  if (mark !== DASH && mark !== STAR && mark !== UNDERSCORE) return false;
  let marks = 0;
  for (let i = pos; ; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (code !== SPACE) return isLineEnd(code) && marks >= 3;
  }
}

/** Whether `=` or `-` alone make up the line, so that it would underline a heading. */
export function isUnderline(text: string, pos: number): boolean {
  const mark = text.charCodeAt(pos);
  if (mark !== DASH && mark !== EQUALS) return false;
  let end = pos;
  while (text.charCodeAt(end) === mark) end++;
  while (text.charCodeAt(end) === SPACE) end++;
  return isLineEnd(text.charCodeAt(end));
}

/**
 * Whether nothing but `-`, `:`, `|` and spaces, or `=` alone, make up the line: it would make what
 * is above it a table or a heading.
 */
export function isDelimiterRow(text: string, pos: number): boolean {
  let end = pos;
  let code = text.charCodeAt(end);
  while (code === DASH || code === COLON || code === PIPE || code === SPACE) {
    code = text.charCodeAt(++end);
  }
  return isLineEnd(code) || isUnderline(text, pos);
}

/** Whether a paragraph here would be a task of a list. */
export function isTask(text: string, pos: number): boolean {
  if (text.charCodeAt(pos) !== OPEN_SQUARE || text.charCodeAt(pos + 2) !== CLOSE_SQUARE) {
    return false;
  }
  const mark = text.charCodeAt(pos + 1);
  return mark === SPACE || mark === 0x78 || mark === 0x58;
}

/** Whether a block of code between fences may begin here. */
export function isFence(text: string, pos: number): boolean {
  const mark = text.charCodeAt(pos);
  if (mark !== BACKTICK && mark !== TILDE) return false;
  return text.charCodeAt(pos + 1) === mark && text.charCodeAt(pos + 2) === mark;
}

const FOOTNOTE_LABEL = /\[\^([\w.-]{1,200})\]/y;

/** The label of a footnote, of ASCII letters, digits and little else, that begins at `pos`, or `null`. */
export function footnoteLabel(text: string, pos: number): string | null {
  FOOTNOTE_LABEL.lastIndex = pos;
  return FOOTNOTE_LABEL.exec(text)?.[1] ?? null;
}

/** The label of the footnote whose definition begins at `pos`, or `null`. */
export function footnoteDefined(text: string, pos: number): string | null {
  if (text.charCodeAt(pos) !== OPEN_SQUARE || text.charCodeAt(pos + 1) !== CARET) return null;
  const label = footnoteLabel(text, pos);
  return label !== null && text.charCodeAt(pos + label.length + 3) === COLON ? label : null;
}

/** Whether HTML may begin here. */
export function isHtml(text: string, pos: number): boolean {
  if (text.charCodeAt(pos) !== LESS) return false;
  const next = text.charCodeAt(pos + 1);
  return isLetter(next) || next === 0x2f || next === 0x21 || next === 0x3f;
}

/**
 * By ASCII code: 1 where a line that begins with the character may be more than words. Most lines
 * begin with a letter.
 */
export const BLOCK_MARKS = new Uint8Array(0x80);
for (const char of '#>-*+_=`~<[|:0123456789') BLOCK_MARKS[char.charCodeAt(0)] = 1;
