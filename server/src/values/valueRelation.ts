import { daysOfPrecision, type DateRange } from './dateRange.js';
import { compareQuantities, quantityContains, widenTolerance, type Quantity } from './quantity.js';
import type { Value } from './valueKind.js';

/** Whether two values can both be true of one slot. `not-compared`: text, vague amounts, unlike kinds. */
export type ValueRelation = 'compatible' | 'disjoint' | 'units-differ' | 'not-compared';

/**
 * Compares two values (DESIGN §3.3). A negative value is a denial: it is disjoint from a statement that
 * lies wholly within what it denies; two denials are compatible. Symmetric.
 */
export function compareValues(
  a: Value,
  b: Value,
  aNegative: boolean,
  bNegative: boolean,
): ValueRelation {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    const relation = compareQuantities(a.quantity, b.quantity);
    if (relation === 'units-differ') return relation;
    return judge(aNegative, bNegative, relation === 'disjoint', {
      aWithinB: () => quantityContains(b.quantity, a.quantity),
      bWithinA: () => quantityContains(a.quantity, b.quantity),
    });
  }
  if (a.kind === 'date' && b.kind === 'date')
    return judge(aNegative, bNegative, !datesMeet(a.date, b.date), {
      aWithinB: () => dateContains(b.date, a.date),
      bWithinA: () => dateContains(a.date, b.date),
    });
  if (a.kind === 'boolean' && b.kind === 'boolean') {
    const equal = a.value === b.value;
    return judge(aNegative, bNegative, !equal, { aWithinB: () => equal, bWithinA: () => equal });
  }
  if (a.kind === 'entities' && b.kind === 'entities')
    return judge(aNegative, bNegative, !a.ids.some((id) => b.ids.includes(id)), {
      aWithinB: () => isWithin(a.ids, b.ids),
      bWithinA: () => isWithin(b.ids, a.ids),
    });
  return 'not-compared';
}

interface Containment {
  readonly aWithinB: () => boolean;
  readonly bWithinA: () => boolean;
}

function judge(
  aNegative: boolean,
  bNegative: boolean,
  disjoint: boolean,
  { aWithinB, bWithinA }: Containment,
): ValueRelation {
  if (aNegative && bNegative) return 'compatible';
  const contradicts = aNegative ? bWithinA() : bNegative ? aWithinB() : disjoint;
  return contradicts ? 'disjoint' : 'compatible';
}

function datesMeet(a: DateRange, b: DateRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function dateContains(outer: DateRange, inner: DateRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const ids = new Set(whole);
  return part.length > 0 && part.every((id) => ids.has(id));
}

/**
 * Whether two disjoint values would meet if the approximate sides had twice their tolerance. False for
 * values that are not disjoint, or of which neither is approximate.
 */
export function withinTwiceTolerance(a: Value, b: Value): boolean {
  if (compareValues(a, b, false, false) !== 'disjoint') return false;
  if (a.kind === 'quantity' && b.kind === 'quantity')
    return compareQuantities(doubled(a.quantity), doubled(b.quantity)) === 'compatible';
  if (a.kind === 'date' && b.kind === 'date')
    return datesMeet(widenedAgain(a.date), widenedAgain(b.date));
  return false;
}

function doubled(quantity: Quantity): Quantity {
  return widenTolerance(quantity, 2);
}

/** A hedged date is already one unit wider on each side: twice that is one more. */
function widenedAgain(date: DateRange): DateRange {
  const days = date.hedged ? daysOfPrecision(date.precision) : 0;
  return { ...date, start: date.start - days, end: date.end + days };
}
