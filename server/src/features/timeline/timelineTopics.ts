import type { FeatureContext } from '../context.js';
import { thingAt } from '../thingAt.js';
import { namesOf } from './timelineOf.js';
import { compareText } from '../../text/compareText.js';

/** A subject with a property that facts state of it. */
export interface TimelineTopic {
  readonly subject: string;
  readonly subjectName: string;
  readonly property: string;
  readonly propertyName: string;
  /** How many facts do. */
  readonly count: number;
}

/** More than these nobody looks through; whoever knows the subject asks for it. */
const LISTED_TOPICS = 2000;

/** What there are timelines of, those with most values first. @param subject for its properties alone */
export function timelineTopics(
  { corpus }: FeatureContext,
  subject?: string,
): readonly TimelineTopic[] {
  return [...corpus.eachTopic()]
    .filter(
      (topic) =>
        topic.subject !== '' &&
        topic.property !== '' &&
        (subject === undefined || topic.subject === subject),
    )
    .sort(
      (a, b) =>
        b.count - a.count ||
        compareText(a.subject, b.subject) ||
        compareText(a.property, b.property),
    )
    .slice(0, LISTED_TOPICS)
    .map((topic) => ({ ...topic, ...namesOf(corpus, topic.subject, topic.property) }));
}

/** What a timeline can be shown of at an offset: of a fact its subject and property, of a name all about it. */
export interface TimelineSubject {
  readonly subject: string;
  readonly property: string | null;
}

/** Null where nothing at the offset has facts about it. */
export function timelineSubjectAt(
  context: FeatureContext,
  uri: string,
  offset: number,
): TimelineSubject | null {
  const { corpus } = context;
  const found = subjectOf(context, uri, offset);
  if (found === null) {
    return null;
  }
  for (const bound of corpus.eachFactAboutForNow(found.subject)) {
    if (found.property === null || bound.propertyId === found.property) {
      return found;
    }
  }
  return null;
}

function subjectOf(context: FeatureContext, uri: string, offset: number): TimelineSubject | null {
  const thing = thingAt(context.corpus, uri, offset);
  switch (thing?.kind) {
    case 'mention': {
      const [first] = thing.candidates;
      return first === undefined ? null : { subject: first.definition.id.value, property: null };
    }
    case 'definition': {
      const { definition } = thing.named;
      const isSubject = definition.kind !== 'property' && definition.kind !== 'event';
      return isSubject ? { subject: definition.id.value, property: null } : null;
    }
    case 'use':
      return context.corpus.register.findEntity(thing.use.id) === undefined
        ? null
        : { subject: thing.use.id, property: null };
    case 'figure':
    case 'quoted': {
      const [first] = thing.facts;
      return first === undefined ? null : { subject: first.subject, property: first.propertyId };
    }
    case 'fact-id':
    case 'quote':
    case 'value':
      return { subject: thing.fact.subject, property: thing.fact.propertyId };
    case 'key':
    case undefined:
      return null;
  }
}
