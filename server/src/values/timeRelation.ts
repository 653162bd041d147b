import type { DateRange } from './dateRange.js';
import type { FactTime } from './heldTime.js';

/** How two times lie to each other. */
export interface TimeRelation {
  /** `overlap` and `apart` are certain; `maybe` could be either. */
  readonly relation: 'overlap' | 'maybe' | 'apart';
  /** Which came first, when apart: the first time lies before or after the second. */
  readonly order?: 'before' | 'after';
  /** Days between two instants that count as overlapping only because the value is stable that long. */
  readonly stretchedDays?: number;
}

type Span = Extract<FactTime, { kind: 'span' }>;
type Instant = Extract<FactTime, { kind: 'instant' }>;

const OVERLAP: TimeRelation = { relation: 'overlap' };
const MAYBE: TimeRelation = { relation: 'maybe' };

function apart(order: 'before' | 'after'): TimeRelation {
  return { relation: 'apart', order };
}

/**
 * Whether two facts held at a common instant (DESIGN §3.2). `stableForDays` is how long the property
 * keeps its value: it lets a presumed time reach another instant, never across a stated `from` or
 * `until`. Symmetric but for `order`.
 */
export function compareTimes(
  a: FactTime,
  b: FactTime,
  stableForDays: number,
): TimeRelation | { readonly relation: 'unknown' } {
  if (a.kind === 'unknown' || b.kind === 'unknown') return { relation: 'unknown' };
  if (a.kind === 'span' && b.kind === 'span') return compareSpans(a, b);
  if (a.kind === 'instant' && b.kind === 'span') return instantAndSpan(a, b);
  if (a.kind === 'span' && b.kind === 'instant') return flipped(instantAndSpan(b, a));
  return compareInstants(a as Instant, b as Instant, stableForDays);
}

function flipped(relation: TimeRelation): TimeRelation {
  if (relation.order === undefined) return relation;
  return apart(relation.order === 'before' ? 'after' : 'before');
}

function compareSpans(a: Span, b: Span): TimeRelation {
  if (a.latestEnd <= b.earliestStart) return apart('before');
  if (b.latestEnd <= a.earliestStart) return apart('after');
  return surelyBeginsBefore(a, b) && surelyBeginsBefore(b, a) ? OVERLAP : MAYBE;
}

/**
 * Whether the one began before the other ended, whatever the dates within their bounds. A bound that
 * follows from the other end alone (`from: 2006` lasts to the end of 2006 at least) may be reached: with
 * two of those on one day, or both at infinity, nothing is said about which comes first.
 */
function surelyBeginsBefore(one: Span, other: Span): boolean {
  const { latestStart } = one;
  const { earliestEnd } = other;
  const mayMeet =
    !one.statedStart &&
    latestStart === (one.until?.start ?? Infinity) &&
    !other.statedEnd &&
    earliestEnd === (other.from?.end ?? -Infinity);
  return latestStart < earliestEnd || (latestStart === earliestEnd && !mayMeet);
}

function instantAndSpan({ range }: Instant, span: Span): TimeRelation {
  if (range.end <= span.earliestStart) return apart('before');
  if (range.start >= span.latestEnd) return apart('after');
  return range.start >= span.latestStart && range.end <= span.earliestEnd ? OVERLAP : MAYBE;
}

function compareInstants(a: Instant, b: Instant, stableForDays: number): TimeRelation {
  const distance = distanceInDays(a.range, b.range);
  if (a.presumed || b.presumed) {
    // Two facts of one article share its one publication date, however vaguely it is known.
    if (a.presumed && b.presumed && a.range === b.range) return OVERLAP;
    if (distance.greatest < stableForDays)
      return distance.smallest > 0
        ? { relation: 'overlap', stretchedDays: distance.smallest }
        : OVERLAP;
    return distance.smallest >= stableForDays && distance.smallest > 0
      ? apart(a.range.start < b.range.start ? 'before' : 'after')
      : MAYBE;
  }
  if (distance.smallest > 0) return apart(a.range.start < b.range.start ? 'before' : 'after');
  if (a.range.hedged || b.range.hedged) return distance.greatest < stableForDays ? OVERLAP : MAYBE;
  const hull = Math.max(a.range.end, b.range.end) - Math.min(a.range.start, b.range.start);
  return hull <= stableForDays ? OVERLAP : MAYBE;
}

/** Between a day of the one and a day of the other: 0 and up, Infinity where a range has no end. */
function distanceInDays(a: DateRange, b: DateRange): { smallest: number; greatest: number } {
  const aToB = b.start - (a.end - 1);
  const bToA = a.start - (b.end - 1);
  return {
    smallest: Math.max(0, aToB, bToA),
    greatest: Math.max(b.end - 1 - a.start, a.end - 1 - b.start),
  };
}
