import type { Corpus } from '../../corpus/corpus.js';
import type { Definition } from '../../sidecars/definition.js';
import { describeDate, readDate } from '../../values/date.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { shownText } from './shownText.js';
import type { TimelineEvent } from './timeline.js';
import { drawnDay } from './timelineTime.js';

/**
 * What happened to a subject: events that are about this property or about none, and when it was
 * founded and dissolved. Undated ones come last.
 *
 * @param places the place of each series, null where none is stated
 */
export function timelineEvents(
  context: FeatureContext,
  subject: string,
  property: string,
  places: readonly (string | null)[],
): readonly TimelineEvent[] {
  const { corpus } = context;
  const events = corpus.register.eventsOf(subject).flatMap(({ uri, definition }) => {
    const field = fieldsOf(definition);
    const stated = field('property');
    return stated === undefined || stated === property
      ? [changeEvent(context, uri, definition, places)]
      : [];
  });
  return [...lifeEvents(context, subject, places), ...events].sort(
    (a, b) => (a.start ?? a.end ?? Infinity) - (b.start ?? b.end ?? Infinity) || 0,
  );
}

function changeEvent(
  context: FeatureContext,
  uri: string,
  definition: Definition,
  places: readonly (string | null)[],
): TimelineEvent {
  const { corpus } = context;
  const field = fieldsOf(definition);
  const place = field('place');
  const before = shownText(field('before') ?? '');
  const after = shownText(field('after') ?? '');
  const change = before === '' && after === '' ? '' : `${before || '?'} → ${after || '?'}`;
  const modality = field('modality') ?? '';
  const type = shownText([modality, field('type') ?? 'event'].join(' '));
  const name = shownText(definition.name?.value ?? definition.id.value);
  const time = timeOf(corpus, field('date'));
  const where = place === undefined ? '' : shownText(corpus.register.nameOf(place));
  return {
    type,
    name,
    change,
    ...time,
    // An event that names no place is about all of them.
    series: places.flatMap((of, index) => (place === undefined || of === place ? index : [])),
    // What is read out holds what is seen, word for word (WCAG 2.5.3).
    label: [change === '' ? type : `${type} ${change}`, time.when, where, `event: ${name}`]
      .filter((part) => part !== '')
      .join('; '),
    place: { uri, range: rangeOf(context, { uri, span: definition.id.span }) },
  };
}

function lifeEvents(
  context: FeatureContext,
  subject: string,
  places: readonly (string | null)[],
): readonly TimelineEvent[] {
  const named = context.corpus.register.findEntity(subject);
  if (named === undefined) {
    return [];
  }
  const { uri, definition } = named;
  const name = shownText(definition.name?.value ?? subject);
  return (['founded', 'dissolved'] as const).flatMap((type) => {
    const written = definition.fields.get(type);
    if (written === undefined) {
      return [];
    }
    const time = timeOf(context.corpus, written.value);
    return [
      {
        type,
        name,
        change: '',
        ...time,
        series: places.map((_, index) => index),
        label: `${type}; ${time.when}; event: ${name}`,
        place: { uri, range: rangeOf(context, { uri, span: written.span }) },
      },
    ];
  });
}

function fieldsOf({ fields }: Definition): (name: string) => string | undefined {
  return (name) => fields.get(name)?.value;
}

function timeOf(
  corpus: Corpus,
  written: string | undefined,
): Pick<TimelineEvent, 'start' | 'end' | 'when'> {
  if (written === undefined) {
    return { start: null, end: null, when: 'undated' };
  }
  const reading = readDate(written, corpus.dateOptions);
  return reading.kind === 'date'
    ? {
        start: drawnDay(reading.date.start),
        end: drawnDay(reading.date.end),
        when: describeDate(reading.date),
      }
    : { start: null, end: null, when: shownText(written) };
}
