import { Big } from 'big.js';
import { interval, type Quantity } from './interval.js';
import { ONE, readNumeral } from './numeral.js';
import { scaleWord, smallNumber } from './numberWords.js';
import type { Token } from './token.js';
import { measureNamed } from './units.js';

/** A part of a whole in words, from token `at` up to (not including) token `next`. */
export interface Share {
  readonly quantity: Quantity;
  /** Half of what it was rounded to, as "about" needs it. */
  readonly tolerance: Big;
  /** Written as an ordinal (`a third`): in prose it may also be "a third option". */
  readonly ordinal: boolean;
  readonly next: number;
}

const PARTS = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
]);

/** A share of `part` in `whole` as a percentage: 1/2 is 50 %. */
function percentage(part: Big, whole: Big): Quantity {
  const exact = part.times(100).div(whole);
  if (exact.times(whole).eq(part.times(100))) return interval(exact, exact, 'percent');
  // A third is neither 33 % nor 34 % but people write it for both: take the two-digit numbers around it.
  return interval(exact.prec(2, Big.roundDown), exact.prec(2, Big.roundUp), 'percent');
}

function share(part: number | Big, whole: number | Big, ordinal: boolean, next: number): Share {
  const quantity = percentage(new Big(part), new Big(whole));
  const centre = (quantity.min ?? new Big(0)).plus(quantity.max ?? 0).times('0.5');
  const fivePercent = centre.times('0.05');
  // Fifths, tenths and halves are read off in tens, so "about half" is 45 to 55 per cent.
  const halfPlace = quantity.min?.mod(10).eq(0) === true ? new Big(5) : new Big('0.5');
  return {
    quantity,
    tolerance: fivePercent.gt(halfPlace) ? fivePercent : halfPlace,
    ordinal,
    next,
  };
}

/** The words that a share may begin with, besides those of numbers. */
export const SHARE_OPENERS: readonly string[] = ['half'];

/** The words that a share may end with, besides numbers. */
export const SHARE_ENDINGS: readonly string[] = [...PARTS.keys()].flatMap((part) => [
  part,
  `${part}s`,
]);

/** Reads `half`, `a third`, `three quarters`, `two-thirds`, `one in five`, `9 out of 10` at token `at`. */
export function readShare(tokens: readonly Token[], at: number): Share | null {
  return (
    readHalf(tokens, at) ??
    readFractionSign(tokens, at) ??
    readFraction(tokens, at) ??
    readOneIn(tokens, at)
  );
}

function readHalf(tokens: readonly Token[], at: number): Share | null {
  if (tokens[at]?.lower !== 'half') return null;
  const after = tokens[at + 1];
  // "half a million" and "half-year" are other things: see readHalfOf.
  if (after?.lower === '-' && after.glued && tokens[at + 2]?.glued === true) return null;
  return readHalfOf(tokens, at) === null ? share(1, 2, false, at + 1) : null;
}

const FRACTION_SIGNS = new Map([
  ['½', 50],
  ['¼', 25],
  ['¾', 75],
]);

/** `½` alone; `½ year` and `½ million` are figures. */
function readFractionSign(tokens: readonly Token[], at: number): Share | null {
  const percent = FRACTION_SIGNS.get(tokens[at]?.text ?? '');
  const after = tokens[at + 1]?.lower ?? '';
  if (percent === undefined || scaleWord(after) !== null || measureNamed(after) !== null)
    return null;
  return share(percent, 100, false, at + 1);
}

/** `half a dozen`, `half a million`, `half an hour`, `half a per cent`: the number and where its unit starts. */
export function readHalfOf(
  tokens: readonly Token[],
  at: number,
): { value: Big; scale: Big; next: number } | null {
  if (tokens[at]?.lower !== 'half') return null;
  const joint = tokens[at + 1]?.lower;
  if (joint !== 'a' && joint !== 'an' && joint !== '-') return null;
  const noun = tokens[at + 2]?.lower ?? '';
  if (noun === 'dozen') return { value: new Big(6), scale: ONE, next: at + 3 };
  const scale = scaleWord(noun);
  if (scale !== null && joint !== '-') return { value: new Big('0.5'), scale, next: at + 3 };
  const measured = measureNamed(noun) !== null || noun === 'per' || noun === 'percentage';
  return measured && joint !== '-' ? { value: new Big('0.5'), scale: ONE, next: at + 2 } : null;
}

function readFraction(tokens: readonly Token[], at: number): Share | null {
  const count = tokens[at]?.lower === 'a' ? 1 : smallNumber(tokens[at]?.lower);
  if (count === null || count === 0) return null;
  const hyphen = tokens[at + 1]?.lower === '-' ? 1 : 0;
  const name = tokens[at + 1 + hyphen]?.lower ?? '';
  const parts = count === 1 ? PARTS.get(name) : PARTS.get(name.replace(/s$/, ''));
  if (parts === undefined || count >= parts || (count > 1 && !name.endsWith('s'))) return null;
  return share(count, parts, count === 1, at + 2 + hyphen);
}

/** The wholes people divide by in "one in …"; anything else is more likely a place or a year. */
const WHOLES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000]);

function readOneIn(tokens: readonly Token[], at: number): Share | null {
  let next = at + 1;
  if (tokens[next]?.lower === 'out' && tokens[next + 1]?.lower === 'of') next += 2;
  else if (tokens[next]?.lower === 'in') next += 1;
  else return null;
  if (tokens[next]?.lower === 'every') next += 1;
  const part = wholeNumber(tokens[at]);
  const whole = wholeNumber(tokens[next]);
  if (part === null || part < 1) return null;
  if (whole === null || !WHOLES.has(whole) || part >= whole) return null;
  // "one in five million" and "six in 10 per cent" are something else.
  if (scaleWord(tokens[next + 1]?.lower ?? '') !== null) return null;
  if (measureNamed(tokens[next + 1]?.lower ?? '') !== null) return null;
  return share(part, whole, false, next + 1);
}

function wholeNumber(token: Token | undefined): number | null {
  if (token?.kind === 'number') {
    const value = readNumeral(token.text)?.value;
    return value?.lte(1e6) === true && value.mod(1).eq(0) ? value.toNumber() : null;
  }
  return smallNumber(token?.lower);
}
