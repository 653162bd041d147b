import { canonicalUri } from '../corpus/uri.js';
import { linesOf } from '../features/context.js';
import type { Timeline, TimelinePlace } from '../features/timeline/timeline.js';
import { timelineCsv } from '../features/timeline/timelineCsv.js';
import { timelineOf } from '../features/timeline/timelineOf.js';
import { timelineSubjectAt, timelineTopics } from '../features/timeline/timelineTopics.js';
import type { RequestHost } from './requestHost.js';
import { refusal, type ServerCommand } from './serverCommand.js';

/**
 * `policyFacts.timeline`: with a subject and a property the timeline of these, with a subject its
 * properties, and without either everything there are timelines of: `{topics: […]}`.
 */
const timeline: ServerCommand = {
  name: 'policyFacts.timeline',
  run: (context, args, host) => {
    const [subject, property] = args;
    if (typeof property === 'string' && typeof subject === 'string') {
      const found = timelineOf(context, subject, property);
      return found === null ? nothing(subject, property) : spelled(found, host);
    }
    if (args.some((arg) => arg != null && typeof arg !== 'string')) {
      return refusal('A timeline is asked for by the ids of a subject and a property.');
    }
    const topics = timelineTopics(context, typeof subject === 'string' ? subject : undefined);
    return topics.length === 0 && typeof subject === 'string'
      ? refusal(`No fact is about \`${subject}\`.`)
      : { topics };
  },
};

/** The same as the text of a CSV file. */
const timelineAsCsv: ServerCommand = {
  name: 'policyFacts.timelineCsv',
  run: (context, args) => {
    const [subject = '', property = ''] = args.map(String);
    const found = timelineOf(context, subject, property);
    return found === null ? nothing(subject, property) : timelineCsv(found);
  },
};

/** `{uri, position}` → `{subject, property}` of what stands there; null where there is no timeline of it. */
const timelineAt: ServerCommand = {
  name: 'policyFacts.timelineAt',
  run: (context, [asked]) => {
    const { uri, position } = (asked ?? {}) as Record<string, unknown>;
    const { line, character } = (position ?? {}) as Record<string, unknown>;
    if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') {
      return refusal('A place is a URI and a position.');
    }
    const file = canonicalUri(uri);
    const lines = linesOf(context, file);
    return lines === undefined
      ? null
      : timelineSubjectAt(context, file, lines.offsetAt({ line, character }, context.encoding));
  },
};

export const timelineCommands: readonly ServerCommand[] = [timeline, timelineAsCsv, timelineAt];

function nothing(subject: string, property: string): ReturnType<typeof refusal> {
  return refusal(`No fact states \`${property}\` of \`${subject}\`.`);
}

/** Places as the client spells their files. */
function spelled(found: Timeline, host: RequestHost): Timeline {
  const place = (at: TimelinePlace): TimelinePlace => ({
    ...at,
    uri: host.documents.spelling(at.uri),
  });
  return {
    ...found,
    points: found.points.map((point) => ({
      ...point,
      place: place(point.place),
      words: point.words === null ? null : place(point.words),
    })),
    events: found.events.map((event) => ({ ...event, place: place(event.place) })),
  };
}
