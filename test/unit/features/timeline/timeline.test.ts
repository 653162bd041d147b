import assert from 'node:assert/strict';
import { dayNumber } from '../../../../server/src/values/calendar.js';
import type { TimelinePlace } from '../../../../server/src/features/timeline/timeline.js';
import { timelineOf } from '../../../../server/src/features/timeline/timelineOf.js';
import { drawnDay } from '../../../../server/src/features/timeline/timelineTime.js';
import {
  timelineSubjectAt,
  timelineTopics,
} from '../../../../server/src/features/timeline/timelineTopics.js';
import { uriOf } from '../../rules/world.js';
import { contextOf, factsFile, seeds, timelineIn } from './timelines.js';

describe('the data of a timeline', () => {
  it('has every count of primary care trusts in the sample, by place and time', () => {
    const { series, points, axis, subjectName, summary } = timelineIn(seeds());
    assert.equal(axis, 'number');
    assert.equal(subjectName, 'Primary care trusts');
    assert.deepEqual(
      series.map(({ label, count }) => `${label} ${count}`),
      ['England 6', 'Essex 3', 'Birmingham 1'],
    );
    assert.deepEqual(
      points
        .filter(({ series: at }) => at === 0)
        .map(({ value, time, state }) => `${value.text} ${time.kind} ${time.words} ${state}`),
      [
        '303 span until September 2006 fact',
        '303 span until September 2006 fact',
        '152 span from October 2006 commitment',
        '151 span from October 2006 fact',
        '152 presumed presumed about 2009, the article’s date fact',
        '152 presumed presumed about 2009, the article’s date fact',
      ],
    );
    assert.match(summary, /10 values from 5 files .* 4 contradicted by another\./);
  });

  it('says of a stretch what is sure and what may be, in days', () => {
    const [before] = timelineIn(seeds()).points;
    assert.deepEqual(before?.time, {
      kind: 'span',
      earliestStart: null,
      latestStart: dayNumber(2006, 5, 31),
      earliestEnd: dayNumber(2006, 9, 1),
      latestEnd: dayNumber(2006, 10, 1),
      statedStart: false,
      statedEnd: true,
      words: 'until September 2006',
    });
  });

  it('names the other side of a conflict, both ways', () => {
    const { points } = timelineIn(seeds());
    const draft = points.findIndex(({ value }) => value.text === '151');
    const [conflict] = points[draft]?.conflicts ?? [];
    assert.equal(conflict?.words, '152 in 002-tory-health-plans#trusts-152');
    const other = points[conflict.point ?? -1];
    assert.ok(other?.conflicts.some(({ point }) => point === draft) === true);
    assert.match(other.label, /contradicted by 151 in briefing-draft#count-since-2006$/);
  });

  it('names the property of a conflict that is about another one', () => {
    const [bodies] =
      timelineOf(contextOf(seeds()), 'strategic-commissioning-body', 'count')?.points ?? [];
    assert.deepEqual(bodies?.conflicts, [
      {
        code: 'disputed',
        point: null,
        words: 'plans-merger: not true in 002-tory-health-plans#merger-plan-denied',
      },
    ]);
  });

  it('has events with what they changed, for the places they are about, and begin and end', () => {
    const { events } = timelineIn(seeds());
    assert.deepEqual(
      events.map(({ type, change, when, series }) => [type, change, when, series.join()]),
      [
        ['founded', '', '2002', '0,1,2'],
        ['merger', '303 → 152', 'October 2006', '0'],
        ['merger', '303 → 152', '1 October 2006', '0'],
        ['dissolved', '', '31 March 2013', '0,1,2'],
        ['planned abolition', '', '2013/14', '0,1,2'],
        ['proposed merger', '5 → 2', 'undated', '1'],
      ],
    );
  });

  it('leads to the fact and to the words that state it', () => {
    const files = seeds();
    const [, , after] = timelineIn(files).points;
    const textAt = (place: TimelinePlace): string => {
      const name = place.uri.slice(place.uri.lastIndexOf('/') + 1);
      const { start, end } = place.range;
      return (files[name]?.split('\n')[start.line] ?? '').slice(start.character, end.character);
    };
    assert.ok(after?.words);
    assert.equal(textAt(after.place), 'count-after');
    assert.match(textAt(after.words), /^fall from 303 to \**152$/);
  });

  it('has figures as intervals, open where they have no bound, and words for what is none', () => {
    const values = ['~40', '500..600', '>=6', '<=50', 'several', '152'];
    const { points } = timelineIn(
      factsFile(values.map((value, index) => `value: "${value}", asOf: 200${index}`)),
      'c',
    );
    assert.deepEqual(
      points.map(({ value }) => [value.text, value.low, value.middle, value.high]),
      [
        ['~40', 35, 40, 45],
        ['500..600', 500, 550, 600],
        ['>=6', 6, 6, null],
        ['<=50', null, 50, 50],
        ['several', null, null, null],
        ['152', 152, 152, 152],
      ],
    );
  });

  it('keeps open, unknown and far-off times apart', () => {
    const { points } = timelineIn(
      factsFile([
        'value: 1, from: 2006',
        'value: 2',
        'value: 3, asOf: ../2004',
        'value: 4, asOf: Y170000002',
      ]),
      'c',
    );
    const times = new Map(points.map(({ value, time }) => [value.text, time]));
    const [from, unknown, open, far] = ['1', '2', '3', '4'].map((text) => times.get(text));
    assert.equal(from?.kind === 'span' && from.latestEnd, null);
    assert.deepEqual(unknown, { kind: 'unknown', words: 'undated' });
    assert.deepEqual(far, unknown);
    assert.deepEqual([Infinity, -1e12, 0].map(drawnDay), [null, null, 0]);
    assert.ok(
      open?.kind === 'instant' && open.start === null && open.end === dayNumber(2005, 1, 1),
    );
  });

  it('draws denials and what is deprecated apart', () => {
    const { points } = timelineIn(
      factsFile([
        'value: 1, polarity: negative, asOf: 2001',
        'value: 2, rank: deprecated, reason: x, asOf: 2002',
        'value: 3, modality: forecast, asOf: 2003',
      ]),
      'c',
    );
    assert.deepEqual(
      points.map(({ state, statedAs, value }) => `${state}; ${statedAs}; ${value.text}`),
      ['denied; denied; not 1', 'deprecated; deprecated; 2', 'expectation; forecast; 3'],
    );
  });

  it('shows hostile names as plain text on one line', () => {
    const files = factsFile([
      'value: 1, place: "__proto__", asOf: 2001',
      'value: 2, place: "<b>\\u0001\\u202Ex\\nconstructor", asOf: 2001',
      `value: 3, place: "${'x'.repeat(5000)}", asOf: 2001`,
    ]);
    const timeline = timelineIn(files, 'c');
    const labels = timeline.series.map(({ label }) => label);
    assert.ok(labels.includes('__proto__'));
    assert.ok(labels.includes('<b> x constructor'));
    assert.ok(labels.every((label) => label.length <= 501));
    assert.doesNotMatch(JSON.stringify(timeline), /\\u0001|\u202E/);
    assert.deepEqual(JSON.parse(JSON.stringify(timeline)), timeline);
  });

  it('is null for what nobody states, also where an object would have a key of that name', () => {
    const context = contextOf(seeds());
    for (const [subject, property] of [
      ['pct', 'truth'],
      ['__proto__', 'count'],
      ['pct', 'constructor'],
      ['', ''],
    ] as const) {
      assert.equal(timelineOf(context, subject, property), null);
    }
  });

  it('lists 500 facts by time, and of too many the latest', () => {
    const fact = (index: number): string =>
      `value: 7, asOf: ${1000 + (index % 1000)}-0${1 + (index % 9)}`;
    const many = (count: number) =>
      timelineIn(factsFile(Array.from({ length: count }, (_, index) => fact(index))), 'c');
    const some = many(500);
    assert.equal(some.points.length, 500);
    const days = some.points.map(({ time }) => (time.kind === 'instant' ? time.start : null));
    assert.deepEqual(
      days,
      [...days].sort((a, b) => (a ?? 0) - (b ?? 0)),
    );
    const crowd = many(2100);
    assert.equal(crowd.points.length, 2000);
    assert.equal(crowd.leftOut, 100);
    assert.match(crowd.summary, /100 earlier values are left out/);
  });
});

describe('what there are timelines of', () => {
  it('is listed with most values first, or for one subject alone', () => {
    const context = contextOf(seeds());
    const topics = timelineTopics(context);
    const counts = topics.map(({ count }) => count);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => b - a),
    );
    assert.deepEqual(topics[0], {
      subject: 'pct',
      subjectName: 'Primary care trusts',
      property: 'status',
      propertyName: 'Status',
      count: 25,
    });
    const own = timelineTopics(context, 'nhs');
    assert.ok(own.length > 0 && own.every(({ subject }) => subject === 'nhs'));
    assert.deepEqual(timelineTopics(context, 'nobody'), []);
  });

  it('is found at a name, an id and a value', () => {
    const files = seeds();
    const context = contextOf(files);
    const at = (name: string, text: string) =>
      timelineSubjectAt(context, uriOf(name), (files[name] ?? '').indexOf(text) + 1);
    const register = 'organisations.facts.yaml';
    const sidecar = '003-mergers-confirmed.facts.yaml';
    assert.deepEqual(at('003-mergers-confirmed.md', 'PCTs'), { subject: 'pct', property: null });
    assert.deepEqual(at(register, 'pct:'), { subject: 'pct', property: null });
    assert.deepEqual(at(sidecar, '303'), { subject: 'pct', property: 'count' });
    assert.equal(at(register, 'kind: class'), null);
    assert.equal(timelineSubjectAt(context, uriOf('none.md'), 0), null);
  });
});
