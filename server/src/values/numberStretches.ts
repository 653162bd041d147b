import type { Span } from '../text/span.js';
import { isAsciiSpace } from './asciiRun.js';

/**
 * Where in a text numbers may stand: the words around every digit and every number word. Most of what
 * people write holds none, and reading figures asks about nothing farther away, so that reading these
 * stretches alone finds what reading the whole text finds.
 */

/**
 * How many words before a number can belong to its figure or decide what it is: "in the region of a" or
 * "from US $" and a word or two before that. Lists ("sections 4, 5 and 6") go from number to number.
 */
const WORDS_BEFORE = 9;
/** And after one: "lakh crore per cent or more per cent" and two words beyond. */
const WORDS_AFTER = 11;

const DIGIT = /[0-9]/g;
/**
 * Every number in words has one of these stems; `a` is a number only before one of them. More may match
 * ("tweet"). An underscore hides the start of a word from `\b`, and the kelvin sign is a k in lower case.
 */
const NUMBER =
  /[0-9½¼¾_\u212a]|\b(?:zero|one|tw[eo]|three|thir|thousand|ten|trillion|four|five|fift|forty|six|seven|eight|eleven|nine|nint|dozen|hundred|half|million|billion|lakh|crore|quarter)/gi;

/** The stretches of a text that can hold figures, in order and apart: UTF-16 offsets, ends beside white space. Linear. */
export function stretchesWithNumbers(text: string): readonly Span[] {
  return stretchesAround(text, NUMBER);
}

/** The stretches of a text that can hold dates, likewise: a date has digits. */
export function stretchesWithDigits(text: string): readonly Span[] {
  return stretchesAround(text, DIGIT);
}

/** `sign` is global; where it matches, a number may stand. */
function stretchesAround(text: string, sign: RegExp): readonly Span[] {
  const stretches: Span[] = [];
  let start = -1; // of the stretch that is open; -1 when none is
  let last = 0; // the end of the last word with a number
  sign.lastIndex = 0;
  while (sign.test(text)) {
    const at = sign.lastIndex - 1;
    const end = start < 0 ? 0 : endOfWords(text, last, at);
    const first = startOfWords(text, at, end);
    if (first > end || start < 0) {
      if (start >= 0) stretches.push({ start, end });
      start = first;
    }
    last = wordEnd(text, at);
    sign.lastIndex = last;
  }
  if (start >= 0) stretches.push({ start, end: endOfWords(text, last, text.length) });
  return stretches;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isAsciiSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/*
 * Words are counted between ASCII white space, and only those with something in ASCII: others may be
 * white space of another kind alone, which is no token.
 */

/** Where the words end that go with a number which ends at `at`; `limit` where that is nearer. */
function endOfWords(text: string, at: number, limit: number): number {
  let end = at;
  for (let words = 0; words < WORDS_AFTER && end < limit;) {
    while (end < limit && isAsciiSpace(text.charCodeAt(end))) end += 1;
    let isWord = false;
    for (; end < limit; end += 1) {
      const code = text.charCodeAt(end);
      if (isAsciiSpace(code)) break;
      isWord ||= code < 128;
    }
    if (isWord) words += 1;
  }
  return end;
}

/** Where the words start that go with a number in the word at `at`; `limit` where that is nearer. */
function startOfWords(text: string, at: number, limit: number): number {
  let start = at;
  // The number's own word is one more.
  for (let words = 0; words <= WORDS_BEFORE && start > limit;) {
    while (start > limit && isAsciiSpace(text.charCodeAt(start - 1))) start -= 1;
    let isWord = words === 0;
    for (; start > limit; start -= 1) {
      const code = text.charCodeAt(start - 1);
      if (isAsciiSpace(code)) break;
      isWord ||= code < 128;
    }
    if (isWord) words += 1;
  }
  return start;
}
