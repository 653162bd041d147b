import type { Big } from 'big.js';
import { figureValue, readFigure } from './figure.js';
import { interval, type Quantity } from './interval.js';
import { readQuantity } from './quantity.js';
import { circumstancesOf, ReadingMemo } from './readingMemo.js';
import { checkFigure } from './readValue.js';
import { tokenise } from './token.js';
import { canonicalUnit, unitScale } from './units.js';
import type { PropertyType, ValueReading } from './valueKind.js';

/** A value's mapping form, each part as its source text. */
export interface LongValue {
  readonly amount?: string;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: string;
  /** `true` or `false`. */
  readonly approximate?: string;
}

type Part<T> =
  | { readonly kind: 'part'; readonly part: T }
  | { readonly kind: 'problem'; readonly message: string };

const memo = new ReadingMemo<ValueReading>();

/**
 * Reads `{amount, min, max, unit, approximate}`: the same as the short form says in one text. Bounds are
 * inclusive. `unit` is the fact's or the property's; the mapping's own wins.
 */
export function readLongValue(
  parts: LongValue,
  type: PropertyType | undefined,
  unit: string | null,
): ValueReading {
  const { amount, min, max, unit: ownUnit, approximate } = parts;
  const written = JSON.stringify([amount, min, max, ownUnit, approximate]);
  return memo.get(circumstancesOf(type, unit, undefined), written, () => read(parts, type, unit));
}

function read(parts: LongValue, type: PropertyType | undefined, unit: string | null): ValueReading {
  if (type === 'text' || type === 'date' || type === 'boolean' || type === 'entity')
    return problem(
      `A mapping of amount, min and max states a figure, but this property is of type ${type}.`,
    );
  const hedge = parts.approximate?.trim().toLowerCase() ?? 'false';
  if (hedge !== 'true' && hedge !== 'false') return problem('approximate is either true or false.');
  const approximate = hedge === 'true';
  const ownUnit = parts.unit === undefined ? null : canonicalUnit(parts.unit);
  const read = readParts(parts, approximate, ownUnit ?? unit);
  if (read.kind === 'problem') return read;
  const quantity = read.part;
  if (ownUnit !== null && quantity.unit !== null && ownUnit !== quantity.unit)
    return problem(
      `The unit is given twice: ${quantity.unit} with the figure and ${ownUnit} as unit.`,
    );
  return checkFigure({ ...quantity, unit: quantity.unit ?? ownUnit }, 'This value', type, unit);
}

function readParts(parts: LongValue, approximate: boolean, unit: string | null): Part<Quantity> {
  if (parts.min === undefined && parts.max === undefined)
    return parts.amount === undefined
      ? problem('This value has neither an amount nor a min or max.')
      : readAmount(parts.amount, approximate, unit);
  const min = readBound('min', parts.min, unit);
  if (min.kind === 'problem') return min;
  const max = readBound('max', parts.max, unit);
  if (max.kind === 'problem') return max;
  if (min.part && max.part && min.part.unit !== max.part.unit)
    return problem('min and max have different units.');
  const bounds = {
    ...interval(min.part?.value ?? null, max.part?.value ?? null, min.part?.unit ?? max.part?.unit),
    approximate,
  };
  if (bounds.min !== null && bounds.max !== null && bounds.min.gt(bounds.max))
    return problem(`min (${bounds.min.toFixed()}) is more than max (${bounds.max.toFixed()}).`);
  return parts.amount === undefined
    ? { kind: 'part', part: bounds }
    : checkAmountWithin(parts.amount, bounds, unit);
}

/** With bounds the amount is the middle that the author names: the bounds are what is compared. */
function checkAmountWithin(text: string, bounds: Quantity, unit: string | null): Part<Quantity> {
  const amount = readBound('amount', text, unit);
  if (amount.kind === 'problem') return amount;
  if (amount.part === null) return { kind: 'part', part: bounds };
  const { value } = amount.part;
  const amountUnit = amount.part.unit;
  if (amountUnit !== null && bounds.unit !== null && !sameDimension(amountUnit, bounds.unit))
    return problem('amount has another unit than min and max.');
  if (
    amountUnit === bounds.unit &&
    (bounds.min?.gt(value) === true || bounds.max?.lt(value) === true)
  )
    return problem(`The amount ${text.trim()} is not between min and max.`);
  return { kind: 'part', part: { ...bounds, unit: bounds.unit ?? amountUnit } };
}

function sameDimension(a: string, b: string): boolean {
  return unitScale(a).dimension === unitScale(b).dimension;
}

function readAmount(amount: string, approximate: boolean, unit: string | null): Part<Quantity> {
  const plain = readQuantity(amount, { unit });
  if (plain?.kind === 'problem') return plain;
  if (plain?.kind !== 'quantity') return problem(`“${amount.slice(0, 60)}” is not a figure.`);
  if (!approximate) return { kind: 'part', part: plain.quantity };
  // A hedge of its own (`amount: ~40`) is not doubled by `approximate: true`.
  const hedged = readQuantity(`about ${amount}`, { unit });
  const quantity = hedged?.kind === 'quantity' ? hedged.quantity : plain.quantity;
  return { kind: 'part', part: { ...quantity, approximate: true } };
}

function readBound(
  name: string,
  text: string | undefined,
  unit: string | null,
): Part<{ value: Big; unit: string | null } | null> {
  if (text === undefined) return { kind: 'part', part: null };
  const tokens = tokenise(text.slice(0, 200));
  const extra = unit === null ? null : canonicalUnit(unit);
  const figure = readFigure(tokens, 0, { counted: true, extra, prose: false });
  if (figure === 'too-long') return problem(`${name} has more than 40 digits.`);
  if (figure?.next !== tokens.length || text.length > 200)
    return problem(`${name} is one figure, as in ${name}: 35.`);
  return { kind: 'part', part: { value: figureValue(figure), unit: figure.unit } };
}

function problem(message: string): { readonly kind: 'problem'; readonly message: string } {
  return { kind: 'problem', message };
}
