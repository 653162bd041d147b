import { Big } from 'big.js';
import { describeDate } from './date.js';
import { readQuantity, type Quantity } from './quantity.js';
import type { Value } from './valueKind.js';

/** A value in plain British English: "152", "about 40", "£5bn", "at least 6", "30%", "12 July 2010". */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return describeQuantity(value.quantity);
    case 'date':
      return describeDate(value.date);
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'entities':
      return value.ids.join(', ');
    case 'text':
    case 'vague':
      return value.text;
  }
}

/** A quantity in words and digits that read back as the same quantity, as far as it has such a form. */
export function describeQuantity(quantity: Quantity): string {
  const { min, max, unit } = quantity;
  if (min === null && max === null) return 'any number';
  if (max === null && min !== null)
    return `${quantity.minOpen ? 'more than' : 'at least'} ${withUnitWord(min, unit)}`;
  if (min === null && max !== null)
    return `${quantity.maxOpen ? 'fewer than' : 'up to'} ${withUnitWord(max, unit)}`;
  if (min === null || max === null) return '';
  if (min.eq(max)) return `${quantity.approximate ? 'about ' : ''}${withUnitWord(min, unit)}`;
  return asWrittenOnce(quantity, min, max) ?? asRange(quantity, min, max);
}

/** "about 40", "nearly 40" or the rounded "£5bn": the one figure that the interval came from, if it did. */
function asWrittenOnce(quantity: Quantity, min: Big, max: Big): string | null {
  const centre = min.plus(max).times('0.5');
  const figure = withUnitWord(centre, quantity.unit);
  // "5.0" was written to the tenth, which a number alone does not remember.
  const toTheTenth = figure.replace(/\d+(?!.*\d)/, '$&.0');
  const candidates = quantity.approximate
    ? [`about ${figure}`, `nearly ${withUnitWord(max, quantity.unit)}`, `about ${toTheTenth}`]
    : [figure, toTheTenth];
  return candidates.find((candidate) => readsAs(candidate, quantity, min, max)) ?? null;
}

function readsAs(candidate: string, quantity: Quantity, min: Big, max: Big): boolean {
  const reading = readQuantity(candidate, { unit: quantity.unit });
  if (reading?.kind !== 'quantity') return false;
  const read = reading.quantity;
  return (
    read.min?.eq(min) === true &&
    read.max?.eq(max) === true &&
    read.approximate === quantity.approximate &&
    !quantity.minOpen &&
    !quantity.maxOpen
  );
}

function asRange(quantity: Quantity, min: Big, max: Big): string {
  const last = withUnitWord(max, quantity.unit);
  const isNoun = quantity.unit !== null && last.endsWith(` ${pluralUnit(quantity.unit)}`);
  const range = `${isNoun ? withScaleWord(min) : withUnitWord(min, quantity.unit)} to ${last}`;
  return quantity.approximate ? `about ${range}` : range;
}

const CURRENCY_SIGNS = new Map([
  ['GBP', '£'],
  ['USD', '$'],
  ['EUR', '€'],
]);

function withUnitWord(value: Big, unit: string | null): string {
  if (unit === null) return withScaleWord(value);
  if (unit === 'percent') return `${withSeparators(value)}%`;
  if (/^[A-Z]{3}$/.test(unit)) {
    const sign = CURRENCY_SIGNS.get(unit) ?? `${unit} `;
    return `${value.lt(0) ? '−' : ''}${sign}${withScale(value.abs())}`;
  }
  return `${withScaleWord(value)} ${value.eq(1) ? unit : pluralUnit(unit)}`;
}

const IRREGULAR = new Map([
  ['person', 'people'],
  ['penny', 'pence'],
  ['staff', 'staff'],
]);

/** The plural of a counted or measured unit: `person` gives `people`. */
export function pluralUnit(unit: string): string {
  const irregular = IRREGULAR.get(unit);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return `${unit}${/(?:s|x|ch|sh)$/.test(unit) ? 'es' : 's'}`;
}

const SCALES = [
  { size: '1e9', suffix: 'bn', word: ' billion' },
  { size: '1e6', suffix: 'm', word: ' million' },
] as const;
/** More digits than this before a scale word are harder to read than the number in full. */
const LONGEST_SCALED = 7;

function scaledTo(value: Big): { figure: string; suffix: string; word: string } | null {
  const scale = SCALES.find(({ size }) => value.abs().gte(size));
  if (scale === undefined) return null;
  const figure = value.div(scale.size);
  const isShort = figure.toFixed().length <= LONGEST_SCALED && figure.times(scale.size).eq(value);
  return isShort ? { ...scale, figure: figure.toFixed() } : null;
}

/** Money is read as "£5bn", "£949m". */
function withScale(value: Big): string {
  const scaled = scaledTo(value);
  return scaled === null ? withSeparators(value) : scaled.figure + scaled.suffix;
}

/** Other figures are read as "2.6 million". */
function withScaleWord(value: Big): string {
  const scaled = scaledTo(value);
  return scaled === null ? withSeparators(value) : scaled.figure + scaled.word;
}

function withSeparators(value: Big): string {
  const [whole = '', decimals] = value.toFixed().split('.');
  const grouped =
    whole.replace('-', '').length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
