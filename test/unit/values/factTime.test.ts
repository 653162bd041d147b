import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readDate, type DateRange } from '../../../server/src/values/date.js';
import {
  compareTimes,
  describeTime,
  factTime,
  type FactTime,
} from '../../../server/src/values/factTime.js';

const YEAR = 366;

function date(source: string): DateRange {
  const reading = readDate(source);
  assert.equal(reading.kind, 'date', source);
  return reading.date;
}

/** `from 2006-10 until 2007`, `as of 2006`, `presumed 2006`, `until 2006-09 in 2006-05-30` (the publication date). */
function time(words: string): FactTime {
  const part = (key: string): DateRange | undefined => {
    const found = new RegExp(`${key} (\\S+)`).exec(words)?.[1];
    return found === undefined ? undefined : date(found);
  };
  const [from, until, asOf] = [part('from'), part('until'), part('as of')];
  const published = part('presumed') ?? part('in');
  return factTime(
    { ...(from && { from }), ...(until && { until }), ...(asOf && { asOf }) },
    published,
  );
}

const TABLE: readonly (readonly [string, string, string])[] = [
  ['until 2006-09', 'from 2006-10', 'apart before'],
  ['until 2006-09 in 2006-05-30', 'from 2006-10 in 2006-05-30', 'apart before'],
  ['until 2006-10', 'from 2006-10', 'maybe'],
  ['until 2006-10-01', 'from 2006-10-01', 'maybe'],
  ['until 2006-09', 'until 2006-09', 'overlap'],
  ['from 2006-10', 'from 2006-10', 'overlap'],
  ['from 2002 until 2006', 'from 2004 until 2008', 'overlap'],
  ['from 2002 until 2004', 'from 2006', 'apart before'],
  ['from 2002 in 2009', 'from 2004 in 2009', 'overlap'],
  ['until 2003', 'until 2006', 'maybe'],
  ['from 2006', 'presumed 2006', 'maybe'],
  ['from 2002 until 2010', 'presumed 2006-05-30', 'overlap'],
  ['from 2002 until 2010', 'presumed 2009~', 'maybe'],
  ['from 2002 until 2012', 'presumed 2009~', 'overlap'],
  // A stated end is a wall: a presumed time does not reach across it, however near.
  ['until 2006-09', 'presumed 2006-10-01', 'apart before'],
  ['until 2006-09', 'presumed 2006-09-30', 'maybe'],
  ['presumed 2006-05-30', 'presumed 2006-05-30', 'overlap'],
  ['presumed 2010-07-12', 'presumed 2010-11-30', 'overlap 141'],
  ['presumed 2010-07-12', 'as of 2010-11-30', 'overlap 141'],
  ['presumed 2006-05-30', 'presumed 2009-06-01', 'apart before'],
  ['presumed 2006', 'presumed 2007', 'maybe'],
  ['presumed 2009~', 'presumed 2010~', 'maybe'],
  ['as of 2009~', 'as of 2010', 'maybe'],
  ['as of 2006', 'as of 2006', 'overlap'],
  ['as of 2006', 'as of 2006-05', 'overlap'],
  ['as of 2006-05', 'as of 2006-06', 'apart before'],
  ['as of 2008/2010', 'as of 2009', 'maybe'],
  ['as of 2006', '', 'unknown'],
  ['', '', 'unknown'],
];

function relation(a: FactTime, b: FactTime): string {
  const found = compareTimes(a, b, YEAR);
  if (found.relation === 'unknown') return 'unknown';
  return [found.relation, found.order, found.stretchedDays]
    .filter((part) => part !== undefined)
    .join(' ');
}

describe('compareTimes', () => {
  for (const [a, b, expected] of TABLE) {
    it(`finds ${a || 'no date'} and ${b || 'no date'}: ${expected}`, () => {
      assert.equal(relation(time(a), time(b)), expected);
      assert.equal(relation(time(b), time(a)), expected.replace('before', 'after'));
    });
  }

  it('takes the facts of one article to share its publication, however vaguely dated', () => {
    const published = date('2009~');
    assert.equal(relation(factTime({}, published), factTime({}, published)), 'overlap');
  });

  it('is symmetric', () => {
    const flip = { before: 'after', after: 'before' } as const;
    fc.assert(
      fc.property(anyTime(), anyTime(), fc.nat(800), (a, b, stable) => {
        const there = compareTimes(a, b, stable);
        const back = compareTimes(b, a, stable);
        const order = 'order' in there ? { order: flip[there.order] } : {};
        assert.deepEqual(back, { ...there, ...order });
      }),
    );
  });

  it('lets no span begin after it must have ended', () => {
    fc.assert(
      fc.property(anyTime(), (held) => {
        if (held.kind === 'span')
          assert.ok(held.earliestStart <= held.latestStart && held.earliestEnd <= held.latestEnd);
      }),
    );
  });
});

function anyTime(): fc.Arbitrary<FactTime> {
  const sources = [
    '2004',
    '2005-03',
    '2006-10-01',
    '2006-09',
    '2006-10',
    '2009~',
    '2008/2010',
    '../2006',
    '2006/..',
    '/2006',
    '2010/',
  ];
  const maybeDate = fc.option(fc.constantFrom(...sources).map(date), { nil: undefined });
  return fc
    .tuple(maybeDate, maybeDate, maybeDate, maybeDate)
    .filter(([from, until]) => from === undefined || until === undefined || from.end <= until.start)
    .map(([from, until, asOf, published]) =>
      factTime(
        { ...(from && { from }), ...(until && { until }), ...(asOf && { asOf }) },
        published,
      ),
    );
}

describe('describeTime', () => {
  it('is plain English', () => {
    const words = {
      'as of 2006-05': 'as of May 2006',
      'until 2006-09': 'until September 2006',
      'from 2006-10 until 2013-03-31': 'from October 2006 until 31 March 2013',
      'presumed 2010-07-12': '12 July 2010',
      '': 'undated',
    };
    for (const [source, expected] of Object.entries(words))
      assert.equal(describeTime(time(source)), expected);
  });
});
