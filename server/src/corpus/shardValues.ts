import { Big } from 'big.js';
import type { DateRange } from '../values/date.js';
import type { FactTime } from '../values/factTime.js';
import type { Quantity } from '../values/quantity.js';
import type { Value } from '../values/value.js';

/*
 * Values and times as JSON, which has neither endless bounds nor numbers of any length. A shard holds
 * each that differs once.
 */

/** A quantity as a list: its bounds as texts, four flags as one number, and its unit. */
export type PlainQuantity = readonly [
  min: string | null,
  max: string | null,
  flags: number,
  unit: string | null,
];

/** A date: null stands for a bound that is open or unknown. */
type PlainDate = Omit<DateRange, 'start' | 'end'> & {
  readonly start: number | null;
  readonly end: number | null;
};

const minOpenFlag = 1;
const maxOpenFlag = 2;
const approximateFlag = 4;

export function plainQuantity(quantity: Quantity): PlainQuantity {
  const { min, max, minOpen, maxOpen, approximate, unit } = quantity;
  const flags =
    (minOpen ? minOpenFlag : 0) | (maxOpen ? maxOpenFlag : 0) | (approximate ? approximateFlag : 0);
  return [min?.valueOf() ?? null, max?.valueOf() ?? null, flags, unit];
}

export function quantityFrom([least, most, flags, unit]: PlainQuantity): Quantity {
  const min = least === null ? null : new Big(least);
  const max = most === null ? null : most === least ? min : new Big(most);
  return {
    min,
    max,
    minOpen: (flags & minOpenFlag) !== 0,
    maxOpen: (flags & maxOpenFlag) !== 0,
    approximate: (flags & approximateFlag) !== 0,
    unit,
  };
}

export function plainDate(date: DateRange): PlainDate {
  return { ...date, start: finite(date.start), end: finite(date.end) };
}

export function dateFrom(plain: PlainDate): DateRange {
  return { ...plain, start: plain.start ?? -Infinity, end: plain.end ?? Infinity };
}

export function valueText(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return JSON.stringify(plainQuantity(value.quantity));
    case 'date':
      return JSON.stringify({ kind: 'date', date: plainDate(value.date) });
    case 'boolean':
    case 'entities':
    case 'text':
    case 'vague':
      return JSON.stringify(value);
  }
}

export function valueFrom(text: string): Value {
  const plain = JSON.parse(text) as
    | PlainQuantity
    | { readonly kind: 'date'; readonly date: PlainDate }
    | Exclude<Value, { readonly kind: 'quantity' | 'date' }>;
  return isQuantity(plain)
    ? { kind: 'quantity', quantity: quantityFrom(plain) }
    : plain.kind === 'date'
      ? { kind: 'date', date: dateFrom(plain.date) }
      : plain;
}

function isQuantity(plain: object): plain is PlainQuantity {
  return Array.isArray(plain);
}

/** Four bounds, of which each may be endless; null stands for that. */
type PlainSpan = readonly [
  bounds: readonly (number | null)[],
  statedStart: boolean,
  statedEnd: boolean,
  from: PlainDate | null,
  until: PlainDate | null,
];

type PlainTime = PlainSpan | { readonly range: PlainDate; readonly presumed: boolean } | null;

export function timeText(time: FactTime): string {
  return JSON.stringify(plainTime(time));
}

function plainTime(time: FactTime): PlainTime {
  switch (time.kind) {
    case 'unknown':
      return null;
    case 'instant':
      return { range: plainDate(time.range), presumed: time.presumed };
    case 'span': {
      const { earliestStart, latestStart, earliestEnd, latestEnd } = time;
      return [
        [earliestStart, latestStart, earliestEnd, latestEnd].flatMap(plainBound),
        time.statedStart,
        time.statedEnd,
        time.from === undefined ? null : plainDate(time.from),
        time.until === undefined ? null : plainDate(time.until),
      ];
    }
  }
}

export function timeFrom(text: string): FactTime {
  const plain = JSON.parse(text) as PlainTime;
  if (plain === null) {
    return { kind: 'unknown' };
  }
  if ('range' in plain) {
    return { kind: 'instant', range: dateFrom(plain.range), presumed: plain.presumed };
  }
  const [bounds, statedStart, statedEnd, from, until] = plain;
  return {
    kind: 'span',
    earliestStart: boundAt(bounds, 0),
    latestStart: boundAt(bounds, 1),
    earliestEnd: boundAt(bounds, 2),
    latestEnd: boundAt(bounds, 3),
    statedStart,
    statedEnd,
    ...(from === null ? {} : { from: dateFrom(from) }),
    ...(until === null ? {} : { until: dateFrom(until) }),
  };
}

/** A day, or null and which way it is endless. */
function plainBound(bound: number): readonly (number | null)[] {
  return Number.isFinite(bound) ? [bound, 0] : [null, bound < 0 ? -1 : 1];
}

function boundAt(bounds: readonly (number | null)[], index: number): number {
  return bounds[2 * index] ?? (bounds[2 * index + 1] === -1 ? -Infinity : Infinity);
}

function finite(day: number): number | null {
  return Number.isFinite(day) ? day : null;
}
