import { codeAt, isAsciiSpace, lettersEnd } from './asciiRun.js';
import { HEDGE_AFTER_OPENERS, HEDGE_WORDS } from './hedges.js';
import { NUMBER_ENDINGS, SCALE_NAMES } from './numberWords.js';
import { isYearLike } from './proseDayMonth.js';
import { LABEL_NAMES } from './proseGuards.js';
import { mayOpenQuantity } from './quantityPhrase.js';
import { SHARE_ENDINGS } from './share.js';
import { canonicalUnit, COUNTED_NAMES, MEASURE_NAMES } from './units.js';

/** Words after a numeral with which its figure may go on: a scale, a unit, a hedge, a range, a share. */
const GOES_ON: ReadonlySet<string> = new Set([
  ...SCALE_NAMES,
  ...MEASURE_NAMES,
  ...COUNTED_NAMES,
  ...HEDGE_AFTER_OPENERS,
  ...['to', 'or', 'and', 'in', 'out'],
]);

/**
 * Whether a number stands in a text as a figure of its own and as nothing else: its digits are a word,
 * perhaps with `%`, the unit or a counted noun behind, and nothing follows that the figure may go on with.
 * True is sure: reading gives exactly this number, and no unit but `unit`. False says nothing.
 *
 * @param digits a whole number without separators, as in `1500`; `1,500` is looked for too
 * @param unit canonical, or null
 */
export function standsPlainly(text: string, digits: string, unit: string | null): boolean {
  return (
    standsAsWritten(text, digits, unit) ||
    (digits.length > 3 && standsAsWritten(text, grouped(digits), unit))
  );
}

/** A numeral without leading zeros. */
const PLAIN_NUMERAL = /^[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,4}|[0-9]{0,12})$/;
/** A sum of pounds with a short scale, or a whole number of years and the like. */
const PLAIN_WITH_UNIT =
  /^(?:£[0-9]{1,3}(?:\.[0-9]{1,2})?(?:m|bn)|[1-9][0-9]{0,2} (?:year|month|week|day)s)$/;

/**
 * Whether words state a value because they hold it as it is written, where that is a plain figure. True is
 * sure: reading gives the same figure. False says nothing.
 *
 * @param written the value's source text
 * @param unit of the value, canonical, or null
 */
export function standsAsValue(text: string, written: string, unit: string | null): boolean {
  if (!text.includes(written)) return false;
  const numeral = unit === 'percent' && written.endsWith('%') ? written.slice(0, -1) : written;
  return PLAIN_NUMERAL.test(numeral)
    ? standsAsWritten(text, numeral, unit)
    : PLAIN_WITH_UNIT.test(written) && standsWhole(text, written);
}

/** Whether a figure with its unit stands in a text and nothing follows that it may go on with. */
function standsWhole(text: string, written: string): boolean {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const isStart = at === 0 || isBeforeWord(text.charCodeAt(at - 1));
    if (isStart && endsWhole(text, at + written.length)) return true;
  }
  return false;
}

function endsWhole(text: string, end: number): boolean {
  const next = nextWord(text, end);
  if (next === null) return false;
  const wordEnd = lettersEnd(text, next);
  const word = text.slice(next, wordEnd).toLowerCase();
  if (word !== 'to') return !GOES_ON.has(word);
  // "3 years to meet it": only a second figure would make it a range.
  const beyond = nextWord(text, wordEnd);
  return (
    beyond !== null &&
    beyond < text.length &&
    !mayOpenQuantity(text.slice(beyond, lettersEnd(text, beyond)))
  );
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

function standsAsWritten(text: string, numeral: string, unit: string | null): boolean {
  for (let at = text.indexOf(numeral); at >= 0; at = text.indexOf(numeral, at + 1)) {
    const end = at + numeral.length;
    const isStart = at === 0 || isBeforeWord(text.charCodeAt(at - 1));
    if (isStart && (endsPlainly(text, end, unit) || countsPlainly(text, at, end))) return true;
  }
  return false;
}

/** Words before a numeral that may belong to its figure, or make it something else. */
const LEADS_ON: ReadonlySet<string> = new Set([
  ...GOES_ON,
  ...HEDGE_WORDS,
  ...NUMBER_ENDINGS,
  ...SHARE_ENDINGS,
  ...LABEL_NAMES,
  ...['a', 'an', 'by', 'from', 'every', 'per'],
]);

/**
 * Whether the numeral stands in prose between a plain word and a counted noun ("has 152 members"): the
 * noun would be the unit of a value, but here it is what is counted.
 */
function countsPlainly(text: string, start: number, end: number): boolean {
  if (isYearLike(text.slice(start, end)) || !isAsciiSpace(codeAt(text, end))) return false;
  const next = nextWord(text, end);
  if (next === null || !COUNTED.has(text.slice(next, lettersEnd(text, next)))) return false;
  if (start === 0) return true;
  if (text[start - 1] !== ' ') return false;
  let word = start - 1;
  while (word > 0 && isSmallLetter(text.charCodeAt(word - 1))) word -= 1;
  const isWhole = word < start - 1 && (word === 0 || isAsciiSpace(text.charCodeAt(word - 1)));
  return isWhole && !LEADS_ON.has(text.slice(word, start - 1));
}

const COUNTED: ReadonlySet<string> = new Set(COUNTED_NAMES);

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** White space, an opening bracket or a quotation mark. */
function isBeforeWord(code: number): boolean {
  return isAsciiSpace(code) || code === 0x28 || code === 0x22 || code === 0x201c;
}

function endsPlainly(text: string, end: number, unit: string | null): boolean {
  const isPercentage = text[end] === '%';
  if (isPercentage && unit !== null && unit !== 'percent') return false;
  const next = nextWord(text, isPercentage ? end + 1 : end);
  if (next === null) return false;
  const word = text.slice(next, lettersEnd(text, next));
  if (unit === null || isPercentage || word === '' || canonicalUnit(word) !== unit)
    return !GOES_ON.has(word.toLowerCase());
  const beyond = nextWord(text, next + word.length);
  return (
    canonicalUnit(unit) === unit &&
    beyond !== null &&
    !GOES_ON.has(text.slice(beyond, lettersEnd(text, beyond)).toLowerCase())
  );
}

/**
 * Where the next word begins, past white space and one stop or comma; the end of the text where there is
 * none. Null where something else stands there than a word of ASCII letters alone.
 */
function nextWord(text: string, at: number): number | null {
  const start = afterWord(text, at);
  if (start === null || start === text.length) return start;
  const end = lettersEnd(text, start);
  return end > start && afterWord(text, end) !== null ? start : null;
}

/** Past the mark and the white space after a word; null where the word goes on. */
function afterWord(text: string, end: number): number | null {
  const mark = end < text.length && '.,;:!?'.includes(text.charAt(end)) ? 1 : 0;
  let at = end + mark;
  if (at < text.length && !isAsciiSpace(text.charCodeAt(at))) return null;
  while (at < text.length && isAsciiSpace(text.charCodeAt(at))) at += 1;
  return at;
}
