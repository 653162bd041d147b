import { Big } from 'big.js';
import { asWritten, ONE, type WrittenNumber } from './numeral.js';
import type { Token } from './token.js';

const UNDER_TWENTY = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALE_WORDS = new Map([
  ['thousand', new Big('1e3')],
  ['million', new Big('1e6')],
  ['billion', new Big('1e9')],
  ['trillion', new Big('1e12')],
  // South Asia counts in lakhs and crores, written with or without an s.
  ['lakh', new Big('1e5')],
  ['lakhs', new Big('1e5')],
  ['crore', new Big('1e7')],
  ['crores', new Big('1e7')],
]);
const SCALE_SUFFIXES = new Map([
  ['k', new Big('1e3')],
  ['m', new Big('1e6')],
  ['mn', new Big('1e6')],
  ['bn', new Big('1e9')],
  ['tn', new Big('1e12')],
]);

/** A number in words from token `at` up to (not including) token `next`. */
export interface WordedNumber {
  readonly number: WrittenNumber;
  /** The one scale word (`million`) that the number is given in, 1 when none. */
  readonly scale: Big;
  readonly next: number;
}

/** What one scale word multiplies by, or null. */
export function scaleWord(lower: string): Big | null {
  return SCALE_WORDS.get(lower) ?? null;
}

/**
 * The scale at token `at`, after a numeral: a word, `lakh crore`, or a suffix; one letter (`m`) only
 * where it touches the digits.
 */
export function scaleAfterNumeral(
  tokens: readonly Token[],
  at: number,
): { readonly scale: Big; readonly next: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const suffix = SCALE_SUFFIXES.get(token.lower);
  if (suffix !== undefined)
    return token.glued || token.lower.length > 1 ? { scale: suffix, next: at + 1 } : null;
  const scale = scaleWord(token.lower);
  if (scale === null) return null;
  const second = /^lakhs?$/.test(token.lower) ? tokens[at + 1]?.lower : undefined;
  return second !== undefined && /^crores?$/.test(second)
    ? { scale: scale.times(scaleWord(second) ?? 1), next: at + 2 }
    : { scale, next: at + 1 };
}

/** A whole number from zero to nineteen that one lower-case word names, or null. */
export function smallNumber(lower: string | undefined): number | null {
  return lower === undefined ? null : (UNDER_TWENTY.get(lower) ?? null);
}

/** The words that a number in words may begin with. */
export const NUMBER_OPENERS: readonly string[] = ['a', ...UNDER_TWENTY.keys(), ...TENS.keys()];

/** The words that a number may end with: in words, or in digits with a scale. */
export const NUMBER_ENDINGS: readonly string[] = [
  ...UNDER_TWENTY.keys(),
  ...TENS.keys(),
  ...['dozen', 'hundred', 'half'],
  ...SCALE_WORDS.keys(),
  ...SCALE_SUFFIXES.keys(),
];

/** The scale words and suffixes: what may follow a numeral and belong to it. */
export const SCALE_NAMES: readonly string[] = [...SCALE_WORDS.keys(), ...SCALE_SUFFIXES.keys()];

/** Whether a number in words may begin with this token; `a` only counts before `hundred` and the like. */
export function mayBeginNumber(lower: string): boolean {
  return lower === 'a' || UNDER_TWENTY.has(lower) || TENS.has(lower);
}

/**
 * Reads a cardinal at token `at`: `twenty-one`, `one hundred and fifty-two`, `two and a half million`,
 * `a dozen`, `two million three hundred thousand`. Null when there is none. Scales must fall from left
 * to right, so the number of tokens it takes is bounded.
 */
export function readNumberWords(tokens: readonly Token[], at: number): WordedNumber | null {
  const first = readGroup(tokens, at);
  if (first === null) return null;
  const half = readAndAHalf(tokens, first.next);
  const firstScale = scaleWord(tokens[half ?? first.next]?.lower ?? '');
  if (half !== null) {
    const number = asWritten(new Big(first.value).plus('0.5'));
    return { number, scale: firstScale ?? ONE, next: firstScale === null ? half : half + 1 };
  }
  const written = asWritten(first.value);
  if (firstScale === null) {
    if (first.needsScale) return null;
    return { number: written, scale: ONE, next: first.next };
  }
  return (
    readFollowingGroups(
      tokens,
      first.next + 1,
      new Big(first.value).times(firstScale),
      firstScale,
    ) ?? {
      number: written,
      scale: firstScale,
      next: first.next + 1,
    }
  );
}

interface Group {
  readonly value: number;
  readonly next: number;
  /** A bare `a`: a number only in `a million`. */
  readonly needsScale: boolean;
}

/** One to three digits in words, or dozens. */
function readGroup(tokens: readonly Token[], at: number): Group | null {
  const word = tokens[at]?.lower;
  const following = tokens[at + 1]?.lower;
  if (word === 'a') {
    if (following === 'dozen') return { value: 12, next: at + 2, needsScale: false };
    if (following === 'hundred') return readTailOfHundreds(tokens, at + 2, 100);
    return { value: 1, next: at + 1, needsScale: true };
  }
  const small = readUnderHundred(tokens, at);
  if (small === null) return null;
  const after = tokens[small.next]?.lower;
  if (after === 'dozen')
    return { value: small.value * 12, next: small.next + 1, needsScale: false };
  if (after === 'hundred' && small.value > 0 && small.value < 100)
    return readTailOfHundreds(tokens, small.next + 1, small.value * 100);
  return small;
}

function readTailOfHundreds(tokens: readonly Token[], at: number, hundreds: number): Group {
  const and = tokens[at]?.lower === 'and' ? 1 : 0;
  const rest = readUnderHundred(tokens, at + and);
  return rest === null || rest.value === 0
    ? { value: hundreds, next: at, needsScale: false }
    : { value: hundreds + rest.value, next: rest.next, needsScale: false };
}

function readUnderHundred(tokens: readonly Token[], at: number): Group | null {
  const word = tokens[at]?.lower;
  const small = smallNumber(word);
  if (small !== null) return { value: small, next: at + 1, needsScale: false };
  const tens = TENS.get(word ?? '');
  if (tens === undefined) return null;
  const hyphen = tokens[at + 1]?.lower === '-' ? 1 : 0;
  const digit = smallNumber(tokens[at + 1 + hyphen]?.lower);
  return digit !== null && digit > 0 && digit < 10
    ? { value: tens + digit, next: at + 2 + hyphen, needsScale: false }
    : { value: tens, next: at + 1, needsScale: false };
}

/** The token after `and a half`, or null. */
function readAndAHalf(tokens: readonly Token[], at: number): number | null {
  const [and, article, half] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return and?.lower === 'and' && article?.lower === 'a' && half?.lower === 'half' ? at + 3 : null;
}

/** What follows a first `… million`: `three hundred thousand`, `and five`. Null when nothing does. */
function readFollowingGroups(
  tokens: readonly Token[],
  at: number,
  soFar: Big,
  lastScale: Big,
): WordedNumber | null {
  const and = tokens[at]?.lower === 'and' ? 1 : 0;
  const group = readGroup(tokens, at + and);
  if (group === null || group.needsScale || group.value === 0) return null;
  const scale = scaleWord(tokens[group.next]?.lower ?? '');
  if (scale?.gte(lastScale) === true) return null;
  const total = soFar.plus(new Big(group.value).times(scale ?? 1));
  const next = group.next + (scale === null ? 0 : 1);
  if (scale !== null) {
    const rest = readFollowingGroups(tokens, next, total, scale);
    if (rest !== null) return rest;
  }
  return { number: asWritten(total), scale: ONE, next };
}
