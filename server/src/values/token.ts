import {
  asciiDigitsEnd,
  asciiWordEnd,
  codeAt,
  IN_DOUBT,
  isAsciiDigit,
  isAsciiLetter,
  isAsciiSpace,
  isLongSign,
} from './asciiRun.js';

/** A piece of text as figures and dates need it: a run of letters, a numeral, or one sign. */
export interface Token {
  /** `code` is digits that are no number: a version such as `5.2.1`. */
  readonly kind: 'word' | 'number' | 'code' | 'sign';
  readonly text: string;
  /** The text in lower case, with every hyphen as `-`, dash as `–` and minus as `−`. */
  readonly lower: string;
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/uy;
// The separator is captured so that "1,234 567" (a figure, then another) is not read as one.
const NUMBER =
  /(?:[0-9]{1,3}([,\u00a0\u2009\u202f])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])|[0-9]+)(?:\.[0-9]+)*(?:[eE][+-]?[0-9]+(?![\p{L}0-9]))?[½¼¾]?|[½¼¾]/uy;
const SIGN = /\.{2,3}|>=|<=|[^\s]/uy;
const SPACE = /\s+/uy;
const SAME_SIGN = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '–'],
  ['—', '–'],
  ['…', '..'],
  ['...', '..'],
]);

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/**
 * Splits a text into tokens in one pass; white space is left out. With `from` and `to` only that
 * stretch of it: both are ends of the text or stand beside ASCII white space, which is in no token.
 */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let lastEnd = -1;
  while (at < to) {
    const code = text.charCodeAt(at);
    const space = isAsciiSpace(code) ? 1 : code > 127 ? spaceAt(text, at) : 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const token =
      readAsciiToken(text, at, code, lastEnd === at) ?? readToken(text, at, lastEnd === at);
    tokens.push(token);
    at = token.end;
    lastEnd = at;
  }
  return tokens;
}

/** As {@link tokenise}, by the grammar alone: what the quick way is held against. */
export function tokeniseCarefully(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let lastEnd = -1;
  while (at < text.length) {
    const space = spaceAt(text, at);
    if (space > 0) {
      at += space;
      continue;
    }
    const token = readToken(text, at, lastEnd === at);
    tokens.push(token);
    at = token.end;
    lastEnd = at;
  }
  return tokens;
}

function spaceAt(text: string, at: number): number {
  return matchAt(SPACE, text, at)?.length ?? 0;
}

/** The token that begins with the ASCII character at `start`; null where only the grammar can tell. */
function readAsciiToken(text: string, start: number, code: number, glued: boolean): Token | null {
  if (code > 127) return null;
  if (isAsciiLetter(code)) {
    const end = asciiWordEnd(text, start);
    if (end === IN_DOUBT) return null;
    const word = text.slice(start, end);
    return { kind: 'word', text: word, lower: word.toLowerCase(), start, end, glued };
  }
  if (isAsciiDigit(code)) {
    const end = asciiDigitsEnd(text, start);
    if (end === IN_DOUBT) return null;
    const digits = text.slice(start, end);
    return { kind: 'number', text: digits, lower: digits, start, end, glued };
  }
  if (isLongSign(code, codeAt(text, start + 1))) return null;
  const sign = text.charAt(start);
  return { kind: 'sign', text: sign, lower: sign, start, end: start + 1, glued };
}

function readToken(text: string, start: number, glued: boolean): Token {
  const word = matchAt(WORD, text, start);
  if (word !== null)
    return {
      kind: 'word',
      text: word,
      lower: word.toLowerCase(),
      start,
      end: start + word.length,
      glued,
    };
  const number = matchAt(NUMBER, text, start);
  if (number !== null) {
    const kind = number.indexOf('.') === number.lastIndexOf('.') ? 'number' : 'code';
    return { kind, text: number, lower: number, start, end: start + number.length, glued };
  }
  // A lone surrogate or combining mark matches none of the above as a letter: it is a sign.
  const sign = matchAt(SIGN, text, start) ?? text.charAt(start);
  return {
    kind: 'sign',
    text: sign,
    lower: SAME_SIGN.get(sign) ?? sign,
    start,
    end: start + sign.length,
    glued,
  };
}

/** Whether the tokens from `at` on read as the given lower-case words or signs. */
export function startsWith(
  tokens: readonly Token[],
  at: number,
  phrase: readonly string[],
): boolean {
  return phrase.every((part, offset) => tokens[at + offset]?.lower === part);
}

/** Whether a token is made of digits. */
export function isNumberToken(token: Token): boolean {
  return token.kind === 'number' || token.kind === 'code';
}
