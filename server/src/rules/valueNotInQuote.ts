import type { BoundFact } from '../corpus/boundFact.js';
import { flatCopy } from '../text/intern.js';
import { standsAsValue, standsPlainly } from '../values/plainFigure.js';
import { isSameNumber } from '../values/numberOrder.js';
import { compareQuantities, readQuantity, type Quantity } from '../values/quantity.js';
import { mayOpenQuantity } from '../values/quantityPhrase.js';
import { findDates, findQuantities } from '../values/prose.js';
import type { DateRange } from '../values/date.js';
import { FactMemo } from './factMemo.js';
import type { SidecarRule } from './rule.js';

/** A quote that does not contain the value it is there to show. */
export const valueNotInQuote: SidecarRule = {
  kind: 'sidecar',
  code: 'value-not-in-quote',
  level: 'error',
  summary: 'The quoted words do not contain the value.',
  *check({ uri, facts }) {
    const isUnsupported = unsupported.of(uri, facts);
    for (const [at, bound] of facts.entries()) {
      if (isUnsupported[at] !== true) {
        continue;
      }
      const { fact } = bound;
      const message = `The quoted words do not contain ${bound.valueText}, as a figure or in words. Quote the words that state it, correct the value, or say with \`derivedFrom\` which facts it follows from.`;
      yield {
        uri,
        span: fact.value?.span ?? fact.span,
        message,
        related: fact.quotes.map(({ exact }) => ({
          uri,
          span: exact.span,
          message: 'The quoted words.',
        })),
      };
    }
  },
};

const unsupported = new FactMemo(
  (bound) => !bound.is('derived') && lacksValue(bound) && bound.fact.quotes.length > 0,
);

/** Whether the quotes of a fact, taken together, state another value than the fact's, or none. */
export function lacksValue(bound: BoundFact): boolean {
  const { value } = bound;
  switch (value?.kind) {
    case 'quantity':
      return !bound.fact.quotes.some(
        ({ exact }) =>
          standsAsValue(exact.value, bound.valueText, value.quantity.unit) ||
          statesQuantity(exact.value, value.quantity),
      );
    case 'date':
      return statesAnotherDate(
        bound.fact.quotes.map(({ exact }) => exact.value),
        value.date,
      );
    case undefined:
    case 'boolean':
    case 'entities':
    case 'text':
    case 'vague':
      return false; // words can say these in too many ways
  }
}

/** Whether the words of a quote state a quantity. */
export function statesQuantity(quote: string, value: Quantity): boolean {
  const digits = wholeNumberOf(value);
  return (
    (digits !== null && standsPlainly(quote, digits, value.unit)) ||
    statesQuantityCarefully(quote, value)
  );
}

/** As {@link statesQuantity}, always by reading the quote: what the quick way is held against. */
export function statesQuantityCarefully(quote: string, value: Quantity): boolean {
  const reading = readingOf(quote);
  return (
    reading.quantities.some(({ quantity }) => statesSame(value, quantity)) ||
    figuresReadInto(quote, value.unit, reading).some((figure) => statesSame(value, figure))
  );
}

/** More digits than this are for the careful way. */
const MOST_DIGITS = 15;

/** The digits of a quantity that is one whole number and no more, or null. */
function wholeNumberOf({ min, max }: Quantity): string | null {
  if (min === null || max === null || !isSameNumber(min, max)) return null;
  const digits = min.toFixed();
  return digits.length <= MOST_DIGITS && /^[0-9]+$/.test(digits) ? digits : null;
}

/** What the words of a quote state, and what they may be read as where the unit is known. */
interface QuoteReading {
  readonly quantities: ReturnType<typeof findQuantities>;
  readInto?: { readonly unit: string | null; readonly figures: readonly Quantity[] };
}

/**
 * The readings of the quotes that were read last, by their words: while a value is typed, its quote is
 * as before.
 */
const remembered = new Map<string, QuoteReading>();
const MOST_REMEMBERED = 5000;

function readingOf(quote: string): QuoteReading {
  const known = remembered.get(quote);
  if (known !== undefined) {
    return known;
  }
  const reading: QuoteReading = { quantities: findQuantities(quote) };
  if (quote.length < 1000) {
    const [oldest] = remembered.size < MOST_REMEMBERED ? [] : remembered.keys();
    if (oldest !== undefined) {
      remembered.delete(oldest);
    }
    remembered.set(flatCopy(quote), reading);
  }
  return reading;
}

/** The most words that a figure has: "between five hundred and six hundred". */
const LONGEST_FIGURE = 6;

/**
 * What runs of words in a quote read as. Reading prose leaves out figures that are likely something
 * else ("one of them", "Plan 9"); who says that the quote states one of these is believed.
 */
function figuresReadInto(
  quote: string,
  unit: string | null,
  reading: QuoteReading,
): readonly Quantity[] {
  if (reading.readInto?.unit === unit) {
    return reading.readInto.figures;
  }
  const words = quote.split(/[\s"“”()]+/).map((word) => word.replace(/^['‘]|['’.,;:!?]+$/g, ''));
  const figures = words.flatMap((word, start) =>
    mayOpenQuantity(word)
      ? (longestFigure(words.slice(start, start + LONGEST_FIGURE), unit) ?? [])
      : [],
  );
  reading.readInto = { unit, figures };
  return figures;
}

/** The figure that the words begin with: of "1.5 million people" not 1.5, but 1.5 million. */
function longestFigure(words: readonly string[], unit: string | null): Quantity | null {
  for (let length = words.length; length > 0; length--) {
    const reading = readQuantity(words.slice(0, length).join(' '), { unit });
    if (reading?.kind === 'quantity') {
      return reading.quantity;
    }
  }
  return null;
}

/** One of the numbers is the same, and nothing else about the two quantities disagrees. */
function statesSame(value: Quantity, found: Quantity): boolean {
  if (compareQuantities(value, found) === 'compatible') {
    return (
      numbersOf(value).some((number) => numbersOf(found).some((other) => number === other)) ||
      sameUnits(value, found)
    );
  }
  return false;
}

function sameUnits(a: Quantity, b: Quantity): boolean {
  return a.unit !== null && b.unit !== null && a.unit !== b.unit; // 18 months is 1.5 years
}

/** The numbers by which people know a quantity: its bounds, and the middle of an approximate one. */
function numbersOf({ min, max }: Quantity): readonly string[] {
  const numbers = [min, max].flatMap((bound) => (bound === null ? [] : [bound.toFixed()]));
  return min === null || max === null ? numbers : [...numbers, min.plus(max).div(2).toFixed()];
}

/** Speaks only where the quote states a date that lies wholly outside the value. */
function statesAnotherDate(quotes: readonly string[], value: DateRange): boolean {
  const found = quotes.flatMap((quote) => findDates(quote));
  return (
    found.length > 0 &&
    found.every(({ date }) => date.end <= value.start || date.start >= value.end)
  );
}
