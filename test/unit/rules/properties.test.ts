import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Severity } from '../../../server/src/rules/finding.js';
import { judgePair } from '../../../server/src/rules/judgePair.js';
import { rules } from '../../../server/src/rules/table.js';
import { filesOf, type Side } from './pairs.js';
import { checkFiles, inOneLine, uriOf, withFile, worldOf, type Files } from './world.js';

/*
 * Laws of the check as a whole. That the order of files and of facts changes nothing is shown in
 * ../corpus/incremental.test.ts and ../corpus/symmetry.test.ts, what two facts are to each other in
 * oracle.test.ts.
 */

const pairCodes = new Set(rules.filter(({ kind }) => kind === 'pair').map(({ code }) => code));
/** What claims that two facts cannot both be true. */
const conflictCodes = new Set(
  [...pairCodes].filter((code) => !['unexplained-change', 'plan-not-met'].includes(code)),
);
const mildestFirst: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

function pairFindings(files: Files): readonly Finding[] {
  return checkFiles(files).filter(({ code }) => pairCodes.has(code));
}

function conflicts(files: Files): readonly Finding[] {
  return checkFiles(files).filter(({ code }) => conflictCodes.has(code));
}

/** How bad it is: 0 for nothing, 4 for an error. */
function worst(findings: readonly Finding[]): number {
  return Math.max(0, ...findings.map(({ severity }) => mildestFirst.indexOf(severity) + 1));
}

const figure = fc.integer({ min: 0, max: 60 });
const value = fc.oneof(
  figure.map((n) => `value: ${n}`),
  figure.map((n) => `value: about ${n}`),
  figure.map((n) => `value: at least ${n}`),
  figure.map((n) => `value: fewer than ${n}`),
  fc.tuple(figure, figure).map(([n, more]) => `value: ${n}..${n + more}`),
);
const dates = [
  'asOf: 2010-07',
  'asOf: 2009~',
  'asOf: 2005',
  'until: 2006-09',
  'from: 2006-10',
  'from: 2005 ; until: 2008',
];
const time = fc.constantFrom('', ...dates);
const keys = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ; ');

const fact = fc
  .tuple(
    value,
    time,
    fc.constantFrom('', '', 'saidBy: union', 'saidBy: anonymous', 'saidBy: [union, ann]'),
    fc.constantFrom('', '', '', 'modality: planned', 'modality: forecast'),
    fc.constantFrom('', '', '', 'polarity: negative'),
    fc.constantFrom('', '', '', 'rank: preferred', 'place: england'),
  )
  .map(keys);
const side: fc.Arbitrary<Side> = fc
  .record({
    front: fc.constantFrom(
      undefined,
      'published: 2010-07-12',
      'published: 2010',
      'published: 2007',
    ),
    facts: fc.array(fact, { minLength: 1, maxLength: 3 }),
  })
  .map(({ front, facts }) => (front === undefined ? { facts } : { front, facts }));
const sides = fc.array(side, { minLength: 2, maxLength: 3 });

/** The same articles with another first fact in the first. */
/**
 * The conflicts at the first fact's end. At the other ends two facts that are written alike make one
 * finding, so their number would depend on the words.
 */
function ofFirstFact(files: Files): readonly Finding[] {
  const text = files['a.facts.yaml'] ?? '';
  const next = text.indexOf('\n  - ', text.indexOf('  - ') + 1);
  const end = next < 0 ? text.length : next;
  return conflicts(files).filter(
    ({ uri, span }) => uri.endsWith('/a.facts.yaml') && span.start < end,
  );
}

function withFirst([first, ...others]: readonly Side[], one: string): readonly Side[] {
  return first === undefined
    ? others
    : [{ ...first, facts: [one, ...first.facts.slice(1)] }, ...others];
}

describe('a law of the check:', () => {
  function holds(name: string, property: fc.IProperty<unknown>): void {
    it(name, function () {
      this.timeout(60_000);
      fc.assert(property, { numRuns: 150 });
    });
  }

  holds(
    'what is found at one end of a pair is found at the other',
    fc.property(sides, (all) => {
      const files = filesOf(all);
      const found = pairFindings(files);
      for (const { uri, span, code, related } of found) {
        const [other] = related;
        assert.ok(
          found.some(
            (back) =>
              back.code === code &&
              back.uri === other?.uri &&
              back.span.start === other.span.start &&
              back.related[0]?.uri === uri &&
              back.related[0].span.start === span.start,
          ),
          code,
        );
      }
    }),
  );

  holds(
    'a wider value makes no conflict',
    fc.property(sides, figure, figure, figure, time, (all, n, less, more, when) => {
      const exact = ofFirstFact(filesOf(withFirst(all, keys([`value: ${n}`, when]))));
      const range = `value: ${Math.max(0, n - less)}..${n + more}`;
      for (const wider of [range, `value: about ${n}`, `value: at least ${n}`, 'value: several']) {
        const found = ofFirstFact(filesOf(withFirst(all, keys([wider, when]))));
        assert.ok(found.length <= exact.length, found.map(inOneLine).join('\n'));
      }
    }),
  );

  holds(
    'saying it less surely makes nothing worse',
    fc.property(sides, fact, (all, one) => {
      const surely = pairFindings(filesOf(withFirst(all, one)));
      for (const hedge of ['certainty: probable', 'certainty: possible']) {
        const hedged = pairFindings(filesOf(withFirst(all, keys([one, hedge]))));
        assert.ok(worst(hedged) <= worst(surely), hedged.map(inOneLine).join('\n'));
        assert.equal(hedged.length, surely.length);
      }
    }),
  );

  holds(
    'a date given to an undated fact makes no conflict where there was none',
    fc.property(value, fact, side, fc.constantFrom(...dates), (undatedValue, one, other, date) => {
      const files = (when: string): Files =>
        filesOf([{ facts: [keys([undatedValue, when])] }, { ...other, facts: [one] }]);
      if (conflicts(files('')).length === 0) {
        assert.deepEqual(conflicts(files(date)).map(inOneLine), []);
      }
    }),
  );

  holds(
    'a copy that names its original adds no conflict',
    fc.property(sides, (all) => {
      const files = filesOf(all);
      const before = conflicts(files).map(inOneLine);
      const text = files['a.facts.yaml'] ?? '';
      const article = files['a.md'] ?? '';
      const copied = withFile(
        withFile(files, 'z.md', article),
        'z.facts.yaml',
        `article: {basedOn: [a]}\n${text}`,
      );
      const after = conflicts(copied).filter(({ uri }) => uri !== uriOf('z.facts.yaml'));
      assert.deepEqual(after.map(inOneLine), before);
    }),
  );

  holds(
    'a deprecated fact is in no pair',
    fc.property(sides, fact, (all, one) => {
      const plain = one.replace(/ ; rank: \w+/, '');
      const files = filesOf(withFirst(all, `${plain} ; rank: deprecated ; reason: R`));
      const span = worldOf(files).corpus.sidecar(uriOf('a.facts.yaml'))?.facts[0]?.fact.span;
      assert.ok(span);
      const places = pairFindings(files).flatMap((found) => [found, ...found.related.slice(0, 1)]);
      const inside = places.filter(
        (place) =>
          place.uri === uriOf('a.facts.yaml') &&
          place.span.start >= span.start &&
          place.span.end <= span.end,
      );
      assert.deepEqual(inside, []);
    }),
  );
});

describe('a slot full of contradictions', () => {
  const many = Array.from({ length: 60 }, (_, index) => `value: ${index}`);

  it('tells at most 20 of each kind at a fact, the nearest, and counts the others', () => {
    const found = conflicts(filesOf([{ facts: many }]));
    assert.equal(found.length, 60 * 20);
    const files = filesOf([{ facts: many }]);
    const facts = worldOf(files).corpus.sidecar(uriOf('a.facts.yaml'))?.facts ?? [];
    const here = facts[30]?.fact.value?.span.start;
    const partners = found
      .filter(({ span }) => span.start === here)
      .map(({ related }) =>
        facts.findIndex((bound) => bound.fact.value?.span.start === related[0]?.span.start),
      )
      .sort((a, b) => a - b);
    const nearest = Array.from({ length: 21 }, (_, index) => 20 + index).filter((at) => at !== 30);
    assert.deepEqual(partners, nearest);
    const counts = found.flatMap(
      ({ message }) => /\(and (\d+) more like this\)$/.exec(message)?.[1] ?? [],
    );
    assert.deepEqual(counts, Array<string>(60).fill('39'));
  });

  it('hides no warning behind hints', () => {
    const facts = many.map((one, index) =>
      index === 0 || index > 40
        ? one
        : `${one} ; acknowledged: [{code: undated-conflict, reason: R}]`,
    );
    const files = filesOf([{ facts }]);
    const first = worldOf(files).corpus.sidecar(uriOf('a.facts.yaml'))?.facts[0]?.fact.value?.span;
    const atFirst = conflicts(files).filter(({ span }) => span.start === first?.start);
    assert.deepEqual(
      atFirst.map(({ severity }) => severity).sort(),
      [...Array<string>(1).fill('hint'), ...Array<string>(19).fill('warning')].sort(),
    );
  });

  it('tells of changes only from one time to the next', () => {
    const years = Array.from({ length: 60 }, (_, at) => `value: ${at} ; asOf: ${1900 + at}`);
    const found = pairFindings(filesOf([{ facts: years }]));
    assert.equal(found.length, 2 * 59);
    assert.ok(found.every(({ code }) => code === 'unexplained-change'));
  });

  it('keeps the order of the two facts out of it', () => {
    const { corpus } = worldOf(filesOf([{ facts: ['value: 1', 'value: 2'] }]));
    const [a, b] = corpus.sidecar(uriOf('a.facts.yaml'))?.facts ?? [];
    assert.ok(a && b);
    assert.equal(judgePair(a, b, corpus)?.code, judgePair(b, a, corpus)?.code);
  });
});
