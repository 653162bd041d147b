import { isAsciiDigit, isAsciiLetter, isAsciiSpace, lettersEnd } from './asciiRun.js';

/**
 * Where in a text numbers may stand: the words around every digit and every number word. Most of what
 * people write holds none, and reading figures asks about nothing farther away, so that reading these
 * stretches alone finds what reading the whole text finds.
 */

/** A stretch of a text; UTF-16 offsets, `end` exclusive. Its ends are the text's or stand at white space. */
export interface Stretch {
  readonly start: number;
  end: number;
}

/**
 * How many words before a number can belong to its figure or decide what it is: "in the region of a" or
 * "from US $" and a word or two before that. Lists ("sections 4, 5 and 6") go from number to number.
 */
const WORDS_BEFORE = 9;
/** And after one: "million per cent or more per cent" and two words beyond. */
const WORDS_AFTER = 11;

/** Every number in words has one of these; `a` is a number only before one of them. */
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand ' +
  'million billion trillion lakh lakhs crore crores half third quarter fifth sixth seventh eighth ninth tenth';
const NUMBER_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));

const LONGEST_WORD = 10;
const LETTER_BITS = 5;
const LETTER_MASK = 31;
/** Marks the first two letters and the lengths of number words: hardly another word needs to be looked up. */
const SHAPES = new Uint8Array(1 << (2 * LETTER_BITS + 4));

/** Letters in either case have the same last five bits. */
function shapeOf(first: number, second: number, length: number): number {
  return (
    (((length << LETTER_BITS) | (first & LETTER_MASK)) << LETTER_BITS) | (second & LETTER_MASK)
  );
}

for (const word of NUMBER_WORDS)
  SHAPES[shapeOf(word.charCodeAt(0), word.charCodeAt(1), word.length)] = 1;

/** The stretches of a text that can hold figures, in order and apart from one another. Linear. */
export function stretchesWithNumbers(text: string): readonly Stretch[] {
  return stretchesAround(text, true);
}

/** The stretches of a text that can hold dates: a date has digits. */
export function stretchesWithDigits(text: string): readonly Stretch[] {
  return stretchesAround(text, false);
}

function stretchesAround(text: string, words: boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const starts = new Int32Array(WORDS_BEFORE + 1);
  let open: Stretch | null = null;
  let seen = 0;
  let left = 0;
  let at = 0;
  while (at < text.length) {
    if (isAsciiSpace(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let isWord = false;
    let hasNumber = false;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (isAsciiLetter(code)) {
        isWord = true;
        const end = lettersEnd(text, at);
        hasNumber ||= words && isNumberWord(text, at, end);
        at = end - 1;
      } else if (isAsciiSpace(code)) break;
      else if (code < 128) {
        isWord = true;
        hasNumber ||= isAsciiDigit(code);
      } else hasNumber ||= isOtherNumber(code);
    }
    // Other white space joins what is counted here as one word; no word may be counted without a token.
    if (!isWord && !hasNumber) {
      if (left > 0 && open !== null) open.end = at;
      continue;
    }
    starts[seen % starts.length] = start;
    seen += 1;
    if (hasNumber) {
      const first = seen > WORDS_BEFORE ? (starts[seen % starts.length] ?? 0) : 0;
      if (open === null || first > open.end) {
        open = { start: first, end: at };
        stretches.push(open);
      }
      left = WORDS_AFTER;
      open.end = at;
    } else if (left > 0 && open !== null) {
      left -= 1;
      open.end = at;
    }
  }
  return stretches;
}

function isNumberWord(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST_WORD || length < 3) return false;
  const shape = shapeOf(text.charCodeAt(start), text.charCodeAt(start + 1), length);
  return SHAPES[shape] === 1 && NUMBER_WORDS.has(text.slice(start, end).toLowerCase());
}

/** `½`, and the sign of the kelvin, which is a k in lower case ("a lakh"). */
function isOtherNumber(code: number): boolean {
  return code === 0xbd || code === 0xbc || code === 0xbe || code === 0x212a;
}
