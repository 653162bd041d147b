import type { Big } from 'big.js';
import { exactly, type Quantity } from '../values/quantity.js';

/* Arithmetic on intervals: the result holds every value that the operands allow. */

/** The sum of quantities; open where one of them is. */
export function sumOf(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce(
    (a, b) => interval(plus(a.min, b.min), plus(a.max, b.max), a.unit ?? b.unit),
    {
      ...exactly(0),
      unit: quantities[0]?.unit ?? null,
    },
  );
}

/** The mean of so many quantities that have this sum. */
export function averageOf({ min, max, unit }: Quantity, count: number): Quantity {
  return interval(min?.div(count) ?? null, max?.div(count) ?? null, unit);
}

/** The first less the second, without its sign: a cut and a rise are both changes by so much. */
export function differenceOf(a: Quantity, b: Quantity): Quantity {
  const low = minus(a.min, b.max);
  const high = minus(a.max, b.min);
  const unit = a.unit ?? b.unit;
  if (low === null || high === null) {
    return interval(null, null, unit);
  }
  if (low.gte(0)) {
    return interval(low, high, unit);
  }
  return high.lte(0)
    ? interval(high.abs(), low.abs(), unit)
    : interval(exactly(0).min, low.abs().gt(high) ? low.abs() : high, unit);
}

/** What part the first is of the second, and by what part it differs from it, in percent. */
export function ratiosOf(part: Quantity, whole: Quantity): readonly Quantity[] {
  const { min, max } = part;
  if (min === null || max === null || whole.min === null || whole.max === null) {
    return [];
  }
  if (whole.min.lte(0) || min.lt(0)) {
    return [];
  }
  const low = min.div(whole.max).times(100);
  const high = max.div(whole.min).times(100);
  const share = interval(low, high, 'percent');
  return [share, differenceOf(share, { ...exactly(100), unit: 'percent' })];
}

/** A figure as rounded to the last place written: "50%" stands for anything that rounds to it. */
export function roundingOf(quantity: Quantity, written: string): Quantity {
  const { min, max } = quantity;
  if (min === null || max === null || !min.eq(max)) {
    return quantity;
  }
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const half = exactly(`0.${'0'.repeat(decimals)}5`).min;
  const isRounded = quantity.unit === 'percent' || decimals > 0;
  return isRounded && half !== null
    ? interval(min.minus(half), max.plus(half), quantity.unit)
    : quantity;
}

function interval(min: Big | null, max: Big | null, unit: string | null): Quantity {
  return { min, max, minOpen: false, maxOpen: false, approximate: false, unit };
}

function plus(a: Big | null, b: Big | null): Big | null {
  return a === null || b === null ? null : a.plus(b);
}

function minus(a: Big | null, b: Big | null): Big | null {
  return a === null || b === null ? null : a.minus(b);
}
