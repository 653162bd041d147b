import { without, type Amount, type Case, type Statement, type When } from './statement.js';

/*
 * What two statements of one voice are to each other, found out by trying. Nothing here comes from
 * the engine.
 *
 * A world gives the slot a value at every instant; it may change at any time. A statement restricts
 * the worlds: at the instants it speaks of, the value is one of those it allows. It is not known
 * exactly which instants those are. A reading settles that: it is one choice of the unknown dates.
 * A world that satisfies both statements in given readings exists unless there is an instant of
 * which both speak and no value that both allow.
 *
 *   definite   in every reading no world satisfies both
 *   maybe      in some readings there is such a world, in others there is none
 *   nothing    in every reading there is such a world
 *
 * Time is counted in quarters of a day. A date's days are [start, end). Things begin and end at even
 * quarters and instants of witness are odd ones, so that nothing ever happens at the very instant at
 * which something else ends.
 *
 * The instants of which a statement speaks (DESIGN §3.2):
 *
 *   from, until   from some instant of the one to some instant of the other
 *   from alone    from some instant of that date at least to the end of the date, and if its author
 *                 saw it after that (`asOf`, else publication) to there; who knows how much longer
 *   until alone   the same the other way round
 *   asOf          some instant of that date
 *   none of them  some instant of the date of publication; of any time at all where there is none
 *
 * A property keeps its value for a while (`stableFor`, S days). Of two statements about an instant
 * each, that means:
 *
 *   one or both presumed   they speak of one instant if theirs are less than S apart
 *   both `asOf`            they may only speak of one instant if the dates have a day in common, and
 *                          surely do if all days of both lie in one stretch of S days; hedged dates
 *                          already if no two of their days are S apart
 *
 * A hedged date reaches one unit further each way. Two denials are never held against each other,
 * not even "not fewer than 81" and "not more than 7".
 */

export type Answer = 'definite' | 'maybe' | 'nothing';

export interface Verdict {
  readonly answer: Answer;
  /** For `definite`: one is not certain, or approximate and would allow the other at twice its tolerance. */
  readonly hedged: boolean;
}

/** Quarters of a day in a day. */
const DAY = 4;
/** Far outside every date there is. */
const FAR = 400_000;

interface Days {
  readonly start: number;
  readonly end: number;
}

function dayOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

function daysOf({ year, month, hedged }: When): Days {
  const reach = hedged === true ? 1 : 0;
  return month === undefined
    ? { start: dayOf(year - reach, 1), end: dayOf(year + 1 + reach, 1) }
    : { start: dayOf(year, month - reach), end: dayOf(year, month + 1 + reach) };
}

/** Odd quarters: the first and the last of the first day of every month and of the day before it. */
function instantsIn({ start, end }: Days): readonly number[] {
  const instants: number[] = [];
  const date = new Date(start * 86_400_000);
  for (let month = date.getUTCMonth() + 1; ; month++) {
    const day = dayOf(date.getUTCFullYear(), month);
    if (day > end) {
      return instants;
    }
    for (const instant of [day * DAY - 3, day * DAY - 1, day * DAY + 1, day * DAY + 3]) {
      if (instant > start * DAY && instant < end * DAY) {
        instants.push(instant);
      }
    }
  }
}

/** Even quarters: the very ends, those next to them, and the middle. */
function turnsIn({ start, end }: Days): readonly number[] {
  const middle = Math.floor((start + end) / 2);
  return [start * DAY, start * DAY + 2, middle * DAY, end * DAY - 2, end * DAY];
}

/** One choice of the instants a statement speaks of. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

function stretchesOf({ from, until, asOf, published }: Statement): readonly Stretch[] {
  const seen = asOf ?? published;
  const seenAt = seen === undefined ? [] : instantsIn(daysOf(seen));
  const choices: Stretch[] = [];
  const starts =
    from !== undefined
      ? turnsIn(daysOf(from)).filter((turn) => turn < daysOf(from).end * DAY)
      : [-FAR, ...turnsIn(daysOf(until ?? { year: 0 })), ...seenAt.map((instant) => instant - 1)];
  const ends =
    until !== undefined
      ? turnsIn(daysOf(until)).filter((turn) => turn > daysOf(until).start * DAY)
      : [...turnsIn(daysOf(from ?? { year: 0 })), ...seenAt.map((instant) => instant + 1), FAR];
  for (const start of starts) {
    for (const end of ends) {
      if (start < end && isPossible(start, end)) {
        choices.push({ from: start, until: end });
      }
    }
  }
  return choices;

  function isPossible(start: number, end: number): boolean {
    const seenDays = seen === undefined ? null : daysOf(seen);
    if (from !== undefined && until === undefined) {
      const { end: leastEnd } = daysOf(from);
      return seenDays !== null && seenDays.start > leastEnd
        ? end > seenDays.start * DAY
        : end >= leastEnd * DAY;
    }
    if (from === undefined && until !== undefined) {
      const { start: lastStart } = daysOf(until);
      return seenDays !== null && seenDays.end < lastStart
        ? start < seenDays.end * DAY
        : start <= lastStart * DAY;
    }
    return true;
  }
}

/** Whether in each of the readings the two speak of one instant. */
function meetings(readings: readonly boolean[]): Answer {
  const some = readings.includes(true);
  return !some ? 'nothing' : readings.includes(false) ? 'maybe' : 'definite';
}

function isSpan({ from, until }: Statement): boolean {
  return from !== undefined || until !== undefined;
}

/** Whether two statements speak of a common instant. */
function timesMeet(test: Case): Answer {
  const { a, oneArticle } = test;
  const b = oneArticle ? withPublished(test.b, a.published) : test.b;
  if (isSpan(a) && isSpan(b)) {
    const [some, others] = [stretchesOf(a), stretchesOf(b)];
    return meetings(
      some.flatMap((one) => others.map((two) => one.from < two.until && two.from < one.until)),
    );
  }
  if (isSpan(a) || isSpan(b)) {
    const [span, instant] = isSpan(a) ? [a, b] : [b, a];
    const seen = instant.asOf ?? instant.published;
    if (seen === undefined) {
      return 'maybe';
    }
    return meetings(
      stretchesOf(span).flatMap(({ from, until }) =>
        instantsIn(daysOf(seen)).map((at) => from < at && at < until),
      ),
    );
  }
  return instantsMeet(a, b, test);
}

function withPublished(statement: Statement, published: When | undefined): Statement {
  return published === undefined ? without(statement, 'published') : { ...statement, published };
}

function instantsMeet(a: Statement, b: Statement, { oneArticle, stableDays }: Case): Answer {
  const [one, two] = [a.asOf ?? a.published, b.asOf ?? b.published];
  if (one === undefined || two === undefined) {
    return 'maybe';
  }
  if (oneArticle && a.asOf === undefined && b.asOf === undefined) {
    return 'definite'; // one article, one day of publication
  }
  const [these, those] = [daysOf(one), daysOf(two)];
  const close = firstAndLast(these).flatMap((day) =>
    firstAndLast(those).map((other) => Math.abs(day - other) < stableDays),
  );
  // Dates that have a day in common can be the same day.
  const touch = these.start < those.end && those.start < these.end;
  if (a.asOf === undefined || b.asOf === undefined) {
    return meetings([...close, ...(touch ? [true] : [])]);
  }
  if (!touch) {
    return 'nothing';
  }
  if (one.hedged === true || two.hedged === true) {
    return meetings([...close, true]);
  }
  const inOneStretch =
    firstAndLast(these).some((first) => lastsWithin(first)) ||
    firstAndLast(those).some((first) => lastsWithin(first));
  return inOneStretch ? 'definite' : 'maybe';

  /** Whether all days of both lie in the stretch that begins on a day. */
  function lastsWithin(first: number): boolean {
    return [...firstAndLast(these), ...firstAndLast(those)].every(
      (day) => day >= first && day < first + stableDays,
    );
  }
}

function firstAndLast({ start, end }: Days): readonly number[] {
  return [start, end - 1];
}

/** Values in twentieths, so that 5 % of a whole number is one. */
const FINE = 20;
const LEAST = -2 * FINE;
const MOST = 160 * FINE;

/** Whether a statement's amount allows a value, its tolerance taken so many times. */
function allows({ shape, low, high }: Amount, value: number, times = 1): boolean {
  const at = low * FINE;
  switch (shape) {
    case 'exactly':
      return value === at;
    case 'about':
      return Math.abs(value - at) <= times * tolerance(low);
    case 'atLeast':
      return value >= at;
    case 'atMost':
      return value <= at;
    case 'moreThan':
      return value > at;
    case 'fewerThan':
      return value < at;
    case 'between':
      return value >= at && value <= high * FINE;
  }
}

/** 5 %, or half of what the number was rounded to. */
function tolerance(whole: number): number {
  const digits = /0*$/.exec(`${whole}`)?.[0].length ?? 0;
  return Math.max(whole, (10 ** (whole === 0 ? 0 : digits) / 2) * FINE);
}

/** Whether there is a value that both allow. */
function haveCommonValue(a: Statement, b: Statement, times = 1): boolean {
  for (let value = LEAST; value <= MOST; value++) {
    if (
      allows(a.amount, value, times) !== a.denied &&
      allows(b.amount, value, times) !== b.denied
    ) {
      return true;
    }
  }
  return false;
}

/** What two statements are to each other. */
export function consult(test: Case): Verdict {
  const { a, b } = test;
  const agree = (a.denied && b.denied) || haveCommonValue(a, b);
  const answer = agree ? 'nothing' : timesMeet(test);
  const isNear = !a.denied && !b.denied && haveCommonValue(a, b, 2);
  return { answer, hedged: answer === 'definite' && (a.possible || b.possible || isNear) };
}
