import { stretchesWithNumbers } from './numberStretches.js';
import { plainQuantity } from './figure.js';
import { readChange } from './figureRange.js';
import type { Quantity } from './interval.js';
import { isWholePhrase, touchesMore } from './proseBounds.js';
import { anyToken, dateSpans, mayOpenDate } from './proseDates.js';
import type { TokenSpan } from './proseDayMonth.js';
import { markNonFigures } from './proseGuards.js';
import { mayOpenPhrase, readQuantityPhrase } from './quantityPhrase.js';
import { tokenise, tokeniseCarefully, type Token } from './token.js';

/** A figure that a text states. Offsets are UTF-16, `end` exclusive: `text` is the slice between them. */
export interface FoundQuantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quantity: Quantity;
}

/** A figure from token `first` up to (not including) token `next`. */
interface FigureSpan {
  readonly first: number;
  readonly next: number;
  readonly quantity: Quantity;
}

const PROSE = { counted: false, extra: null, prose: true } as const;

/**
 * The figures of a text, in order, as people write them in policy prose: `152`, `at least six`, `£5bn`,
 * `between 500 and 600`, `a third`. The span takes in hedge and unit, not the noun that is counted. What
 * is a number but no figure is left out: dates, ordinals, section and page numbers, addresses, codes.
 * One pass, linear in the length; only the words around numbers are read with care.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  for (const { start, end } of stretchesWithNumbers(text)) readStretch(text, start, end, found);
  return found;
}

/** As {@link findQuantities}, of a text that is one of the stretches which that would read. */
export function findQuantitiesInStretch(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  readStretch(text, 0, text.length, found);
  return found;
}

function readStretch(text: string, start: number, end: number, found: FoundQuantity[]): void {
  const tokens = tokenise(text, start, end);
  readTokens(text, tokens, dateSpans(tokens, mayOpenDate), mayOpenPhrase, found);
}

/** As {@link findQuantities}, with every token of the text read in full: what the quick way is held against. */
export function findQuantitiesCarefully(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const tokens = tokeniseCarefully(text);
  readTokens(text, tokens, dateSpans(tokens, anyToken), anyToken, found);
  return found;
}

/** Adds the figures that the tokens state; `mayOpen` passes over tokens with which none begins. */
function readTokens(
  text: string,
  tokens: readonly Token[],
  dates: readonly TokenSpan[],
  mayOpen: (token: Token) => boolean,
  found: FoundQuantity[],
): void {
  const taken = new Uint8Array(tokens.length);
  for (const { first, next } of dates) taken.fill(1, first, next);
  markNonFigures(text, tokens, taken);
  let at = 0;
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const spans = taken[at] === 0 && mayOpen(token) ? readFigures(tokens, at, taken) : [];
    for (const span of spans) {
      const start = tokens[span.first]?.start ?? 0;
      const end = tokens[span.next - 1]?.end ?? start;
      found.push({ start, end, text: text.slice(start, end), quantity: span.quantity });
    }
    at = spans.at(-1)?.next ?? at + 1;
  }
}

/** The figure at `at`; the two figures of a change (`from 303 to 152`) after "from" or "by". */
function readFigures(tokens: readonly Token[], at: number, taken: Uint8Array): FigureSpan[] {
  const before = tokens[at - 1]?.lower;
  if (before === 'from' || before === 'by') {
    const change = changeAt(tokens, at, taken);
    if (change !== null) return change;
  }
  if (tokens[at]?.lower === 'from') return [];
  const phrase = readQuantityPhrase(tokens, at, PROSE);
  if (phrase?.kind !== 'phrase' || isTaken(taken, at, phrase.next)) return [];
  if (!isWholePhrase(tokens, at, phrase)) return [];
  return [{ first: at, next: phrase.next, quantity: phrase.quantity }];
}

function changeAt(tokens: readonly Token[], at: number, taken: Uint8Array): FigureSpan[] | null {
  const change = readChange(tokens, at, PROSE);
  if (change === null || isTaken(taken, at, change.second.next)) return null;
  const { first, second } = change;
  if (touchesMore(tokens, first.next) || touchesMore(tokens, second.next)) return null;
  return [
    { first: at, next: first.next, quantity: plainQuantity(first) },
    { first: first.next + 1, next: second.next, quantity: plainQuantity(second) },
  ];
}

function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (taken[index] !== 0) return true;
  return false;
}
