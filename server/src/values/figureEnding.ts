import { isAsciiDigit, isAsciiLetter } from './asciiRun.js';
import { HEDGE_AFTER_ENDINGS } from './hedges.js';
import { NUMBER_ENDINGS } from './numberWords.js';
import { SHARE_ENDINGS } from './share.js';
import { MEASURE_NAMES } from './units.js';

const ENDINGS: ReadonlySet<string> = new Set([
  ...NUMBER_ENDINGS,
  ...SHARE_ENDINGS,
  ...MEASURE_NAMES,
  ...HEDGE_AFTER_ENDINGS,
]);

const CURLY_APOSTROPHE = 0x2019;

/**
 * Whether a figure of prose may end at an offset (exclusive): a look at one word that spares reading the
 * text. False is sure, true is not.
 */
export function mayEndFigure(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (isAsciiDigit(last)) return true;
  if (last > 127) return last < 0x2010 || last > 0x2027; // dashes, quotation marks, ellipsis
  if (!isAsciiLetter(last)) return ENDINGS.has(text.charAt(end - 1));
  let start = end - 1;
  while (start > 0 && isAsciiLetter(text.charCodeAt(start - 1))) start -= 1;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  // A letter that is not ASCII may be a part of the word, and one in lower case.
  if (before > 127 && before !== CURLY_APOSTROPHE) return true;
  return end - start <= LONGEST && ENDINGS.has(text.slice(start, end).toLowerCase());
}

const LONGEST = Math.max(...[...ENDINGS].map((word) => word.length));
