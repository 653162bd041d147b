/** Dates by Popolo's key, and under `edtf` those that Popolo has no way to write. */
export type PopoloDates = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Popolo's dates: ISO 8601, a year, a month or a day. */
const PLAIN_DATE = /^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?$/;

/**
 * Dates as Popolo takes them. One that is hedged, an interval or otherwise more than a year, month or
 * day would be made surer than it is: it stands under `edtf`, as written.
 */
export function popoloDates(dates: Readonly<Record<string, string | undefined>>): PopoloDates {
  const given = Object.entries(dates).flatMap(([key, date]) =>
    date === undefined || date === '' ? [] : [[key, date] as const],
  );
  const others = given.filter(([, date]) => !PLAIN_DATE.test(date));
  return {
    ...Object.fromEntries(given.filter(([, date]) => PLAIN_DATE.test(date))),
    ...(others.length === 0 ? {} : { edtf: Object.fromEntries(others) }),
  };
}
