/** Units that measure the same thing convert; `size` is in the dimension's smallest unit, a whole number. */
interface UnitDefinition {
  readonly unit: string;
  readonly dimension: string;
  readonly size: number;
  readonly names: readonly string[];
}

function unit(name: string, names: string, dimension: string = name, size = 1): UnitDefinition {
  return { unit: name, dimension, size, names: names.split(' ') };
}

/** Units of measure: part of the figure wherever they follow one, in prose too. */
const MEASURES: readonly UnitDefinition[] = [
  unit('percent', '% percent pc percentage'),
  unit('percentage point', 'pp'),
  unit('decade', 'decade decades', 'months', 120),
  unit('year', 'year years yr yrs', 'months', 12),
  unit('month', 'month months', 'months', 1),
  unit('fortnight', 'fortnight fortnights', 'minutes', 20160),
  unit('week', 'week weeks', 'minutes', 10080),
  unit('day', 'day days', 'minutes', 1440),
  unit('hour', 'hour hours', 'minutes', 60),
  unit('minute', 'minute minutes', 'minutes', 1),
  unit('GBP', '£ gbp pound pounds sterling', 'GBP', 100),
  unit('penny', 'p pence penny', 'GBP', 1),
  unit('USD', '$ usd dollar dollars'),
  unit('EUR', '€ eur euro euros'),
  unit('kilometre', 'km kilometre kilometres kilometer kilometers', 'metres', 1000),
  unit('metre', 'metre metres meter meters', 'metres', 1),
  unit('mile', 'mile miles'),
  unit('hectare', 'hectare hectares'),
  unit('tonne', 'tonne tonnes'),
];

/** Nouns that people count: a unit in a value, but in prose only the noun after the figure. */
const COUNTED: readonly UnitDefinition[] = [
  unit('organisation', 'organisation organisations organization organizations'),
  unit('person', 'person persons people'),
  unit('item', 'item items'),
  unit('job', 'job jobs'),
  unit('post', 'post posts'),
  unit('patient', 'patient patients'),
  unit('member', 'member members'),
  unit('staff', 'staff'),
  unit('bed', 'bed beds'),
  unit('home', 'home homes'),
  unit('household', 'household households'),
];

/** ISO 4217 codes beside GBP, USD and EUR that are accepted before or after a figure. */
const OTHER_CURRENCIES = 'aud cad chf cny dkk hkd inr jpy nok nzd pln sek sgd zar'.split(' ');

/** The units that are known by name, in one spelling each. */
export const knownUnits: readonly string[] = [...MEASURES, ...COUNTED].map((one) => one.unit);

const measureByName = byName([
  ...MEASURES,
  ...OTHER_CURRENCIES.map((code) => unit(code.toUpperCase(), code)),
]);
const countedByName = byName(COUNTED);
const definitionByUnit = new Map(
  [...measureByName.values(), ...COUNTED].map((definition) => [definition.unit, definition]),
);

function byName(definitions: readonly UnitDefinition[]): Map<string, UnitDefinition> {
  return new Map(
    definitions.flatMap((definition) => definition.names.map((name) => [name, definition])),
  );
}

/** The words and signs that a unit of measure may begin or end with after a figure, also one of two words. */
export const MEASURE_NAMES: readonly string[] = [
  ...measureByName.keys(),
  'per',
  'cent',
  'point',
  'points',
];

/** The counted nouns that are units in a value. */
export const COUNTED_NAMES: readonly string[] = [...countedByName.keys()];

/** The unit of measure that a lower-case word or sign names, or null. */
export function measureNamed(name: string): string | null {
  return measureByName.get(name)?.unit ?? null;
}

/** The counted noun's unit (`people` gives `person`), or null for a noun that is not known. */
export function countedNamed(name: string): string | null {
  return countedByName.get(name)?.unit ?? null;
}

/** The currency that an ISO 4217 code or a sign names, or null. Words (`pounds`) are not codes. */
export function currencyNamed(name: string): string | null {
  return CURRENCIES.get(name) ?? null;
}

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  [...measureByName]
    .filter(([name, { unit: found }]) => isCurrency(found) && /^(?:[£$€]|[a-z]{3})$/.test(name))
    .map(([name, { unit: found }]) => [name, found]),
);

/** The codes and signs that name a currency, in lower case. */
export const CURRENCY_NAMES: readonly string[] = [...CURRENCIES.keys()];

/** Whether a canonical unit is money: an ISO 4217 code, or the penny. */
export function isCurrency(canonical: string): boolean {
  return canonical === 'penny' || (/^[A-Z]{3}$/.test(canonical) && definitionByUnit.has(canonical));
}

/** Whether a canonical unit measures a length of time. */
export function isTimeUnit(canonical: string): boolean {
  const dimension = definitionByUnit.get(canonical)?.dimension;
  return dimension === 'months' || dimension === 'minutes';
}

/**
 * The unit's one spelling: `%` and `per cent` give `percent`, `years` gives `year`, `£` gives `GBP`.
 * An unknown word is kept as a unit of its own, in lower case and the singular.
 */
export function canonicalUnit(text: string): string {
  if (definitionByUnit.has(text)) return text;
  const name = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (name === 'per cent') return 'percent';
  if (name === 'percentage points') return 'percentage point';
  return (
    definitionByUnit.get(name)?.unit ?? measureNamed(name) ?? countedNamed(name) ?? singular(name)
  );
}

function singular(name: string): string {
  if (name.length > 4 && name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return name.length > 2 && /[^su'’]s$/.test(name) ? name.slice(0, -1) : name;
}

/** What a unit measures and how many of the dimension's smallest units it holds (a whole number). */
export function unitScale(canonical: string): { dimension: string; size: number } {
  const definition = definitionByUnit.get(canonical);
  return definition === undefined
    ? { dimension: `of its own: ${canonical}`, size: 1 }
    : { dimension: definition.dimension, size: definition.size };
}
