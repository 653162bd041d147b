import type { TimelinePoint } from '../src/timelineData.js';
import type { PanelContent } from './timelineContent.js';
import { type Box, boxesOf, placeLabels, type Standing, type TimeAxis } from './timelineLayout.js';
import type { PlacedEvent, PlacedFact } from './timelineMarks.js';

/** The measures of a picture, in pixels. */
export interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly axis: TimeAxis;
}

/** Facts with their labels: contested ones first, then facts before plans, as far as there is room. */
export function placeFacts(
  content: PanelContent,
  frame: Frame,
  standing: readonly Standing[],
  heights: readonly number[],
  events: readonly PlacedEvent[],
  bounds: (point: TimelinePoint) => { readonly low: number | null; readonly high: number | null },
  labelOf = ({ value }: TimelinePoint): string =>
    value.text.length > 26 ? `${value.text.slice(0, 25)}…` : value.text,
): readonly PlacedFact[] {
  const items = content.points.map(({ point }, index) => ({
    time: standing[index]?.time ?? { x: 0, held: null, maybe: null },
    y: heights[index] ?? 0,
    text: labelOf(point) + (point.conflicts.length > 0 ? ' ≠' : ''),
  }));
  const order = items.map((_, index) => index);
  const weight = (index: number): number => {
    const point = content.points[index]?.point;
    return point === undefined
      ? 9
      : (point.conflicts.length > 0 ? 0 : 4) +
          ['fact', 'commitment', 'expectation', 'denied', 'deprecated'].indexOf(point.state);
  };
  order.sort((a, b) => weight(a) - weight(b) || a - b);
  const limits = content.points.map(({ point }) => bounds(point));
  const within: Box = {
    left: frame.left,
    right: frame.width,
    top: frame.top,
    bottom: frame.bottom,
  };
  const taken = [
    ...items.flatMap(({ time, y }, owner) => boxesOf(time, y, owner)),
    ...items.flatMap(({ time: { x } }, index) => {
      const { low, high } = limits[index] ?? { low: null, high: null };
      return low === null || high === null || low === high
        ? []
        : { left: x - 3, right: x + 3, top: high, bottom: low, owner: null };
    }),
    ...events.flatMap(({ x }) =>
      x === null
        ? []
        : [{ left: x - 1, right: x + 1, top: frame.top, bottom: frame.bottom, owner: null }],
    ),
  ];
  const labels = placeLabels(items, order, within, taken);
  return content.points.map(({ index, point }, at) => {
    const item = items[at];
    const { low, high } = limits[at] ?? { low: null, high: null };
    return {
      index,
      point,
      time: item?.time ?? { x: 0, held: null, maybe: null },
      y: item?.y ?? 0,
      trueY: standing[at]?.y ?? 0,
      low,
      high,
      label: labels[at] ?? null,
    };
  });
}
