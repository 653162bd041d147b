import assert from 'node:assert/strict';
import type {
  Timeline as ReadTimeline,
  TimelineTopic as ReadTopic,
} from '../../../../client/src/timelineData.js';
import type { Timeline } from '../../../../server/src/features/timeline/timeline.js';
import type { TimelineTopic } from '../../../../server/src/features/timeline/timelineTopics.js';

/*
 * Client and server share no code, and the client writes down again what it reads of the answers. Where
 * the server sends anything else, this file does not compile.
 */
const readTimeline = (sent: Timeline): ReadTimeline => sent;
const readTopic = (sent: TimelineTopic): ReadTopic => sent;

describe('what the client reads of a timeline', () => {
  it('is what the server sends', () => {
    const topic: TimelineTopic = {
      subject: 'pct',
      subjectName: 'Primary care trusts',
      property: 'count',
      propertyName: 'Number',
      count: 3,
    };
    assert.equal(readTopic(topic), topic);
    const timeline: Timeline = {
      ...topic,
      axis: 'number',
      series: [],
      points: [],
      events: [],
      leftOut: 0,
      summary: '',
    };
    assert.equal(readTimeline(timeline), timeline);
  });
});
