/*
 * Runs of ASCII characters in prose: where a word or a run of digits surely ends. Whatever ASCII alone
 * does not decide (accents, `1,500`, `2.6`) is left to the grammar in `token.ts`.
 */

/** No end: the careful grammar is to decide. */
export const IN_DOUBT = -1;

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const COMMA = 0x2c;
const STOP = 0x2e;
const PLUS = 0x2b;
const MINUS = 0x2d;
const EQUALS = 0x3d;
const LESS = 0x3c;
const MORE = 0x3e;
const CAPITAL_BIT = 0x20;

/**
 * The UTF-16 code at an offset; 0 at the end of a text, where `charCodeAt` gives NaN: a loop that ran into
 * that once is never as quick again in V8.
 */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Whether a UTF-16 code is an ASCII letter. */
export function isAsciiLetter(code: number): boolean {
  return ((code | CAPITAL_BIT) - 97) >>> 0 < 26;
}

/** Whether a UTF-16 code is an ASCII digit. */
export function isAsciiDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a UTF-16 code is ASCII white space: space, tab, line break, form feed. */
export function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The end of the ASCII letters from `at` on. */
export function lettersEnd(text: string, at: number): number {
  let end = at;
  while (isAsciiLetter(codeAt(text, end))) end += 1;
  return end;
}

/** The end of the word that begins with the ASCII letter at `at`, or `IN_DOUBT`. */
export function asciiWordEnd(text: string, at: number): number {
  let end = lettersEnd(text, at);
  let code = codeAt(text, end);
  while (code === APOSTROPHE || code === CURLY_APOSTROPHE) {
    const next = codeAt(text, end + 1);
    if (next > 127) return IN_DOUBT;
    if (!isAsciiLetter(next)) return end;
    end = lettersEnd(text, end + 1);
    code = codeAt(text, end);
  }
  return code > 127 ? IN_DOUBT : end;
}

/** The end of the number that begins with the digit at `at`, or `IN_DOUBT` where it may be more than its digits. */
export function asciiDigitsEnd(text: string, at: number): number {
  let end = at + 1;
  while (isAsciiDigit(codeAt(text, end))) end += 1;
  const code = codeAt(text, end);
  if (code > 127) return IN_DOUBT;
  const next = codeAt(text, end + 1);
  if (code === COMMA || code === STOP) return isAsciiDigit(next) ? IN_DOUBT : end;
  const mayBeExponent = (code | CAPITAL_BIT) === 101;
  return mayBeExponent && (isAsciiDigit(next) || next === PLUS || next === MINUS) ? IN_DOUBT : end;
}

/** Whether two ASCII codes begin a sign of more than one character: `...`, `>=`, `<=`. */
export function isLongSign(code: number, next: number): boolean {
  return (code === STOP && next === STOP) || (next === EQUALS && (code === LESS || code === MORE));
}
