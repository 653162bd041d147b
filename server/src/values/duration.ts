const DURATION = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/;
const DAYS_IN_YEAR = 365.25;

/**
 * An ISO 8601 duration of years, months, weeks and days (`P1Y`, `P6M`, `P2W`, `P10D`) in whole days,
 * rounded up: `P1Y` is 366 so that every calendar year fits in it, `P1M` is 31. Null on anything else,
 * times of day (`PT1H`) and fractions among it.
 */
export function readDuration(source: string): number | null {
  const text = source.trim();
  const parts = DURATION.exec(text);
  if (parts === null || text === 'P') return null;
  const [years, months, weeks, days] = [1, 2, 3, 4].map((group) => Number(parts[group] ?? 0));
  const total =
    (years ?? 0) * DAYS_IN_YEAR +
    ((months ?? 0) * DAYS_IN_YEAR) / 12 +
    (weeks ?? 0) * 7 +
    (days ?? 0);
  return Math.ceil(total);
}
