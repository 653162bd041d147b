import { Big } from 'big.js';
import { orderOf } from './numberOrder.js';
import { canonicalUnit, unitScale } from './units.js';

/** What a figure says: every value from `min` to `max`. */
export interface Quantity {
  /** Lower bound, null when there is none. */
  readonly min: Big | null;
  /** Upper bound, null when there is none. */
  readonly max: Big | null;
  /** The lower bound itself is excluded ("more than 100"). */
  readonly minOpen: boolean;
  /** The upper bound itself is excluded ("fewer than 100"). */
  readonly maxOpen: boolean;
  /** The writer hedged it (`~`, "about", "nearly"); the bounds already allow for that. */
  readonly approximate: boolean;
  /** Canonical unit as written with the value: `percent`, an ISO 4217 code, `year` …; null when none was. */
  readonly unit: string | null;
}

/** The closed interval from `min` to `max`, exact in the sense of not hedged. */
export function interval(min: Big | null, max: Big | null, unit: string | null = null): Quantity {
  return { min, max, minOpen: false, maxOpen: false, approximate: false, unit };
}

/** One exact number. Throws on a string that is no number: for the program's own figures only. */
export function exactly(n: Big | number | string, unit: string | null = null): Quantity {
  const value = new Big(n);
  return interval(value, value, unit === null ? null : canonicalUnit(unit));
}

/** Gives the quantity the unit if it was written without one. */
export function withUnit(quantity: Quantity, unit: string | null): Quantity {
  return quantity.unit !== null || unit === null
    ? quantity
    : { ...quantity, unit: canonicalUnit(unit) };
}

/** The quantity with its bounds multiplied; `factor` is positive. */
export function scaled(quantity: Quantity, factor: Big | number): Quantity {
  return {
    ...quantity,
    min: quantity.min?.times(factor) ?? null,
    max: quantity.max?.times(factor) ?? null,
  };
}

/** Both in the smallest unit of their dimension; null if the units do not convert. */
function inOneUnit(a: Quantity, b: Quantity): readonly [Quantity, Quantity] | null {
  if (a.unit === null || b.unit === null || a.unit === b.unit) return [a, b];
  const scaleOfA = unitScale(a.unit);
  const scaleOfB = unitScale(b.unit);
  if (scaleOfA.dimension !== scaleOfB.dimension) return null;
  return [scaled(a, scaleOfA.size), scaled(b, scaleOfB.size)];
}

/** Whether everything in `a` is below everything in `b`. */
function liesBelow(a: Quantity, b: Quantity): boolean {
  if (a.max === null || b.min === null) return false;
  const order = orderOf(a.max, b.min);
  return order < 0 || (order === 0 && (a.maxOpen || b.minOpen));
}

/**
 * Whether two quantities can both be true: they are disjoint when no number lies in both, after
 * conversion of units. A quantity without a unit compares with any other.
 */
export function compareQuantities(
  a: Quantity,
  b: Quantity,
): 'compatible' | 'disjoint' | 'units-differ' {
  if (a.unit === null || b.unit === null || a.unit === b.unit) return compareNumbers(a, b);
  const pair = inOneUnit(a, b);
  return pair === null ? 'units-differ' : compareNumbers(...pair);
}

/** As {@link compareQuantities}, whatever their units: it is their numbers alone that are compared. */
export function compareNumbers(a: Quantity, b: Quantity): 'compatible' | 'disjoint' {
  return liesBelow(a, b) || liesBelow(b, a) ? 'disjoint' : 'compatible';
}

/** Whether every number in `inner` is in `outer`, after conversion; false if the units do not convert. */
export function quantityContains(outer: Quantity, inner: Quantity): boolean {
  const pair = inOneUnit(outer, inner);
  if (pair === null) return false;
  const [whole, part] = pair;
  return (
    reaches(whole.min, whole.minOpen, part.min, part.minOpen, -1) &&
    reaches(whole.max, whole.maxOpen, part.max, part.maxOpen, 1)
  );
}

function reaches(
  outer: Big | null,
  outerOpen: boolean,
  inner: Big | null,
  innerOpen: boolean,
  outward: 1 | -1,
): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  const order = orderOf(outer, inner) * outward;
  return order > 0 || (order === 0 && (!outerOpen || innerOpen));
}

/**
 * An approximate quantity stretched around its centre: `factor` 2 doubles its tolerance. One that is
 * not approximate, or has an end without a bound, comes back as it is; a factor below 1 counts as 1.
 */
export function widenTolerance(quantity: Quantity, factor: number): Quantity {
  const { min, max } = quantity;
  if (!quantity.approximate || min === null || max === null || !(factor > 1)) return quantity;
  const stretch = max.minus(min).times(new Big(factor).minus(1)).times('0.5');
  return { ...quantity, min: min.minus(stretch), max: max.plus(stretch) };
}
