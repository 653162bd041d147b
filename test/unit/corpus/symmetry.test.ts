import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgePair, type PairCode } from '../../../server/src/rules/judgePair.js';
import { rules } from '../../../server/src/rules/table.js';
import { filesOf, type Side } from '../rules/pairs.js';
import { uriOf, worldOf } from '../rules/world.js';

/* Laws of comparing: it does not matter which fact comes first, and saying less is never worse. */

const none = '';

const figures = fc.constantFrom(
  '152',
  '151',
  '100',
  'about 150',
  'at least 150',
  'at most 151',
  'more than 152',
  'fewer than 152',
  '100..151',
  'several',
  'five',
  '£5bn',
  '30%',
);

const times = fc.constantFrom(
  none,
  'asOf: 2010-07',
  'asOf: 2009~',
  'asOf: 2010',
  'asOf: 2005',
  'until: 2006-09',
  'until: 2006-10',
  'from: 2006-10',
  'from: 2005 ; until: 2008',
  'asOf: 2009/..',
  'asOf: /2013',
  'from: 2006-10~ ; until: 2007?',
);

const fact = fc
  .tuple(
    figures.map((value) => `value: ${value}`),
    times,
    fc.constantFrom(
      none,
      'saidBy: union',
      'saidBy: ministry',
      'saidBy: anonymous',
      'saidBy: [union, ann]',
    ),
    fc.constantFrom(none, none, 'modality: planned', 'modality: forecast', 'modality: desired'),
    fc.constantFrom(none, none, 'certainty: possible'),
    fc.constantFrom(none, none, 'polarity: negative'),
    fc.constantFrom(none, none, none, 'rank: preferred', 'rank: deprecated ; reason: R'),
    fc.constantFrom(none, none, none, 'disputes: a#1', 'denies: b#1', 'supersedes: a#1'),
  )
  .map((keys) => keys.filter((key) => key !== none).join(' ; '));

const front = fc.constantFrom(
  undefined,
  'published: 2010-07-12',
  'published: 2010',
  'published: 2007~',
);

const side: fc.Arbitrary<Side> = fc
  .record({ front, facts: fact.map((one) => [one]) })
  .map(({ front: lines, facts }) => (lines === undefined ? { facts } : { front: lines, facts }));

interface Verdicts {
  readonly there: PairCode | null;
  readonly back: PairCode | null;
  readonly worst: string;
}

function judge(a: Side, b: Side): Verdicts {
  const { corpus, checker } = worldOf(filesOf([a, b]));
  const here = corpus.sidecar(uriOf('a.facts.yaml'))?.facts[0];
  const there = corpus.sidecar(uriOf('b.facts.yaml'))?.facts[0];
  assert.ok(here && there);
  const severities = checker
    .all()
    .filter(({ code }) => rules.some((rule) => rule.kind === 'pair' && rule.code === code))
    .map(({ severity }) => severity);
  return {
    there: judgePair(here, there, corpus)?.code ?? null,
    back: judgePair(there, here, corpus)?.code ?? null,
    worst: severities.includes('warning') || severities.includes('error') ? 'warning' : 'less',
  };
}

describe('comparing two facts', () => {
  it('gives the same from either side', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { there, back } = judge(a, b);
        assert.equal(there, back);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same whichever article comes first', function () {
    this.timeout(60_000);
    const unlinked = side.filter(({ facts }) => !facts.some((one) => one.includes('#')));
    fc.assert(
      fc.property(unlinked, unlinked, (a, b) => {
        assert.equal(judge(a, b).there, judge(b, a).there);
      }),
      { numRuns: 200 },
    );
  });

  it('finds nothing between a statement and itself, from speakers of one mind', function () {
    this.timeout(60_000);
    const unlinked = side.filter(({ facts }) => !facts.some((one) => one.includes('#')));
    fc.assert(
      fc.property(unlinked, (one) => {
        assert.equal(judge(one, one).there, null);
      }),
      { numRuns: 100 },
    );
  });

  it('a wider value never makes a warning', function () {
    this.timeout(60_000);
    const number = fc.integer({ min: 0, max: 400 });
    const widened = number.chain((n) =>
      fc.record({
        exact: fc.constant(`value: ${n}`),
        wide: fc.constantFrom(
          `value: about ${n}`,
          `value: at least ${n}`,
          `value: up to ${n}`,
          `value: ${Math.max(0, n - 7)}..${n + 9}`,
          `value: {min: ${n}}`,
          `value: several`,
        ),
      }),
    );
    const other = fc
      .tuple(number, fc.constantFrom('', 'about ', 'at least ', 'fewer than '), fc.boolean(), times)
      .map(([n, hedge, denied, time]) =>
        [
          `value: ${hedge}${n}`,
          ...(denied ? ['polarity: negative'] : []),
          ...(time === none ? [] : [time]),
        ].join(' ; '),
      );
    fc.assert(
      fc.property(widened, other, front, ({ exact, wide }, against, lines) => {
        const as = (keys: string): Side =>
          lines === undefined ? { facts: [keys] } : { front: lines, facts: [keys] };
        if (judge(as(exact), as(against)).worst === 'less') {
          assert.equal(judge(as(wide), as(against)).worst, 'less');
        }
      }),
      { numRuns: 300 },
    );
  });
});
