import type { BoundFact } from '../../corpus/boundFact.js';
import { firstDay, lastDay } from '../../rules/explainedChange.js';
import { stableForDays } from '../../rules/judgePair.js';
import { describeDate, readDate, type DateRange } from '../../values/date.js';
import { compareTimes, factTime, type TimeKeys } from '../../values/factTime.js';
import { scalar, setKey } from '../sidecarEdit.js';
import { dayBefore, isoDay, unitBefore } from './dates.js';
import { editable, fix, pairOf, type FixProvider } from './fix.js';

/** Says since when, or until when, a fact held, so that its time meets the other's no more. */
export const setPeriod: FixProvider = {
  codes: ['value-conflict', 'self-conflict', 'possible-conflict', 'unexplained-change'],
  *fixes(finding, context) {
    const pair = pairOf(context, finding);
    const place = pair === null ? undefined : editable(context, pair.here);
    if (pair === null || place === undefined) {
      return;
    }
    const { here, there } = pair;
    for (const key of keysToSet(here, there)) {
      const date = dateFor(key, here, there);
      if (date !== undefined) {
        const change = setKey(place.sidecar, place.map, key, scalar(date.source));
        const words = key === 'until' ? 'Say until when this held' : 'Say since when this held';
        yield* fix(`${words} (${key}: ${describeDate(date)})`, here.uri, [change]);
      }
    }
  },
};

/** The earlier fact wants an end, the later one a start; where neither is earlier, either will do. */
function keysToSet(here: BoundFact, there: BoundFact): readonly ('until' | 'from')[] {
  const before = order(here, there);
  const keys: readonly ('until' | 'from')[] =
    before < 0 ? ['until'] : before > 0 ? ['from'] : ['until', 'from'];
  return keys.filter((key) => here.fact[key] === undefined);
}

/** Below 0 where `here` is the earlier of the two, 0 where neither is. */
function order(here: BoundFact, there: BoundFact): number {
  const [a, b] = [here.time, there.time];
  return compare(firstDay(a), firstDay(b)) || compare(lastDay(a), lastDay(b));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date that parts the two; where none is clear, the article's own, for its author to correct. */
function dateFor(key: 'until' | 'from', here: BoundFact, there: BoundFact): DateRange | undefined {
  const parts =
    order(here, there) === 0
      ? undefined
      : candidates(key, here, there).find((date) => isApart(key, date, here, there));
  const { published } = here.article;
  return (
    parts ?? (published !== undefined && isPossible(key, published, here) ? published : undefined)
  );
}

function candidates(
  key: 'until' | 'from',
  { time, fact }: BoundFact,
  { time: other }: BoundFact,
): readonly DateRange[] {
  const texts: (string | undefined)[] = [];
  if (key === 'until') {
    const start =
      other.kind === 'span' ? other.from : other.kind === 'instant' ? other.range : undefined;
    texts.push(start === undefined ? undefined : unitBefore(start), dayBefore(firstDay(other)));
  } else {
    texts.push(
      fact.asOf?.value,
      time.kind === 'instant' ? time.range.source : undefined,
      isoDay(lastDay(other)),
    );
  }
  return texts.flatMap((text) => {
    const reading = readDate(text ?? '');
    return reading.kind === 'date' ? reading.date : [];
  });
}

function isApart(
  key: 'until' | 'from',
  date: DateRange,
  here: BoundFact,
  there: BoundFact,
): boolean {
  const time = factTime({ ...stated(here), [key]: date }, here.article.published);
  return (
    isPossible(key, date, here) &&
    compareTimes(time, there.time, stableForDays(here)).relation === 'apart'
  );
}

/** No fact may end before it began, or have been seen after it ended. */
function isPossible(key: 'until' | 'from', date: DateRange, here: BoundFact): boolean {
  const { from, until, asOf } = stated(here);
  const [start, end] = key === 'until' ? [from ?? asOf, date] : [date, until ?? asOf];
  return start === undefined || end === undefined || start.start < end.end;
}

function stated({ fact }: BoundFact): TimeKeys {
  const read = (written: { readonly value: string } | undefined): DateRange | undefined => {
    const reading = written === undefined ? undefined : readDate(written.value);
    return reading?.kind === 'date' ? reading.date : undefined;
  };
  const [from, until, asOf] = [read(fact.from), read(fact.until), read(fact.asOf)];
  return { ...(from && { from }), ...(until && { until }), ...(asOf && { asOf }) };
}
