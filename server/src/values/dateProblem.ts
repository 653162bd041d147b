import { daysInMonth, MONTH_NAMES } from './calendar.js';

const HOW_TO_WRITE =
  'Write a date as 2006, 2006-05 or 2006-05-30, a financial year as 2013/14, a span as 2008/2010.';

function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** The number of a month by its English name or its first three letters or more, 1 to 12; or null. */
export function monthNamed(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower.length < 3) return null;
  const index = MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(lower));
  return index < 0 ? null : index + 1;
}

/** Says, for a reader who is no programmer, why a text is no date and how to write the one meant. */
export function explainDate(text: string): string {
  return (
    explainImpossible(text) ?? suggestForm(text) ?? `${quoted(text)} is not a date. ${HOW_TO_WRITE}`
  );
}

/** The right shape, but no such day or month. */
function explainImpossible(text: string): string | null {
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)?.slice(1).reverse();
  const yearFirst = /^(-?\d{4})-(\d{2})(?:-(\d{2}))?[~?%]?(?:T.*)?$/.exec(text)?.slice(1);
  const parts = yearFirst ?? dayFirst;
  if (parts === undefined) return null;
  const [year, month, day] = [Number(parts[0]), Number(parts[1]), Number(parts[2] ?? '1')];
  if (month < 1 || month > 12)
    return `There is no month ${parts[1] ?? ''} in ${quoted(text)}: there are 12 months.`;
  const days = daysInMonth(year, month);
  return day < 1 || day > days
    ? `There is no day ${day} in ${quoted(text)}: ${MONTH_NAMES[month - 1] ?? ''} ${year} has ${days} days.`
    : null;
}

const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'];

/** For the other ways people write dates, the form to write instead; null for a text that is none of them. */
export function suggestForm(text: string): string | null {
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (numeric !== null)
    return suggest(text, Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const slashed = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
  if (slashed !== null)
    return suggest(text, Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null)
    return suggest(text, Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const shortMonth = /^(\d{4})[./-](\d{1,2})$/.exec(text);
  if (shortMonth !== null) return suggest(text, Number(shortMonth[1]), Number(shortMonth[2]), null);
  const monthFirst = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (monthFirst !== null) return suggest(text, Number(monthFirst[2]), Number(monthFirst[1]), null);
  return suggestForWords(text);
}

function suggestForWords(text: string): string | null {
  const hedged = /^(?:~|about |around |circa |c\. ?|ca\. ?)(\d{4}(?:-\d{2}){0,2})$/i.exec(text);
  if (hedged !== null) return `Write ${quoted(text)} as ${hedged[1] ?? ''}~.`;
  const season = /^(spring|summer|autumn|winter)(?: of)? (\d{4})$/i.exec(text);
  if (season !== null) {
    const number = 21 + SEASON_NAMES.indexOf((season[1] ?? '').toLowerCase());
    return `Write ${quoted(text)} as ${season[2] ?? ''}-${number}.`;
  }
  const words = text.split(/[\s,.]+/, 5).filter((word) => word !== '');
  const month = words.map(monthNamed).find((found) => found !== null);
  const year = words.find((word) => /^\d{4}$/.test(word));
  if (month === undefined || year === undefined) return null;
  const day = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(word)?.[1]).find(Boolean);
  return suggest(text, Number(year), month, day === undefined ? null : Number(day));
}

function suggest(text: string, year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  if (day === null) return `Write ${quoted(text)} as ${year}-${twoDigits(month)}.`;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `Write ${quoted(text)} as ${year}-${twoDigits(month)}-${twoDigits(day)} (year, month, day).`;
}
