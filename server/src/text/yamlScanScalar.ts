import { isNullWord } from './yamlNode.js';
import { COLON, CR, DASH, HASH, LF, SPACE } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { NULL_WORD, PLAIN, QUOTED } from './yamlTape.js';

/* Plain and quoted scalars that stand on one line. */

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const TILDE = 0x7e;
const LETTER_N = 0x6e;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;

/** Characters that no plain scalar starts with; some may, before certain others: not here. */
const notFirst = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', (char) => char.charCodeAt(0)));

/** The others of ASCII, without white space and the dash. */
const plainStarts = new Uint8Array(
  Array.from({ length: 0x7f }, (_, char) =>
    char > SPACE && char !== DASH && !notFirst.has(char) ? 1 : 0,
  ),
);

export function isQuote(char: number): boolean {
  return char === DOUBLE_QUOTE || char === SINGLE_QUOTE;
}

export function isFlowIndicator(char: number): boolean {
  return char === 0x2c || char === 0x5b || char === 0x5d || char === 0x7b || char === 0x7d;
}

/** Finds a plain scalar up to the end of its line at most, and leaves the cursor right after it. */
export function scanPlain(cursor: ScanCursor, inFlow: boolean): void {
  const { text, pos: start } = cursor;
  const first = text.charCodeAt(start);
  if (
    !(first >= LETTER_A && first <= LETTER_Z) &&
    (notFirst.has(first) ||
      (first === DASH &&
        (cursor.isEmptyAt(start + 1) || (inFlow && isFlowIndicator(text.charCodeAt(start + 1))))))
  ) {
    refuse();
  }
  passPlain(cursor, inFlow);
  cursor.foundScalar(
    isNullAt(text, start, cursor.pos) ? NULL_WORD : PLAIN,
    start,
    cursor.pos,
    null,
  );
}

/** Whether a plain scalar may start with a character that nothing else starts with. */
export function startsPlain(char: number): boolean {
  return plainStarts[char] === 1 || char >= plainStarts.length;
}

/** Whether a plain scalar at a place says nothing. */
export function isNullAt(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length === 1
    ? text.charCodeAt(start) === TILDE
    : length === 4 &&
        (text.charCodeAt(start) | 0x20) === LETTER_N &&
        isNullWord(text.slice(start, end));
}

/**
 * Passes what a plain scalar may hold of this line, without the spaces at its end: `: `, ` #`
 * and, in flow collections, `,[]{}` end it. Control characters are left to the parser.
 */
export function passPlain(cursor: ScanCursor, inFlow: boolean): void {
  const { text, pos: start } = cursor;
  const { length } = text;
  let end = start;
  for (; end < length; end++) {
    const char = text.charCodeAt(end);
    if (char > COLON) {
      if (inFlow && isFlowIndicator(char)) {
        break;
      }
    } else if (char === SPACE) {
      continue;
    } else if (char < SPACE) {
      if (char !== LF && char !== CR) {
        refuse();
      }
      break;
    } else if (
      (char === COLON &&
        (cursor.isEmptyAt(end + 1) || (inFlow && isFlowIndicator(text.charCodeAt(end + 1))))) ||
      (char === HASH && end > start && text.charCodeAt(end - 1) === SPACE) ||
      (char === COMMA && inFlow)
    ) {
      break;
    }
  }
  while (end > start && text.charCodeAt(end - 1) === SPACE) {
    end--;
  }
  if (end === start) {
    refuse();
  }
  cursor.pos = end;
}

/**
 * Finds a quoted scalar that ends on its line, and leaves the cursor right after it.
 *
 * @returns false, with the cursor as it was, if the line ends before the quotation mark
 */
export function scanQuoted(cursor: ScanCursor): boolean {
  const { text, pos: start } = cursor;
  const quote = text.charCodeAt(start);
  let escaped = false;
  for (let i = start + 1; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === quote) {
      if (quote === SINGLE_QUOTE && text.charCodeAt(i + 1) === SINGLE_QUOTE) {
        escaped = true;
        i++;
        continue;
      }
      cursor.pos = i + 1;
      cursor.foundScalar(QUOTED, start, i + 1, escaped ? unescaped(text, start, i) : null);
      return true;
    }
    if (char === BACKSLASH && quote === DOUBLE_QUOTE) {
      escaped = true;
      i++;
      if (text.charCodeAt(i) < SPACE) {
        refuse();
      }
    } else if (char === LF || char === CR) {
      return false;
    } else if (char < SPACE) {
      refuse();
    }
  }
  return refuse();
}

/** What stands between two quotation marks. */
function unescaped(text: string, open: number, close: number): string {
  const inner = text.slice(open + 1, close);
  return text.charCodeAt(open) === SINGLE_QUOTE ? undoubled(inner) : unescape(inner);
}

export function undoubled(inner: string): string {
  return inner.replaceAll("''", "'");
}

/** YAML 1.2's escapes of one character. */
const escapes = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
]);

function unescape(inner: string): string {
  return inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.?))/gsu,
    (_all, x?: string, u?: string, U?: string, name?: string) => {
      const hex = x ?? u ?? U;
      if (hex === undefined) {
        return escapes.get(name ?? '') ?? refuse();
      }
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : refuse();
    },
  );
}
