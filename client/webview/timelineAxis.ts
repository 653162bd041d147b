import type { TimelinePoint } from '../src/timelineData.js';

/** The figures that an axis covers, with air around them; null where no value is a figure. */
export function figuresOf(
  points: readonly TimelinePoint[],
): readonly [low: number, high: number] | null {
  const figures = points.flatMap(({ value }) =>
    [value.low, value.middle, value.high].filter((figure) => figure !== null),
  );
  if (figures.length === 0) return null;
  const low = figures.reduce((a, b) => Math.min(a, b));
  const high = figures.reduce((a, b) => Math.max(a, b));
  const air = high > low ? (high - low) * 0.12 : Math.max(1, Math.abs(high) * 0.1);
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

/** Whole numbers have no ticks between them. Undefined: as the plot thinks best. */
export function wholeTicks(
  points: readonly TimelinePoint[],
  [low, high]: readonly [number, number],
): readonly number[] | undefined {
  const isWhole = points.every(({ value }) => value.middle === null || value.middle % 1 === 0);
  if (!isWhole || high - low > 8) return undefined;
  const first = Math.ceil(low);
  return Array.from({ length: Math.floor(high) - first + 1 }, (_, index) => first + index);
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 2 });
const signs = new Map([
  ['GBP', '£'],
  ['USD', '$'],
  ['EUR', '€'],
]);

/** A figure beside an axis: `1,500`, `30%`, `£5bn`. */
export function figureInWords(figure: number, unit: string | null): string {
  const digits = Math.abs(figure) >= 1e6 ? compact.format(figure) : plain.format(figure);
  if (unit === 'percent') return `${digits}%`;
  const sign = signs.get(unit ?? '');
  return sign === undefined ? digits : `${figure < 0 ? '−' : ''}${sign}${digits.replace('-', '')}`;
}

/** What an axis counts, without saying it twice. */
export function axisTitle(propertyName: string, unit: string | null): string {
  const isSaid =
    unit === null || unit === 'percent' || propertyName.toLowerCase().includes(unit.toLowerCase());
  return isSaid ? propertyName : `${propertyName} (${unit})`;
}
