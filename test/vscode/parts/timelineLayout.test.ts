import { strict as assert } from 'node:assert';
import {
  apart,
  boxesOf,
  daysOf,
  onAxis,
  overlap,
  placeLabels,
  rowsOf,
  textWidth,
  type TimeAxis,
} from '../../../client/webview/timelineLayout.js';
import { figureInWords, figuresOf, wholeTicks } from '../../../client/webview/timelineAxis.js';
import type { TimelinePoint } from '../../../client/src/timelineData.js';

const axis: TimeAxis = { left: 50, right: 950, undated: 990, at: (day) => 50 + day };
const room = { top: 10, bottom: 290, step: 20, most: 5 };

function instant(day: number): ReturnType<typeof onAxis> {
  return onAxis({ kind: 'instant', start: day, end: day + 1, words: '' }, axis);
}

function pointOf(low: number | null, middle: number | null, high: number | null): TimelinePoint {
  return { value: { text: '', low, middle, high } } as TimelinePoint;
}

describe('the layout of a timeline', () => {
  it('puts what is known of a stretch where it belongs, open ends at the edge', () => {
    const time = onAxis(
      {
        kind: 'span',
        earliestStart: 100,
        latestStart: 130,
        earliestEnd: 300,
        latestEnd: null,
        statedStart: true,
        statedEnd: false,
        words: '',
      },
      axis,
    );
    assert.equal(time.x, 150);
    assert.deepEqual([time.held?.from, time.held?.to], [180, 350]);
    assert.deepEqual([time.maybe?.from, time.maybe?.to, time.maybe?.openRight], [150, 950, true]);
    assert.equal(onAxis({ kind: 'unknown', words: '' }, axis).x, 990);
    assert.equal(instant(10).maybe, null);
  });

  it('moves what would hide another, and keeps more above less', () => {
    const items = [152, 151, 152].map((value) => ({ time: instant(100), y: 300 - value }));
    const heights = apart(items, room);
    assert.deepEqual(heights, [148, 169, 128]);
    const far = [
      { time: instant(100), y: 100 },
      { time: instant(400), y: 100 },
    ];
    assert.deepEqual(apart(far, room), [100, 100]);
  });

  it('lets things overlap where there is no room, and never leaves it', () => {
    const items = Array.from({ length: 40 }, () => ({ time: instant(100), y: 150 }));
    const heights = apart(items, room);
    assert.ok(heights.every((height) => height >= 10 && height <= 290));
    assert.equal(new Set(heights).size, 11);
  });

  it('places no label on another, on a sign or outside', () => {
    const items = Array.from({ length: 24 }, (_, index) => ({
      time: instant((index * 37) % 800),
      y: 40 + ((index * 53) % 200),
      text: `value ${index}`,
    }));
    const taken = items.flatMap(({ time, y }, owner) => boxesOf(time, y, owner));
    const within = { left: 50, right: 950, top: 0, bottom: 300 };
    const order = items.map((_, index) => index);
    const placed = placeLabels(items, order, within, taken).flatMap((label) =>
      label === null
        ? []
        : {
            left: label.x,
            right: label.x + textWidth(label.text),
            top: label.y - 11,
            bottom: label.y + 3,
          },
    );
    assert.ok(placed.length > 12);
    placed.forEach((box, index) => {
      assert.ok(box.left >= 50 && box.right <= 950);
      assert.ok(!taken.some((other) => overlap(other, box)));
      assert.ok(!placed.some((other, at) => at !== index && overlap(other, box)));
    });
  });

  it('writes two values that hide each other one beside the other', () => {
    const item = { time: instant(300), y: 150, text: 'the same place' };
    const taken = boxesOf(item.time, item.y, 0);
    const within = { left: 50, right: 950, top: 0, bottom: 300 };
    const [first, second] = placeLabels([item, item], [0, 1], within, taken);
    assert.ok(first != null && second != null);
    assert.notDeepEqual(first, second);
  });

  it('gives stretches that overlap rows of their own', () => {
    assert.deepEqual(rowsOf([instant(100), instant(104), instant(300)], 4), [0, 1, 0]);
  });

  it('covers all days and figures, whatever there is', () => {
    assert.equal(daysOf([], []), null);
    assert.equal(figuresOf([pointOf(null, null, null)]), null);
    assert.deepEqual(figuresOf([pointOf(0, 0, 0)]), [0, 1]);
    const [low = 0, high = 0] = figuresOf([pointOf(303, 303, 303), pointOf(null, 151, 151)]) ?? [];
    assert.ok(low < 151 && low >= 0 && high > 303);
    assert.deepEqual(wholeTicks([pointOf(2, 2, 2), pointOf(5, 5, 5)], [1.6, 5.4]), [2, 3, 4, 5]);
    assert.equal(wholeTicks([pointOf(2, 2.5, 3)], [1.6, 5.4]), undefined);
  });

  it('writes figures as they are read', () => {
    assert.equal(figureInWords(1500, 'organisation'), '1,500');
    assert.equal(figureInWords(30, 'percent'), '30%');
    assert.equal(figureInWords(5e9, 'GBP'), '£5bn');
    assert.equal(figureInWords(-200, 'GBP'), '−£200');
  });
});
