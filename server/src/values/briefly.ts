import { Big } from 'big.js';
import { calendarDay, MONTH_NAMES } from './calendar.js';
import { describeDate, type DateRange } from './date.js';
import type { Quantity } from './interval.js';
import { isCurrency } from './units.js';
import { pluralUnit } from './valueWords.js';

/* What a value or a date was read as, in the few signs that have room beside it. */

const SCALES = [
  { size: '1e9', word: 'bn' },
  { size: '1e6', word: 'm' },
] as const;

/** More digits than this before a scale word are harder to read than the number in full. */
const LONGEST_SCALED = 7;

/**
 * The bounds of a figure: `35–45`, `4.5–5.5 bn GBP`, `≥ 6`. The unit is shown where it is money or a
 * percentage, or another than `expected`. Null where the text as written says the same.
 */
export function figureInBrief(
  quantity: Quantity,
  written: string,
  expected: string | null,
): string | null {
  const { min, max, minOpen, maxOpen, unit } = quantity;
  const bounds = [min, max].filter((bound): bound is Big => bound !== null);
  const numerals = numeralsIn(written);
  if (bounds.every((bound) => formsOf(bound).some((form) => numerals.has(form)))) {
    return null;
  }
  const scale = scaleOf(bounds);
  const figure = (bound: Big): string => withSeparators(scale ? bound.div(scale.size) : bound);
  const shown = [scale?.word ?? [], unitShown(unit, expected) ?? []].flat();
  const behind = shown.map((word) => ` ${word}`).join('');
  if (min !== null && max !== null) {
    const isOne = min.eq(max);
    const dash = min.lt(0) ? ' to ' : '–';
    return `${isOne ? figure(min) : `${figure(min)}${dash}${figure(max)}`}${behind}`;
  }
  if (min !== null) {
    return `${minOpen ? '>' : '≥'} ${figure(min)}${behind}`;
  }
  return max === null ? null : `${maxOpen ? '<' : '≤'} ${figure(max)}${behind}`;
}

/** The numerals in a text, without separators of thousands: `500`, `2.6`. */
function numeralsIn(text: string): ReadonlySet<string> {
  const found = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  return new Set(found.map((numeral) => new Big(numeral.slice(0, 60)).toFixed()));
}

/** The numerals that stand for a number: in full, and before a word of scale. */
function formsOf(bound: Big): readonly string[] {
  const size = bound.abs();
  return ['1', '1e3', '1e6', '1e9', '1e12'].map((scale) => size.div(scale).toFixed());
}

function scaleOf(bounds: readonly Big[]): (typeof SCALES)[number] | undefined {
  return SCALES.find(({ size }) =>
    bounds.every(
      (bound) =>
        bound.eq(0) ||
        (bound.abs().gte(size) &&
          bound.div(size).toFixed().length <= LONGEST_SCALED &&
          bound.div(size).times(size).eq(bound)),
    ),
  );
}

function unitShown(unit: string | null, expected: string | null): string | null {
  if (unit === 'percent') {
    return '%';
  }
  if (unit === null || isCurrency(unit)) {
    return unit;
  }
  return unit === expected ? null : pluralUnit(unit);
}

function withSeparators(value: Big): string {
  const [whole = '', decimals] = value.toFixed().replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A day, or from one to another, without a sign of doubt. */
const PLAIN = /^\d{4}(?:-\d{2}-\d{2})?(?:\/\d{4}(?:-\d{2}-\d{2})?)?$/;

/**
 * What a date was read as: `November 2010`, `1 Apr 2013 – 31 Mar 2014`, `about 2009 (2008–2010)`.
 * Null for a year or a day, which say so themselves.
 */
export function dateInBrief(date: DateRange): string | null {
  if (PLAIN.test(date.source)) {
    return null;
  }
  const words = describeDate(date);
  if (date.precision === 'financial-year') {
    return `${date.hedged ? `${words}: ` : ''}${daysInBrief(date)}`;
  }
  return date.hedged && date.precision !== 'interval' ? `${words} (${daysInBrief(date)})` : words;
}

/** `2008–2010` for whole years, `1 Apr 2013 – 31 Mar 2014` otherwise. Both ends are known. */
function daysInBrief({ start, end }: DateRange): string {
  const [first, last, next] = [calendarDay(start), calendarDay(end - 1), calendarDay(end)];
  const isYears = first.month === 1 && first.day === 1 && next.month === 1 && next.day === 1;
  if (isYears && first.year > 0) {
    return first.year === last.year ? `${first.year}` : `${first.year}–${last.year}`;
  }
  return `${dayInBrief(start)} – ${dayInBrief(end - 1)}`;
}

function dayInBrief(days: number): string {
  const { year, month, day } = calendarDay(days);
  const name = (MONTH_NAMES[month - 1] ?? '').slice(0, 3);
  return `${day} ${name} ${year > 0 ? year : `${1 - year} BC`}`;
}
