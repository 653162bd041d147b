import type { BoundFact } from '../../corpus/boundFact.js';
import { describeStatement } from '../../rules/describe.js';
import { shownText } from './shownText.js';
import type { TimelineValue } from './timeline.js';

/** What a fact states, as something to draw: a figure is an interval, all else only has words. */
export function timelineValue(bound: BoundFact): TimelineValue {
  const text = shownText(describeStatement(bound));
  const { value } = bound;
  if (value?.kind !== 'quantity') {
    return { text, low: null, middle: null, high: null };
  }
  const { min, max } = value.quantity;
  const low = min === null ? null : drawn(Number(min));
  const high = max === null ? null : drawn(Number(max));
  const middle =
    min === null || max === null ? (low ?? high) : drawn(Number(min.plus(max).times('0.5')));
  return { text, low, middle, high };
}

/** A figure beyond a computer's numbers is told in words alone. */
function drawn(figure: number): number | null {
  return Number.isFinite(figure) ? figure : null;
}
