import { Big } from 'big.js';
import { interval, type Quantity } from './interval.js';
import { ONE, readNumeral, type WrittenNumber } from './numeral.js';
import {
  mayBeginNumber,
  NUMBER_OPENERS,
  readNumberWords,
  scaleAfterNumeral,
} from './numberWords.js';
import type { Token } from './token.js';
import {
  canonicalUnit,
  countedNamed,
  CURRENCY_NAMES,
  currencyNamed,
  isCurrency,
  measureNamed,
} from './units.js';

/** How figures are written where this one stands. */
export interface PhraseStyle {
  /** Counted nouns (`organisations`) are units too, not only measures (`years`, `%`). */
  readonly counted: boolean;
  /** One more canonical unit to accept: the unit that the property declares. */
  readonly extra: string | null;
  /** Running prose: "from 303 to 152" is a change, spaced dashes are punctuation, "10 to 5" no slip. */
  readonly prose: boolean;
}

/** One number with its scale and unit, from token `at` up to (not including) token `next`. */
export interface Figure {
  readonly written: WrittenNumber;
  /** What its scale word multiplies by; 1 when it has none. */
  readonly scale: Big;
  readonly unit: string | null;
  /** The currency stands before the number and is not to be looked for after it. */
  readonly currencyBefore: boolean;
  readonly negative: boolean;
  readonly next: number;
}

/** A figure, `too-long` for one past the size limits, or null when there is none at `at`. */
export type FigureReading = Figure | 'too-long' | null;

/** Letters before a dollar sign: whose dollar it is. */
const DOLLARS = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['c', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
]);

/** The words and signs that a figure of {@link readFigure} may begin with, besides digits. */
export const FIGURE_OPENERS: readonly string[] = [
  ...['-', '−', '+', 'rs', '₹'],
  ...DOLLARS.keys(),
  ...CURRENCY_NAMES,
  ...NUMBER_OPENERS,
];

/** Reads `£5bn`, `30%`, `2.6 million`, `three years`, `-5`, `GBP 5bn`, `152` at token `at`. */
export function readFigure(
  tokens: readonly Token[],
  at: number,
  style: PhraseStyle,
): FigureReading {
  const sign = readSign(tokens, at, style);
  const currency = readCurrencyBefore(tokens, at + sign);
  const numberAt = currency?.next ?? at + sign;
  const negative = sign > 0 && tokens[at]?.lower !== '+';
  const bare = readBareNumber(tokens, numberAt);
  if (bare === null || bare === 'too-long') return bare;
  const found = unitAt(tokens, bare.next, style);
  // "£5 million pounds" says it twice.
  const isRead = found !== null && (currency === null || found.unit === currency.unit);
  return {
    written: bare.written,
    scale: bare.scale,
    unit: currency?.unit ?? found?.unit ?? null,
    currencyBefore: currency !== null,
    negative,
    next: isRead ? found.next : bare.next,
  };
}

function readSign(tokens: readonly Token[], at: number, style: PhraseStyle): 0 | 1 {
  const sign = tokens[at]?.lower;
  const isSign = sign === '-' || sign === '−' || (sign === '+' && !style.prose);
  return isSign && tokens[at + 1]?.glued === true ? 1 : 0;
}

function readCurrencyBefore(
  tokens: readonly Token[],
  at: number,
): { unit: string; next: number } | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'number') return null;
  const following = tokens[at + 1];
  const dollar = DOLLARS.get(token.lower);
  if (dollar !== undefined && following?.text === '$' && following.glued)
    return { unit: dollar, next: at + 2 };
  if (token.lower === 'rs' || token.lower === '₹') {
    // "Rs. 5,000": whether Indian or another's rupees, a page read in one country means its own.
    const dot = following?.text === '.' && following.glued ? 1 : 0;
    return tokens[at + 1 + dot]?.kind === 'number' ? { unit: 'INR', next: at + 1 + dot } : null;
  }
  const unit = currencyNamed(token.lower);
  if (unit === null || (token.kind === 'word' && token.text !== token.text.toUpperCase()))
    return null;
  return { unit, next: at + 1 };
}

function readBareNumber(
  tokens: readonly Token[],
  at: number,
): { written: WrittenNumber; scale: Big; next: number } | 'too-long' | null {
  const token = tokens[at];
  if (token?.kind === 'number') {
    const written = readNumeral(token.text);
    if (written === null) return 'too-long';
    const scaled = scaleAfterNumeral(tokens, at + 1);
    return { written, scale: scaled?.scale ?? ONE, next: scaled?.next ?? at + 1 };
  }
  if (token?.kind !== 'word' || !mayBeginNumber(token.lower)) return null;
  const worded = readNumberWords(tokens, at);
  return worded && { written: worded.number, scale: worded.scale, next: worded.next };
}

/** The figure with the unit at token `at`, if one stands there and it has none. */
export function readUnitAfter(
  tokens: readonly Token[],
  figure: Figure,
  at: number,
  style: PhraseStyle,
): Figure {
  const found = unitAt(tokens, at, style);
  const isRead =
    found !== null &&
    (figure.unit === null || (found.unit === figure.unit && figure.currencyBefore));
  return {
    written: figure.written,
    scale: figure.scale,
    unit: isRead ? found.unit : figure.unit,
    currencyBefore: figure.currencyBefore,
    negative: figure.negative,
    next: isRead ? found.next : at,
  };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
  style: PhraseStyle,
): { unit: string; next: number } | null {
  const hyphen = tokens[at]?.lower === '-' && tokens[at].glued ? 1 : 0;
  const token = tokens[at + hyphen];
  if (token === undefined || (hyphen > 0 && (!token.glued || token.kind !== 'word'))) return null;
  const after = at + hyphen + 1;
  if (token.lower === 'per' && tokens[after]?.lower === 'cent')
    return { unit: 'percent', next: after + 1 };
  if (
    (token.lower === 'percent' || token.lower === 'percentage') &&
    /^points?$/.test(tokens[after]?.lower ?? '')
  )
    return { unit: 'percentage point', next: after + 1 };
  if (token.lower === 'percentage') return null;
  // "5 p" or "5 pp" with a space is a slip of the pen or a page, not pence.
  if (token.lower === 'p' && !token.glued) return null;
  const unit = measureNamed(token.lower) ?? (style.counted ? countedNamed(token.lower) : null);
  if (unit !== null && !isPrefixSign(token)) return { unit, next: after };
  return style.extra !== null && token.kind === 'word' && canonicalUnit(token.text) === style.extra
    ? { unit: style.extra, next: after }
    : null;
}

/** `£`, `$` and `€` stand before their number in English: after one they begin the next. */
function isPrefixSign(token: Token): boolean {
  return token.kind === 'sign' && isCurrency(measureNamed(token.lower) ?? '') && !token.glued;
}

/** The figure's number with sign and scale. */
export function figureValue(figure: Figure): Big {
  const { value: number } = figure.written;
  const value = figure.scale === ONE ? number : number.times(figure.scale);
  return figure.negative ? value.times(-1) : value;
}

/**
 * What an unhedged figure says. With a scale word and only one or two digits it was rounded to its last
 * digit: `£5bn` is 4.5 to 5.5 billion. Every other figure is exact.
 */
export function plainQuantity(figure: Figure): Quantity {
  const value = figureValue(figure);
  if (figure.scale === ONE || figure.scale.eq(1) || figure.written.digits > 2)
    return interval(value, value, figure.unit);
  const half = figure.written.lastPlace.times(figure.scale).times('0.5');
  return interval(value.minus(half), value.plus(half), figure.unit);
}

/** How far "about" reaches on each side: 5 %, or half the rounding unit where that is more. */
export function hedgeTolerance(figure: Figure): Big {
  const share = figureValue(figure).abs().times('0.05');
  const half = figure.written.roundingPlace.times(figure.scale).times('0.5');
  return share.gt(half) ? share : half;
}
