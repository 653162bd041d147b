import type { TimelineEvent, TimelinePoint, TimelineTime } from '../src/timelineData.js';

/* Where everything of one picture stands. Pure geometry, in pixels; a scale turns days into them. */

/** A stretch from left to right. An end that is open runs to the edge and ends in an arrow. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** Where the time of a fact stands. */
export interface TimeOnAxis {
  /** Where its sign stands. */
  readonly x: number;
  /** Where it surely held; null where nothing is sure, or for an instant. */
  readonly held: Stretch | null;
  /** Where it may have held, or the stretch in which its instant lies; null where that is no wider. */
  readonly maybe: Stretch | null;
}

/** The drawn stretch of time. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  /** Where what has no date stands. */
  readonly undated: number;
  readonly at: (day: number) => number;
}

/** A time that is drawn narrower than this is a point. In pixels. */
const NARROW = 6;

/** Where a time stands on an axis. */
export function onAxis(time: TimelineTime, axis: TimeAxis): TimeOnAxis {
  switch (time.kind) {
    case 'unknown':
      return { x: axis.undated, held: null, maybe: null };
    case 'instant':
    case 'presumed': {
      const whole = stretch(axis, time.start, time.end);
      const x = (whole.from + whole.to) / 2;
      return { x, held: null, maybe: whole.to - whole.from < NARROW ? null : whole };
    }
    case 'span': {
      const { earliestStart, latestStart, earliestEnd, latestEnd } = time;
      const isSure = latestStart !== null && earliestEnd !== null && latestStart <= earliestEnd;
      const held = isSure ? stretch(axis, latestStart, earliestEnd) : null;
      const anchor = time.statedStart ? (earliestStart ?? latestStart) : (earliestEnd ?? latestEnd);
      return {
        x: anchor === null ? axis.left : axis.at(anchor),
        held,
        maybe: stretch(axis, earliestStart, latestEnd),
      };
    }
  }
}

function stretch(axis: TimeAxis, start: number | null, end: number | null): Stretch {
  return {
    from: start === null ? axis.left : axis.at(start),
    to: end === null ? axis.right : axis.at(end),
    openLeft: start === null,
    openRight: end === null,
  };
}

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What is to find a place: its sign stands at `y` unless something is there already. */
export interface Standing {
  readonly time: TimeOnAxis;
  readonly y: number;
}

/** Half the height of a sign, with the air around it. */
const HALF = 7;

/** The stretch that something takes up, sign included. */
function widthOf({ x, maybe, held }: TimeOnAxis): readonly [left: number, right: number] {
  return [
    Math.min(x - HALF, maybe?.from ?? x, held?.from ?? x),
    Math.max(x + HALF, maybe?.to ?? x, held?.to ?? x),
  ];
}

/** Between which heights things may be moved. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
  /** How far one thing is from the next. */
  readonly step: number;
  /** So many steps away from where it belongs a thing may go. */
  readonly most: number;
}

/**
 * Moves what would hide something else up or down, a step at a time, so that what states more stays
 * above what states less as long as there is room for that. Without any room things do overlap.
 *
 * @returns the height of each, in their order
 */
export function apart(items: readonly Standing[], room: Room): readonly number[] {
  const { top, bottom, step, most } = room;
  const placed: { readonly left: number; readonly right: number; y: number; height: number }[] = [];
  return items.map(({ time, y }) => {
    const [left, right] = widthOf(time);
    const near = placed.filter((other) => other.left < right && left < other.right);
    const isFree = (at: number): boolean =>
      at >= top &&
      at <= bottom &&
      near.every(({ height }) => Math.abs(height - at) >= 2 * HALF - 1);
    const isInOrder = (at: number): boolean =>
      near.every((other) => (other.y - y) * (other.height - at) >= 0);
    const heights = [y];
    for (let count = 1; count <= most; count++) heights.push(y - count * step, y + count * step);
    const free = isFree(y) ? [y] : heights.filter(isFree);
    const height = free.find(isInOrder) ?? free[0] ?? y;
    placed.push({ left, right, y, height });
    return height;
  });
}

/** The row of each of several stretches, so that those in one row do not overlap. From 0. */
export function rowsOf(items: readonly TimeOnAxis[], air: number): readonly number[] {
  const ends: number[] = [];
  const rows = items.map(() => 0);
  const byLeft = items
    .map((time, index) => ({ index, width: widthOf(time) }))
    .sort((a, b) => a.width[0] - b.width[0]);
  for (const { index, width } of byLeft) {
    const free = ends.findIndex((end) => end + air <= width[0]);
    const row = free < 0 ? ends.length : free;
    ends[row] = width[1];
    rows[index] = row;
  }
  return rows;
}

/** What stands in the way of labels. `owner`: the one whose own label may stand on it, if need be. */
export interface Taken extends Box {
  readonly owner: number | null;
}

/** What stands in the way of labels: the sign, the bar and the dashes of a fact at a height. */
export function boxesOf(
  { x, held, maybe }: TimeOnAxis,
  y: number,
  owner: number,
): readonly Taken[] {
  const line = (of: Stretch, by: number | null): Taken => {
    return { left: of.from, right: of.to, top: y - 3, bottom: y + 3, owner: by };
  };
  return [
    { left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF, owner: null },
    ...(held === null ? [] : [line(held, null)]),
    ...(maybe === null ? [] : [line(maybe, owner)]),
  ];
}

/** A label that found room: where its text starts, on its base line. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Roughly how wide a text of 12 pixels is: an estimate that is rather too wide. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    width +=
      sign > '\u2e80'
        ? 13
        : /[ijl.,:;'’| ]/.test(sign)
          ? 4.2
          : /[A-Z%@—mw→≠]/.test(sign)
            ? 10.5
            : 7.6;
  }
  return width;
}

/**
 * Puts texts beside what they belong to, wherever nothing else stands; those that find no room are
 * left out (null): the table has them all.
 *
 * @param order whose turn it is, as indexes: what matters most goes first
 */
export function placeLabels(
  items: readonly { readonly time: TimeOnAxis; readonly y: number; readonly text: string }[],
  order: readonly number[],
  within: Box,
  taken: readonly Taken[],
): readonly (PlacedLabel | null)[] {
  const boxes: Taken[] = [...taken];
  const labels: (PlacedLabel | null)[] = items.map(() => null);
  for (const index of order) {
    const item = items[index];
    if (item === undefined || item.text === '') continue;
    const width = textWidth(item.text);
    const { x } = item.time;
    const places = [
      { x: x + HALF + 4, y: item.y + 4 },
      { x: x - 5, y: item.y - HALF - 3 },
      { x: x - 5, y: item.y + HALF + 11 },
      { x: x + 5 - width, y: item.y - HALF - 3 },
      { x: x + 5 - width, y: item.y + HALF + 11 },
      { x: x - HALF - 4 - width, y: item.y + 4 },
    ];
    const boxAt = ({ x: left, y }: { x: number; y: number }): Box => {
      return { left, right: left + width, top: y - 11, bottom: y + 3 };
    };
    const inside = places.filter((place) => isInside(boxAt(place), within));
    const isFree = (place: { x: number; y: number }, ownLine: boolean): boolean =>
      !boxes.some((box) => overlap(box, boxAt(place)) && !(ownLine && box.owner === index));
    const place =
      inside.find((each) => isFree(each, false)) ?? inside.find((each) => isFree(each, true));
    if (place !== undefined) {
      boxes.push({ ...boxAt(place), owner: null });
      labels[index] = { ...place, text: item.text };
    }
  }
  return labels;
}

function isInside(box: Box, within: Box): boolean {
  return (
    box.left >= within.left &&
    box.right <= within.right &&
    box.top >= within.top &&
    box.bottom <= within.bottom
  );
}

/** The first and last day of all that has a date; a year around what has one day, null without any. */
export function daysOf(
  points: readonly TimelinePoint[],
  events: readonly TimelineEvent[],
): readonly [first: number, last: number] | null {
  let first = Infinity;
  let last = -Infinity;
  const take = (day: number | null): void => {
    if (day === null) return;
    first = Math.min(first, day);
    last = Math.max(last, day);
  };
  for (const { time } of points) {
    if (time.kind === 'span') {
      [time.earliestStart, time.latestStart, time.earliestEnd, time.latestEnd].forEach(take);
    } else if (time.kind !== 'unknown') {
      [time.start, time.end].forEach(take);
    }
  }
  for (const { start, end } of events) [start, end].forEach(take);
  if (first > last) return null;
  const air = Math.max((last - first) * 0.04, last - first < 300 ? 183 : 30);
  return [first - air, last + air];
}
