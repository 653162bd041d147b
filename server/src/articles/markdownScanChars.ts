/* What characters mean to the scanner of Markdown. Codes are UTF-16 units; NaN is the text's end. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const BANG = 0x21;
export const HASH = 0x23;
export const AMPERSAND = 0x26;
export const OPEN_ROUND = 0x28;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const OPEN_SQUARE = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_SQUARE = 0x5d;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const PIPE = 0x7c;
export const TILDE = 0x7e;

/** By ASCII code: 1 where a character may be mark-up within a line, or may not be there at all. */
export const MARKS = new Uint8Array(0x80);
MARKS.fill(1, 0, SPACE);
for (const char of '*_~`[]<&\\|') MARKS[char.charCodeAt(0)] = 1;

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR || Number.isNaN(code);
}

export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isLineEnd(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** ASCII punctuation: what a backslash takes the meaning from. */
export function isPunctuation(code: number): boolean {
  return code > SPACE && code < 0x7f && !isDigit(code) && !isLetter(code);
}

export type CharClass = 'space' | 'mark' | 'word';

/** As CommonMark tells whether emphasis begins or ends at a place. */
export function classOf(code: number): CharClass {
  if (code < 0x80) {
    if (code <= SPACE) return isSpaceOrEnd(code) || code === TAB ? 'space' : controlClass(code);
    return isPunctuation(code) ? 'mark' : 'word';
  }
  if (Number.isNaN(code)) return 'space';
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return 'space';
  return /[\p{P}\p{S}]/u.test(char) ? 'mark' : 'word';
}

function controlClass(code: number): CharClass {
  return code === 0x0b || code === 0x0c ? 'space' : 'word';
}
