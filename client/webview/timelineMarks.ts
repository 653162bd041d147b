import type { TimelineEvent, TimelinePoint } from '../src/timelineData.js';
import { svgElement } from './svgElement.js';
import type { PlacedLabel, Stretch, TimeAxis, TimeOnAxis } from './timelineLayout.js';
import { CONFLICT, eventSign, signs } from './timelineSigns.js';

/** A fact with its place in the picture, in pixels. */
export interface PlacedFact {
  /** Its number among the points of the timeline. */
  readonly index: number;
  readonly point: TimelinePoint;
  readonly time: TimeOnAxis;
  readonly y: number;
  /** Where its value stands on the axis; it was moved away from there so as not to hide another. */
  readonly trueY: number;
  /** The bounds of its value on the axis; null without one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly label: PlacedLabel | null;
}

/** An event with its place in the picture. */
export interface PlacedEvent {
  readonly index: number;
  readonly event: TimelineEvent;
  /** Null where it has no date: it is in the table only. */
  readonly x: number | null;
  readonly band: readonly [number, number] | null;
  /** Empty where there is no room for it. */
  readonly text: string;
  /** Its words stand to the left of its line: it is late. */
  readonly isLeft: boolean;
  readonly row: number;
}

/** Plot centres texts unless told otherwise. */
const fromLeft = { 'text-anchor': 'start' } as const;

/** So long is an arrow that stands for a bound that is not there. */
const ARROW = 26;

/** Draws a fact as one thing that can be reached, read out and opened. */
export function factMark(
  { index, point, time, y, trueY, low, high, label }: PlacedFact,
  axis: TimeAxis,
  bottom: number,
  top: number,
): SVGElement {
  const { x, held, maybe } = time;
  const [from, to] = [Math.min(x - 9, held?.from ?? x), Math.max(x + 9, held?.to ?? x)];
  const parts: SVGElement[] = [
    svgElement('title', {}, point.label),
    svgElement('rect', { class: 'hit', x: from, y: y - 9, width: to - from, height: 18 }),
  ];
  if (Math.abs(trueY - y) > 1) {
    parts.push(svgElement('line', { class: 'leader', x1: x, x2: x, y1: trueY, y2: y }));
  }
  if (maybe !== null) parts.push(...maybeLines(maybe, axis, y));
  if (held !== null && held.to - held.from >= 1) {
    parts.push(
      svgElement('rect', {
        class: 'held',
        x: held.from,
        y: y - 2.5,
        width: held.to - held.from,
        height: 5,
        rx: 2,
      }),
    );
  }
  if (low !== high) parts.push(whisker(x, y, low, high, bottom, top));
  const hollow = point.time.kind === 'presumed' ? ' hollow' : '';
  parts.push(
    svgElement('rect', { class: 'ring', x: x - 10, y: y - 10, width: 20, height: 20, rx: 4 }),
    svgElement('path', {
      class: `sign${hollow}`,
      d: signs[point.state],
      transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
    }),
  );
  const isContested = point.conflicts.length > 0;
  if (label !== null) {
    const text = svgElement('text', { ...fromLeft, class: 'label', x: label.x, y: label.y });
    text.append(isContested ? label.text.slice(0, -CONFLICT.length) : label.text);
    if (isContested) text.append(svgElement('tspan', { class: 'conflict' }, CONFLICT));
    parts.push(text);
  } else if (isContested) {
    parts.push(
      svgElement('text', { ...fromLeft, class: 'label conflict', x: x + 5, y: y - 4 }, CONFLICT),
    );
  }
  return svgElement(
    'g',
    {
      class: `mark ${point.state}`,
      role: 'button',
      tabindex: '-1',
      'data-point': index,
      'aria-label': point.label,
    },
    ...parts,
  );
}

/** The stretch in which it may have held: dashed, with an arrow where it goes on, or a tick where it ends. */
function maybeLines(maybe: Stretch, axis: TimeAxis, y: number): readonly SVGElement[] {
  const from = maybe.openLeft ? axis.left : maybe.from;
  const to = maybe.openRight ? axis.right : maybe.to;
  const end = (at: number, isOpen: boolean, outward: 1 | -1): SVGElement =>
    svgElement('path', {
      class: 'arrow',
      d: isOpen
        ? `M${at - 6 * outward},${y - 4}L${at},${y}L${at - 6 * outward},${y + 4}`
        : `M${at},${y - 4}V${y + 4}`,
    });
  return [
    svgElement('line', { class: 'maybe', x1: from, x2: to, y1: y, y2: y }),
    end(from, maybe.openLeft, -1),
    end(to, maybe.openRight, 1),
  ];
}

/** From the lowest to the highest figure that it allows; an arrow where there is no bound. */
function whisker(
  x: number,
  y: number,
  low: number | null,
  high: number | null,
  bottom: number,
  top: number,
): SVGElement {
  const down = low ?? Math.min(bottom, y + ARROW);
  const up = high ?? Math.max(top, y - ARROW);
  const cap = (at: number, isOpen: boolean, outward: 1 | -1): string =>
    isOpen
      ? `M${x - 4},${at - 6 * outward}L${x},${at}L${x + 4},${at - 6 * outward}`
      : `M${x - 4},${at}H${x + 4}`;
  return svgElement('path', {
    class: 'whisker',
    d: `M${x},${down}V${up}${cap(down, low === null, 1)}${cap(up, high === null, -1)}`,
  });
}

/** Draws an event: a line from top to bottom with its words above. Nothing for one without a date. */
export function eventMark(
  { index, event, x, band, text, isLeft, row }: PlacedEvent,
  top: number,
  bottom: number,
): readonly SVGElement[] {
  if (x === null) return [];
  const y = top - 10 - row * 17;
  const parts: SVGElement[] = [
    svgElement('title', {}, event.label),
    svgElement('rect', { class: 'hit', x: x - 8, y: y - 8, width: 16, height: 16 }),
    svgElement('line', { x1: x, x2: x, y1: y, y2: bottom }),
    svgElement('rect', { class: 'ring', x: x - 9, y: y - 9, width: 18, height: 18, rx: 4 }),
    svgElement('path', { d: eventSign, transform: `translate(${x.toFixed(1)},${y})` }),
    svgElement(
      'text',
      {
        'text-anchor': isLeft ? 'end' : 'start',
        class: 'label',
        x: isLeft ? x - 9 : x + 9,
        y: y + 4,
      },
      text,
    ),
  ];
  if (band !== null) {
    const [from, to] = band;
    parts.splice(
      1,
      0,
      svgElement('rect', {
        class: 'band',
        x: from,
        y: top,
        width: to - from,
        height: bottom - top,
      }),
    );
  }
  return [
    svgElement(
      'g',
      {
        class: 'mark event',
        role: 'button',
        tabindex: '-1',
        'data-event': index,
        'aria-label': event.label,
      },
      ...parts,
    ),
  ];
}
