import { Big } from 'big.js';
import {
  FIGURE_OPENERS,
  figureValue,
  hedgeTolerance,
  plainQuantity,
  readFigure,
  readUnitAfter,
  type Figure,
  type FigureReading,
  type PhraseStyle,
} from './figure.js';
import { HEDGE_OPENERS, hedgeAfter, hedgeBefore, type Hedge } from './hedges.js';
import { interval, type Quantity } from './interval.js';
import { asWritten, powerOfTen } from './numeral.js';
import { readRange } from './figureRange.js';
import { readHalfOf, readShare, SHARE_OPENERS } from './share.js';
import type { Token } from './token.js';

/** A whole phrase that states a figure, from its hedge to its unit. */
export interface QuantityPhrase {
  readonly kind: 'phrase';
  readonly quantity: Quantity;
  /** First token of the number itself, after the hedge and the currency. */
  readonly numberAt: number;
  /** Token after the phrase. */
  readonly next: number;
  /** `a third`: in prose it may be an ordinal. */
  readonly ordinal: boolean;
  readonly hedge: Hedge | null;
  /** It is a range of two figures. */
  readonly range: boolean;
}

export type PhraseReading =
  QuantityPhrase | { readonly kind: 'problem'; readonly message: string } | null;

const TOO_LONG: PhraseReading = {
  kind: 'problem',
  message: 'This figure is too long: at most 40 digits, and an exponent of at most 30.',
};

const OPENERS: ReadonlySet<string> = new Set([
  ...HEDGE_OPENERS,
  ...FIGURE_OPENERS,
  ...SHARE_OPENERS,
]);

/** Whether a phrase that states a figure may begin with this token; any other begins none. */
export function mayOpenPhrase(token: Token): boolean {
  return token.kind === 'number' || OPENERS.has(token.lower);
}

/** Whether a text that begins with this word may state a figure. False is sure, true is not. */
export function mayOpenQuantity(word: string): boolean {
  return !/^[a-z]+$/i.test(word) || OPENERS.has(word.toLowerCase());
}

/** Reads a figure with its hedges, scale and unit, or a range of two, at token `at`. */
export function readQuantityPhrase(
  tokens: readonly Token[],
  at: number,
  style: PhraseStyle,
): PhraseReading {
  const before = hedgeBefore(tokens, at);
  const hedge = before?.hedge ?? null;
  const numberAt = before === null ? at : afterArticle(tokens, before.next);
  const figure = readFigure(tokens, numberAt, style);
  if (hedge === null || hedge === 'between' || hedge === 'from' || hedge === 'about') {
    const range = readRange(tokens, numberAt, figure, hedge, style);
    if (range?.kind === 'problem') return range;
    if (range !== null)
      return { ...range, kind: 'phrase', numberAt, ordinal: false, hedge, range: true };
  }
  if (hedge === 'between' || hedge === 'from') return null;
  return readShared(tokens, numberAt, hedge) ?? readSingle(tokens, numberAt, figure, hedge, style);
}

/** "over a 100 countries": the article stands before a numeral as it does before "hundred". */
function afterArticle(tokens: readonly Token[], at: number): number {
  return tokens[at]?.lower === 'a' && tokens[at + 1]?.kind === 'number' ? at + 1 : at;
}

function readShared(
  tokens: readonly Token[],
  numberAt: number,
  hedge: Hedge | null,
): PhraseReading {
  const share = readShare(tokens, numberAt);
  if (share === null) return null;
  const { min, max } = share.quantity;
  if (min === null || max === null) return null;
  const quantity = hedged(hedge, min, max, share.quantity, () => share.tolerance);
  const { next, ordinal } = share;
  return { kind: 'phrase', quantity, numberAt, next, ordinal, hedge, range: false };
}

function readSingle(
  tokens: readonly Token[],
  numberAt: number,
  read: FigureReading,
  hedge: Hedge | null,
  style: PhraseStyle,
): PhraseReading {
  const figure = readHalfFigure(tokens, numberAt, style) ?? read;
  if (figure === null) return null;
  if (figure === 'too-long') return TOO_LONG;
  const after = hedge === null ? hedgeAfter(tokens, figure.next) : null;
  const whole = after === null ? figure : readUnitAfter(tokens, figure, after.next, style);
  const value = figureValue(figure);
  const effective = hedge ?? after?.hedge ?? null;
  return {
    kind: 'phrase',
    quantity: hedged(effective, value, value, plainQuantity(whole), () => hedgeTolerance(figure)),
    numberAt,
    next: whole.next,
    ordinal: false,
    hedge: effective,
    range: false,
  };
}

/** `half a million`, `half a dozen`, `half an hour`: a figure like any other. */
function readHalfFigure(tokens: readonly Token[], at: number, style: PhraseStyle): FigureReading {
  const half = readHalfOf(tokens, at);
  if (half === null) return null;
  const written =
    half.value.eq('0.5') && !half.scale.eq(1)
      ? { value: half.value, digits: 1, lastPlace: powerOfTen(-1), roundingPlace: powerOfTen(-1) }
      : asWritten(half.value);
  const figure: Figure = {
    written,
    scale: half.scale,
    unit: null,
    currencyBefore: false,
    negative: false,
    next: half.next,
  };
  return readUnitAfter(tokens, figure, figure.next, style);
}

/** Applies a hedge to a value that was written as `min` to `max` (the same number, but for a share). */
function hedged(
  hedge: Hedge | null,
  min: Big,
  max: Big,
  plain: Quantity,
  tolerance: () => Big,
): Quantity {
  switch (hedge) {
    case null:
    case 'between':
    case 'from':
      return plain;
    case 'about':
      return {
        ...interval(min.minus(tolerance()), max.plus(tolerance()), plain.unit),
        approximate: true,
      };
    case 'nearly':
      return { ...interval(min.minus(tolerance()), max, plain.unit), approximate: true };
    case 'at-least':
      return interval(min, null, plain.unit);
    case 'at-most':
      return interval(null, max, plain.unit);
    case 'more-than':
      return { ...interval(min, null, plain.unit), minOpen: true };
    case 'less-than':
      return { ...interval(null, max, plain.unit), maxOpen: true };
  }
}
