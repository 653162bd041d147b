import { calendarDay } from '../../values/calendar.js';
import { csvRow } from '../export/csv.js';
import type { Timeline, TimelineEvent, TimelinePoint, TimelineTime } from './timeline.js';

/**
 * A timeline as CSV (RFC 4180): a row for each value and each event, dates as in ISO 8601. What a
 * spreadsheet would take for a formula is made harmless. An end of a time is its last day.
 */
export function timelineCsv(timeline: Timeline): string {
  const keys = [
    ...new Set(timeline.series.flatMap(({ conditions }) => conditions.map(([key]) => key))),
  ].sort();
  const header = [
    'kind',
    'subject',
    'property',
    ...keys,
    'value',
    'low',
    'high',
    'unit',
    'when',
    'time',
    'starts_from',
    'starts_by',
    'ends_from',
    'ends_by',
    'state',
    'stated_as',
    'said_by',
    'source',
    'reference',
    'contradicted_by',
  ];
  const head = (kind: string): string[] => [kind, timeline.subject, timeline.property];
  return [
    csvRow(header),
    ...timeline.points.map((point) =>
      csvRow([
        ...head('fact'),
        ...conditionsOf(timeline, point, keys),
        ...cellsOf(timeline, point),
      ]),
    ),
    ...timeline.events.map((event) =>
      csvRow([...head('event'), ...keys.map(() => null), ...eventCells(event)]),
    ),
  ].join('');
}

function conditionsOf(
  { series }: Timeline,
  point: TimelinePoint,
  keys: readonly string[],
): readonly (string | null)[] {
  const conditions = new Map(series[point.series]?.conditions);
  return keys.map((key) => conditions.get(key) ?? null);
}

function cellsOf({ series }: Timeline, point: TimelinePoint): readonly (string | number | null)[] {
  const { value, time } = point;
  return [
    value.text,
    value.low,
    value.high,
    series[point.series]?.unit ?? null,
    time.words,
    time.kind,
    ...bounds(time),
    point.state,
    point.statedAs,
    point.saidBy,
    point.source,
    point.reference,
    point.conflicts.map(({ words }) => words).join('; '),
  ];
}

function bounds(time: TimelineTime): readonly (string | null)[] {
  switch (time.kind) {
    case 'unknown':
      return [null, null, null, null];
    case 'instant':
    case 'presumed':
      return [isoDay(time.start), null, null, isoDay(time.end, -1)];
    case 'span':
      return [
        isoDay(time.earliestStart),
        isoDay(time.latestStart, -1),
        isoDay(time.earliestEnd),
        isoDay(time.latestEnd, -1),
      ];
  }
}

function eventCells(event: TimelineEvent): readonly (string | null)[] {
  const value = event.change;
  const time = [event.when, 'event', isoDay(event.start), null, null, isoDay(event.end, -1)];
  return [value, null, null, null, ...time, 'event', event.type, null, event.name, null, null];
}

/** `2006-10-01`; years beyond four digits with their sign, as ISO 8601 has it. */
export function isoDay(days: number | null, shift = 0): string | null {
  if (days === null) {
    return null;
  }
  const { year, month, day } = calendarDay(days + shift);
  const digits = String(Math.abs(year)).padStart(year >= 0 && year <= 9999 ? 4 : 6, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
