import { Big } from 'big.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import { daysOfPrecision, type DateRange } from '../../values/dateRange.js';
import { widenTolerance, type Quantity } from '../../values/quantity.js';
import { unitScale } from '../../values/units.js';
import type { Value } from '../../values/value.js';

/** The least and the most a value can be; null where there is no bound. */
export interface Bounds {
  readonly min: Big | null;
  readonly max: Big | null;
}

/**
 * A value as it was read, in one shape for all kinds. A date is the days it may be, counted from
 * 1970-01-01, the end open; `true` is 1 and `false` 0. Two values of a kind are disjoint when their
 * bounds are, once they are in one unit.
 */
export interface ExportedValue {
  readonly kind: Value['kind'] | null;
  /** In `unit`. */
  readonly bounds: Bounds;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  /** The same with twice the tolerance, where the value is approximate. */
  readonly wide: Bounds;
  readonly unit: string | null;
  /** What the unit measures, and the factor that turns it into the smallest unit of that. */
  readonly dimension: string | null;
  readonly unitSize: number;
  readonly approximate: boolean;
  /** Ids, where the value is one or several. */
  readonly ids: readonly string[];
}

const unbounded: Bounds = { min: null, max: null };

const nothing: Omit<ExportedValue, 'kind'> = {
  bounds: unbounded,
  minOpen: false,
  maxOpen: false,
  wide: unbounded,
  unit: null,
  dimension: null,
  unitSize: 1,
  approximate: false,
  ids: [],
};

/** What a fact's value was read as; `kind` is null where it could not be read. */
export function exportedValue({ value }: BoundFact): ExportedValue {
  switch (value?.kind) {
    case undefined:
      return { ...nothing, kind: null };
    case 'quantity':
      return ofQuantity(value.quantity);
    case 'date':
      return ofDate(value.date);
    case 'boolean': {
      const bit = new Big(value.value ? 1 : 0);
      const bounds = { min: bit, max: bit };
      return { ...nothing, kind: 'boolean', bounds, wide: bounds };
    }
    case 'entities':
      return { ...nothing, kind: 'entities', ids: value.ids };
    case 'text':
    case 'vague':
      return { ...nothing, kind: value.kind };
  }
}

function ofQuantity(quantity: Quantity): ExportedValue {
  const { min, max, minOpen, maxOpen, approximate, unit } = quantity;
  const wide = widenTolerance(quantity, 2);
  const scale = unit === null ? null : unitScale(unit);
  return {
    ...nothing,
    kind: 'quantity',
    bounds: { min, max },
    minOpen,
    maxOpen,
    wide: { min: wide.min, max: wide.max },
    unit,
    dimension: scale?.dimension ?? null,
    unitSize: scale?.size ?? 1,
    approximate,
  };
}

function ofDate({ start, end, hedged, precision }: DateRange): ExportedValue {
  const days = hedged ? daysOfPrecision(precision) : 0;
  return {
    ...nothing,
    kind: 'date',
    bounds: { min: day(start), max: day(end) },
    maxOpen: true,
    wide: { min: day(start - days), max: day(end + days) },
    approximate: hedged,
  };
}

function day(count: number): Big | null {
  return Number.isFinite(count) ? new Big(count) : null;
}

/** Bounds in the smallest unit of their dimension. */
export function inSmallestUnit({ min, max }: Bounds, unitSize: number): Bounds {
  return { min: min?.times(unitSize) ?? null, max: max?.times(unitSize) ?? null };
}
