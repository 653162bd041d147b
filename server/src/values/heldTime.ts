import { describeDate, type DateRange } from './date.js';
import { describeDays } from './dateWords.js';

/** When a fact held. All bounds are day numbers; an end is the day after the last. */
export type FactTime =
  | {
      /** It held throughout a stretch of which `from`, `until` or both are stated. */
      readonly kind: 'span';
      readonly earliestStart: number;
      readonly latestStart: number;
      readonly earliestEnd: number;
      readonly latestEnd: number;
      readonly statedStart: boolean;
      readonly statedEnd: boolean;
      /** The dates as stated, for messages. */
      readonly from?: DateRange;
      readonly until?: DateRange;
    }
  | {
      /** It held at some instant in the range: `asOf`, or (presumed) when the article was published. */
      readonly kind: 'instant';
      readonly range: DateRange;
      readonly presumed: boolean;
    }
  | { readonly kind: 'unknown' };

export interface TimeKeys {
  readonly from?: DateRange;
  readonly until?: DateRange;
  readonly asOf?: DateRange;
}

/**
 * When a fact held (DESIGN §3.2). `from` means it began at some instant within that date, `until` that
 * it ended within that date. With one of the two, the fact held where the author wrote it: at `asOf` if
 * given, else at publication. Without any key it is presumed to have held at publication.
 */
export function factTime(keys: TimeKeys, published?: DateRange): FactTime {
  const { from, until, asOf } = keys;
  const witnessed = asOf ?? published;
  if (from === undefined && until === undefined) {
    return witnessed === undefined ? unknown : instant(witnessed, asOf === undefined);
  }
  return spanOf(from, until, witnessed);
}

const unknown: FactTime = Object.freeze({ kind: 'unknown' });

/* Dates are shared by the facts that state them, and so are the times that follow from one alone. */
const stated = new WeakMap<DateRange, FactTime>();
const presumedAt = new WeakMap<DateRange, FactTime>();

function instant(range: DateRange, presumed: boolean): FactTime {
  const known = presumed ? presumedAt : stated;
  let time = known.get(range);
  if (time === undefined) {
    time = Object.freeze({ kind: 'instant', range, presumed });
    known.set(range, time);
  }
  return time;
}

function spanOf(
  from: DateRange | undefined,
  until: DateRange | undefined,
  witnessed: DateRange | undefined,
): FactTime {
  const earliestStart = from?.start ?? -Infinity;
  const latestEnd = until?.end ?? Infinity;
  const statedLatestStart = from?.end ?? witnessed?.end ?? Infinity;
  const statedEarliestEnd = until?.start ?? witnessed?.start ?? -Infinity;
  // It cannot have ended before it began, so each side bounds what the other leaves open.
  const latestStart =
    until === undefined
      ? statedLatestStart
      : Math.min(statedLatestStart, from === undefined ? until.start : until.end);
  const earliestEnd =
    from === undefined
      ? statedEarliestEnd
      : Math.max(statedEarliestEnd, until === undefined ? from.end : from.start);
  return {
    kind: 'span',
    earliestStart,
    latestStart,
    earliestEnd,
    latestEnd,
    statedStart: from !== undefined,
    statedEnd: until !== undefined,
    ...(from && { from }),
    ...(until && { until }),
  };
}

/** A fact's time for a message: "as of May 2006", "until September 2006", "12 July 2010", "undated". */
export function describeTime(time: FactTime): string {
  const known = described.get(time);
  if (known !== undefined) {
    return known;
  }
  const words = timeInWords(time);
  described.set(time, words);
  return words;
}

const described = new WeakMap<FactTime, string>();

function timeInWords(time: FactTime): string {
  switch (time.kind) {
    case 'unknown':
      return 'undated';
    case 'instant':
      return time.presumed ? describeDate(time.range) : `as of ${describeDate(time.range)}`;
    case 'span': {
      const start =
        time.statedStart &&
        `from ${describeBound(time.from, time.earliestStart, time.latestStart)}`;
      const end =
        time.statedEnd && `until ${describeBound(time.until, time.earliestEnd, time.latestEnd)}`;
      return [start, end].filter((part) => part !== false).join(' ');
    }
  }
}

function describeBound(stated: DateRange | undefined, earliest: number, latest: number): string {
  return stated === undefined ? describeDays(earliest, latest) : describeDate(stated);
}
