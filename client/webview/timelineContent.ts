import type { Timeline, TimelineEvent, TimelinePoint } from '../src/timelineData.js';
import { daysOf } from './timelineLayout.js';

/** What one picture shows: points and events with their numbers in the timeline. */
export interface PanelContent {
  readonly timeline: Timeline;
  readonly unit: string | null;
  readonly points: readonly { readonly index: number; readonly point: TimelinePoint }[];
  readonly events: readonly { readonly index: number; readonly event: TimelineEvent }[];
  /** Days; null where nothing has a date. */
  readonly days: readonly [number, number] | null;
}

/** What a series of a timeline has to show. */
export function panelContent(timeline: Timeline, series: number): PanelContent {
  const points = timeline.points
    .map((point, index) => ({ point, index }))
    .filter(({ point }) => point.series === series);
  const events = timeline.events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.series.includes(series));
  return {
    timeline,
    unit: timeline.series[series]?.unit ?? null,
    points,
    events,
    days: daysOf(
      points.map(({ point }) => point),
      events.map(({ event }) => event),
    ),
  };
}
