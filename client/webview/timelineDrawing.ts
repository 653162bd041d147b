import * as l10n from '@vscode/l10n';
import * as Plot from '@observablehq/plot';
import type { TimelinePoint } from '../src/timelineData.js';
import { svgElement } from './svgElement.js';
import { axisTitle, figureInWords, figuresOf, wholeTicks } from './timelineAxis.js';
import type { PanelContent } from './timelineContent.js';
import { placeEvents } from './timelineEventRows.js';
import { type Frame, placeFacts } from './timelineFactPlaces.js';
import {
  apart,
  onAxis,
  rowsOf,
  type Standing,
  textWidth,
  type TimeAxis,
  type TimeOnAxis,
} from './timelineLayout.js';
import { eventMark, factMark, type PlacedEvent, type PlacedFact } from './timelineMarks.js';

/* One picture: the values of one series on a time axis, drawn by Observable Plot. */

const DAY = 86_400_000;
const EVENT_ROW = 17;
const UNDATED = 84;
const ROW_LABEL = 80;

/** Draws a picture of a width in pixels, to be put into another. */
export function drawPanel(content: PanelContent, width: number): SVGSVGElement {
  const isNumber = content.points.some(({ point }) => point.value.middle !== null);
  const hasUndated = content.points.some(({ point }) => point.time.kind === 'unknown');
  const left = isNumber ? 64 : Math.min(330, Math.round(width * 0.36));
  const right = width - (hasUndated ? UNDATED : 24);
  const days = content.days ?? [0, 1];
  const scale = Plot.scale({ x: { type: 'utc', domain: days.map(dateOf), range: [left, right] } });
  const axis: TimeAxis = {
    left,
    right,
    undated: right + UNDATED / 2 + 8,
    at: (day) => Number(scale.apply(dateOf(day))),
  };
  const { events, rows } = placeEvents(content, axis);
  const top = 30 + rows * EVENT_ROW;
  const times = content.points.map(({ point }) => onAxis(point.time, axis));
  const frame = { width, left, right, top, axis };
  return isNumber
    ? drawFigures(content, frame, times, events)
    : drawWords(content, frame, times, events);
}

function dateOf(day: number): Date {
  return new Date(day * DAY);
}

type OpenFrame = Omit<Frame, 'height' | 'bottom'>;

function drawFigures(
  content: PanelContent,
  open: OpenFrame,
  times: readonly TimeOnAxis[],
  events: readonly PlacedEvent[],
): SVGSVGElement {
  const points = content.points.map(({ point }) => point);
  const figures = figuresOf(points) ?? [0, 1];
  const inWords = points.map(({ value }) => value.middle === null);
  const wordsRow = inWords.includes(true) ? 40 : 0;
  const bottom = open.top + Math.min(620, Math.max(250, points.length * 7)) + wordsRow;
  const frame = { ...open, bottom, height: bottom + 34 };
  // Room for what is moved away from where others stand.
  const [low, high] = [bottom - wordsRow - 26, open.top + 26];
  const y = Plot.scale({
    y: { type: 'linear', domain: [...figures], range: [low, high] },
  });
  const at = (figure: number): number => Number(y.apply(figure));
  const standing: Standing[] = points.map(({ value }, index) => ({
    time: times[index] ?? { x: 0, held: null, maybe: null },
    y: value.middle === null ? bottom - 16 : at(value.middle),
  }));
  const isDense = points.length > 60;
  const heights = apart(standing, {
    top: open.top + 9,
    bottom: bottom - 9,
    step: isDense ? 13 : 21,
    most: 5,
  });
  const facts = placeFacts(content, frame, standing, heights, events, ({ value }) => ({
    low: value.low === null ? null : at(value.low),
    high: value.high === null ? null : at(value.high),
  }));
  const ticks = wholeTicks(points, figures);
  return plotted(
    frame,
    facts,
    events,
    hasUndated(points),
    [
      Plot.gridY(ticks === undefined ? {} : { ticks }),
      Plot.axisY({
        label: axisTitle(content.timeline.propertyName, content.unit),
        labelAnchor: 'top',
        labelArrow: 'none',
        labelOffset: 60,
        tickFormat: (figure: number) => figureInWords(figure, content.unit),
        tickSize: 4,
        ...(ticks === undefined ? {} : { ticks }),
      }),
    ],
    { domain: [...figures], range: [low, high] },
  );
}

/** Values that are no figures: a row for each, with as many lines as its facts need. */
function drawWords(
  content: PanelContent,
  open: OpenFrame,
  times: readonly TimeOnAxis[],
  events: readonly PlacedEvent[],
): SVGSVGElement {
  const byText = new Map<string, number[]>();
  content.points.forEach(({ point }, index) => {
    byText.set(point.value.text, [...(byText.get(point.value.text) ?? []), index]);
  });
  const heights = content.points.map(() => 0);
  const rows: SVGElement[] = [];
  let top = open.top + 6;
  for (const [text, indexes] of byText) {
    const lines = rowsOf(
      indexes.flatMap((index) => times[index] ?? []),
      10,
    );
    indexes.forEach((index, at) => {
      heights[index] = top + 15 + (lines[at] ?? 0) * 18;
    });
    const short = text.length > ROW_LABEL ? `${text.slice(0, ROW_LABEL - 1)}…` : text;
    const fitting = shortened(short, open.left - 14);
    rows.push(
      svgElement('text', { x: open.left - 10, y: top + 19, 'text-anchor': 'end' }, fitting),
    );
    top += 12 + (Math.max(0, ...lines) + 1) * 18;
    rows.push(svgElement('line', { class: 'row', x1: 0, x2: open.width, y1: top, y2: top }));
  }
  const frame = { ...open, bottom: top, height: top + 34 };
  const standing = content.points.map((_, index) => ({
    time: times[index] ?? { x: 0, held: null, maybe: null },
    y: heights[index] ?? 0,
  }));
  const none = { low: null, high: null };
  const facts = placeFacts(
    content,
    frame,
    standing,
    heights,
    events,
    () => none,
    () => '',
  );
  const points = content.points.map(({ point }) => point);
  return plotted(
    frame,
    facts,
    events,
    hasUndated(points),
    [() => svgElement('g', { 'aria-hidden': 'true' }, ...rows)],
    { axis: null, domain: [0, 1], range: [top, open.top] },
  );
}

function shortened(text: string, width: number): string {
  let short = text;
  while (short.length > 4 && textWidth(short) > width) short = `${short.slice(0, -2).trimEnd()}…`;
  return short;
}

function hasUndated(points: readonly TimelinePoint[]): boolean {
  return points.some(({ time }) => time.kind === 'unknown');
}

function plotted(
  frame: Frame,
  facts: readonly PlacedFact[],
  events: readonly PlacedEvent[],
  withUndated: boolean,
  marks: readonly Plot.Markish[],
  y: Plot.ScaleOptions,
): SVGSVGElement {
  const { width, height, left, right, top, bottom } = frame;
  const drawn = Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: top,
    marginBottom: height - bottom,
    x: {
      type: 'utc',
      domain: [frame.axis.left, frame.axis.right].map((x) => invert(frame, x)),
    },
    y,
    marks: [
      ...marks,
      Plot.axisX({ anchor: 'bottom', label: null, tickSize: 4, ticks: Math.max(2, width / 90) }),
      () => frameMark(frame, withUndated),
      () => svgElement('g', {}, ...events.flatMap((event) => eventMark(event, top, bottom))),
      () => svgElement('g', {}, ...facts.map((fact) => factMark(fact, frame.axis, bottom, top))),
    ],
  }) as unknown as SVGSVGElement;
  // Plot brings a style sheet of its own, which a strict content security policy would not apply.
  for (const style of Array.from(drawn.querySelectorAll('style'))) style.remove();
  drawn.removeAttribute('class');
  return drawn;
}

function invert({ axis }: Frame, x: number): Date {
  // The axis is linear: two days tell all of it.
  const zero = axis.at(0);
  return dateOf(((x - zero) / (axis.at(1000) - zero)) * 1000);
}

function frameMark({ left, right, top, bottom, axis }: Frame, withUndated: boolean): SVGElement {
  const line = svgElement('line', { class: 'leader', x1: left, x2: right, y1: bottom, y2: bottom });
  const parts = [line];
  if (withUndated) {
    parts.push(
      svgElement('line', { class: 'leader', x1: right + 8, x2: right + 8, y1: top, y2: bottom }),
      svgElement(
        'text',
        { class: 'faint', x: axis.undated, y: bottom + 20, 'text-anchor': 'middle' },
        l10n.t('undated'),
      ),
    );
  }
  return svgElement('g', { 'aria-hidden': 'true' }, ...parts);
}
