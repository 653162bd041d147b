import { Big } from 'big.js';
import {
  figureValue,
  hedgeTolerance,
  readFigure,
  type Figure,
  type FigureReading,
  type PhraseStyle,
} from './figure.js';
import type { Hedge } from './hedges.js';
import { interval, type Quantity } from './interval.js';
import type { Token } from './token.js';
import { unitScale } from './units.js';

export type RangeReading =
  | { readonly kind: 'range'; readonly quantity: Quantity; readonly next: number }
  | { readonly kind: 'problem'; readonly message: string }
  | null;

/** Two figures joined by one token, the first with the unit and scale that it leaves to the second. */
export interface FigurePair {
  readonly first: Figure;
  readonly second: Figure;
}

/**
 * Reads `500-600`, `500..600`, `500 to 600`, `between 500 and 600`, `£1.2 to £1.3 billion` from the
 * first number on, which is read as `first`; `hedge` is what stood before it. Null when no range
 * stands there.
 */
export function readRange(
  tokens: readonly Token[],
  at: number,
  first: FigureReading,
  hedge: Hedge | null,
  style: PhraseStyle,
): RangeReading {
  if (first === null || first === 'too-long') return null;
  const second = joins(tokens, first.next, hedge, style) ? readSecond(tokens, first, style) : null;
  if (second === null) return null;
  const sizes = sharedUnit(first, second);
  if (sizes === null) return null;
  const low = figureValue(withSharedScale(first, second)).times(sizes.first);
  const high = figureValue(second).times(sizes.second);
  // With more after it (2006-05-30) it was not meant as a range.
  if (low.gt(high))
    return style.prose || second.next < tokens.length
      ? null
      : runsBackwards(tokens, at, first, second);
  const slack = hedge === 'about' ? hedgeTolerance(second) : new Big(0);
  const quantity = interval(low.minus(slack), high.plus(slack), sizes.unit);
  return {
    kind: 'range',
    quantity: { ...quantity, approximate: hedge === 'about' },
    next: second.next,
  };
}

/**
 * Reads the two figures of a change, `303 to 152` after "from": the first takes the scale and the unit
 * of the second where it has none of its own and the two are of a size.
 */
export function readChange(
  tokens: readonly Token[],
  at: number,
  style: PhraseStyle,
): FigurePair | null {
  const first = readFigure(tokens, at, style);
  if (first === null || first === 'too-long' || tokens[first.next]?.lower !== 'to') return null;
  const second = readSecond(tokens, first, style);
  if (second === null) return null;
  const lifted = { ...first, scale: first.scale.eq(1) ? second.scale : first.scale };
  const ofASize = figureValue(lifted).abs().lte(figureValue(second).abs().times(20));
  return { first: { ...(ofASize ? lifted : first), unit: first.unit ?? second.unit }, second };
}

/** The figure after the joint that follows the first. */
function readSecond(tokens: readonly Token[], first: Figure, style: PhraseStyle): Figure | null {
  const second = readFigure(tokens, first.next + 1, style);
  if (second === null || second === 'too-long' || second.negative !== first.negative) return null;
  return style.prose && !alike(first, second) ? null : second;
}

/** Whether the token at `at` joins two ends of a range. */
function joins(
  tokens: readonly Token[],
  at: number,
  hedge: Hedge | null,
  style: PhraseStyle,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (hedge === 'between') return token.lower === 'and';
  if (hedge === 'from') return token.lower === 'to' && !style.prose;
  if (token.lower === '-' || token.lower === '–') {
    const glued = token.glued && tokens[at + 1]?.glued === true;
    return glued || (!style.prose && !token.glued);
  }
  return token.lower === '..' || token.lower === 'to' || token.lower === 'or';
}

/** "£5m to 10 trusts" is a gift, not a range: what the first end states, the second must state too. */
function alike(first: Figure, second: Figure): boolean {
  return (
    (first.unit === null || second.unit !== null) && (first.scale.eq(1) || !second.scale.eq(1))
  );
}

/** `£1.2 to £1.3 billion`: the last scale holds for both, unless that would turn the range round. */
function withSharedScale(first: Figure, second: Figure): Figure {
  if (!first.scale.eq(1) || second.scale.eq(1)) return first;
  const lifted = { ...first, scale: second.scale };
  return figureValue(lifted).gt(figureValue(second)) ? first : lifted;
}

/** The unit of both ends and what to multiply each by; the smaller unit when they differ but convert. */
function sharedUnit(
  first: Figure,
  second: Figure,
): { unit: string | null; first: number; second: number } | null {
  const same = { unit: first.unit ?? second.unit, first: 1, second: 1 };
  if (first.unit === null || second.unit === null || first.unit === second.unit) return same;
  const a = unitScale(first.unit);
  const b = unitScale(second.unit);
  if (a.dimension !== b.dimension) return null;
  if (a.size > b.size && a.size % b.size === 0)
    return { unit: second.unit, first: a.size / b.size, second: 1 };
  if (b.size % a.size === 0) return { unit: first.unit, first: 1, second: b.size / a.size };
  return null;
}

function runsBackwards(
  tokens: readonly Token[],
  at: number,
  first: Figure,
  second: Figure,
): RangeReading {
  const words = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map((token, index) => (token.glued || index === 0 ? '' : ' ') + token.text)
      .join('');
  const from = words(at, first.next);
  const to = words(first.next + 1, second.next);
  return {
    kind: 'problem',
    message: `This range runs backwards: ${from} is more than ${to}. Write the smaller figure first.`,
  };
}
