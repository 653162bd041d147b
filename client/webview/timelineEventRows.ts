import type { PanelContent } from './timelineContent.js';
import { textWidth, type TimeAxis } from './timelineLayout.js';
import type { PlacedEvent } from './timelineMarks.js';

/** So many rows of words stand above a picture at most; an event beyond them keeps its mark. */
const MOST_EVENT_ROWS = 6;

/** Events with their words in rows above the picture, so that no two overlap. */
export function placeEvents(
  content: PanelContent,
  axis: TimeAxis,
): { readonly events: readonly PlacedEvent[]; readonly rows: number } {
  const ends: number[] = [];
  const events = content.events.map(({ event, index }): PlacedEvent => {
    const { start, end } = event;
    if (start === null && end === null) {
      return { index, event, x: null, band: null, text: '', isLeft: false, row: 0 };
    }
    const from = start === null ? axis.left : axis.at(start);
    const to = end === null ? axis.right : axis.at(end);
    const isNarrow = to - from < 4;
    const x = start === null ? to : from;
    const text = [event.type, event.change].filter((part) => part !== '').join(' ');
    const width = textWidth(text) + 12;
    const isLeft = x + width > axis.right + 20;
    const [left, right] = isLeft ? [x - width, x + 8] : [x - 8, x + width + 6];
    const free = ends.findIndex((until) => until <= left);
    const row = Math.min(free < 0 ? ends.length : free, MOST_EVENT_ROWS - 1);
    const hasRoom = free >= 0 || ends.length < MOST_EVENT_ROWS;
    if (hasRoom) ends[row] = right;
    return {
      index,
      event,
      x,
      band: isNarrow ? null : [from, to],
      text: hasRoom ? text : '',
      isLeft,
      row,
    };
  });
  return { events, rows: ends.length };
}
