import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { topicKey } from '../../corpus/slot.js';
import type { FeatureContext } from '../context.js';
import { shownText } from './shownText.js';
import type { Timeline, TimelinePoint } from './timeline.js';
import { timelineEvents } from './timelineEvents.js';
import { timelinePoints } from './timelinePoints.js';
import { seriesOf } from './timelineSeries.js';
import { sortingDay, timelineTime } from './timelineTime.js';

/** So many values are listed: more would be no picture. */
const MOST_POINTS = 2000;

/** Every value of a property of a subject; null where no fact states one. */
export function timelineOf(
  context: FeatureContext,
  subject: string,
  property: string,
): Timeline | null {
  const { corpus } = context;
  const all = inTime(corpus.factsOfTopicForNow(topicKey({ subject, propertyId: property })));
  if (all.length === 0) {
    return null;
  }
  const facts = all.slice(-MOST_POINTS);
  const groups = seriesOf(facts, corpus);
  const points = timelinePoints(context, facts, groups);
  const events = timelineEvents(context, subject, property, groups.places);
  const names = namesOf(corpus, subject, property);
  return {
    subject,
    ...names,
    property,
    axis: points.some(({ value }) => value.middle !== null) ? 'number' : 'words',
    series: groups.series,
    points,
    events,
    leftOut: all.length - facts.length,
    summary: summaryOf(names, points, events.length, all.length - facts.length),
  };
}

/** The names behind the ids of a subject and a property. */
export function namesOf(
  { register }: Corpus,
  subject: string,
  property: string,
): Pick<Timeline, 'subjectName' | 'propertyName'> {
  return {
    subjectName: shownText(register.nameOf(subject)),
    propertyName: shownText(register.property(property)?.name ?? property),
  };
}

/** By time; of one time in the order of places. */
function inTime(facts: readonly BoundFact[]): readonly BoundFact[] {
  return facts
    .map((bound, index) => ({ bound, index, day: sortingDay(timelineTime(bound.time)) }))
    .sort((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? -1 : 1))
    .map(({ bound }) => bound);
}

function summaryOf(
  { subjectName, propertyName }: Pick<Timeline, 'subjectName' | 'propertyName'>,
  points: readonly TimelinePoint[],
  events: number,
  leftOut: number,
): string {
  const counted = (count: number, one: string, many = `${one}s`): string =>
    `${count} ${count === 1 ? one : many}`;
  const of = (state: TimelinePoint['state']): number =>
    points.filter((point) => point.state === state).length;
  const kinds = [
    of('fact') > 0 ? counted(of('fact'), 'fact') : '',
    of('commitment') > 0 ? counted(of('commitment'), 'plan or duty', 'plans or duties') : '',
    of('expectation') > 0
      ? counted(of('expectation'), 'forecast or wish', 'forecasts or wishes')
      : '',
    of('denied') > 0 ? counted(of('denied'), 'denial') : '',
    of('deprecated') > 0 ? `${of('deprecated')} deprecated` : '',
  ].filter((part) => part !== '');
  const contested = points.filter(({ conflicts }) => conflicts.length > 0).length;
  const articles = new Set(points.map(({ place }) => place.uri)).size;
  return [
    `${subjectName}, ${propertyName}: ${counted(points.length, 'value')} from ${counted(articles, 'file')} (${kinds.join(', ')})${events === 0 ? '' : ` and ${counted(events, 'event')}`}.`,
    contested === 0 ? 'None is contradicted.' : `${contested} contradicted by another.`,
    leftOut === 0 ? '' : `${leftOut} earlier values are left out.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
