import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { topicKey } from '../../../server/src/corpus/slot.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { inOneLine, root, uriOf, type Files } from '../rules/world.js';
import { pool } from './pool.js';
import { after, lines, pools, step, steps, type Step } from './steps.js';

/*
 * Whatever was typed, added and removed on the way, the findings are those of a fresh start; and a
 * change names every file whose findings it changes.
 */

/** All files first, then one check of everything: nothing is left over from a step before. */
function fresh(files: ReadonlyMap<string, string>): Checker {
  const corpus = new Corpus();
  for (const [name, text] of files) {
    corpus.setFile({ uri: uriOf(name), root, text });
  }
  const checker = new Checker(corpus);
  checker.update({
    files: new Set([...files.keys()].map(uriOf)),
    slots: new Set(corpus.slotKeys()),
    topics: new Set(corpus.sidecars().flatMap(({ facts }) => facts.map(topicKey))),
    moved: new Set(),
    register: true,
  });
  return checker;
}

function assertSpansInside(findings: readonly Finding[], files: Files): void {
  for (const finding of findings) {
    for (const { uri, span } of [finding, ...finding.related]) {
      const text = files[Object.keys(files).find((name) => uriOf(name) === uri) ?? ''];
      assert.ok(text !== undefined, `${uri} is not there: ${inOneLine(finding)}`);
      assert.ok(
        0 <= span.start && span.start <= span.end && span.end <= text.length,
        `${span.start}-${span.end} of ${text.length} in ${uri}: ${inOneLine(finding)}`,
      );
    }
  }
}

function fact(keys: string): string {
  return `facts: [{subject: pct, property: count, value: 1, ${keys}}]\n`;
}

function assertAsFresh(taken: readonly Step[]): void {
  const corpus = new Corpus();
  const checker = new Checker(corpus);
  for (const { name, text } of taken) {
    const uri = uriOf(name);
    checker.update(
      text === undefined ? corpus.removeFile(uri) : corpus.setFile({ uri, root, text }),
    );
  }
  const files = after(taken);
  assert.deepEqual(lines(checker.all()), lines(fresh(files).all()));
  assertSpansInside(checker.all(), Object.fromEntries(files));
}

/** What went wrong once. Only the last text of each file may count. */
const histories: Readonly<Record<string, readonly Step[]>> = {
  'an article that a misspelt reference meant is added': [
    step('a.facts.yaml', fact('supersedes: fooo#x')),
    step('foo.facts.yaml', fact('note: None.')),
  ],
  'an article that a misspelt reference meant is removed': [
    step('foo.facts.yaml', fact('note: None.')),
    step('a.facts.yaml', fact('supersedes: fooo#x')),
    step('foo.facts.yaml'),
  ],
  'an article that a misspelt `basedOn` meant is added': [
    step('a.md', 'Words.\n'),
    step('a.facts.yaml', 'article: {basedOn: [fooo]}\n'),
    step('foo.md', 'Words.\n'),
  ],
  'a name behind an alias is changed': ['One', 'Two'].flatMap((name) => [
    step('r.facts.yaml', `organisations:\n  base: &b {name: ${name}}\n  pct: *b\n`),
    step('a.facts.yaml', fact('asOf: 2001')),
    step('b.facts.yaml', fact('asOf: 2001, polarity: negative')),
    step('r.facts.yaml', `organisations:\n  base: &b {name: ${name}}\n  pct: *b\n`),
  ]),
  'an event behind an alias moves in time': [
    step('r.facts.yaml', 'x: &b {type: merger, subject: pct, date: 1990}\nevents: {e: *b}\n'),
    step('a.facts.yaml', fact('asOf: 2001')),
    step('b.facts.yaml', fact('asOf: 2004, polarity: negative')),
    step('r.facts.yaml', 'x: &b {type: merger, subject: pct, date: 2002}\nevents: {e: *b}\n'),
  ],
  'an article comes in a second form': [
    step('a.facts.yaml', fact('quote: 1 trust')),
    step('b.facts.yaml', fact('supersedes: a#1')),
    step('a.md', 'All 1 trust.\n'),
    step('a.txt', 'All 1 trust.\n'),
  ],
};

const trusts = step(
  'r.facts.yaml',
  'organisations: {pct: {name: trusts, dissolved: 2013}}\nplaces: {england: {name: England}}\n',
);
const draft = step('draft.md', '---\npublished: 2010-07\n---\nSo all 151 trusts save.\n');

function merger(after: number): string {
  return `events: {e: {type: merger, subject: pct, property: count, after: ${after}, date: 2006-10}}\n`;
}

/** Each ends in a change of one file that changes what is found in another. */
const dependencies: Readonly<Record<string, readonly Step[]>> = {
  'a figure in an article and a fact': ['151', '152'].reduce<readonly Step[]>(
    (taken, value) => [
      ...taken,
      step(
        'a.facts.yaml',
        `article: {published: 2010-06}\nfacts: [{subject: pct, property: count, value: ${value}}]\n`,
      ),
    ],
    [trusts, draft],
  ),
  'a figure in an article and an event': [
    trusts,
    draft,
    step('e.facts.yaml', merger(151)),
    step('e.facts.yaml', merger(152)),
  ],
  'a figure in an article and an event in what becomes a draft': [
    trusts,
    draft,
    step('e.md', 'Words.\n'),
    step('e.facts.yaml', merger(152)),
    step('e.md', '---\nstatus: draft\n---\nWords.\n'),
  ],
  'a definition and its only use': [
    trusts,
    step('a.facts.yaml', fact('asOf: 2005')),
    step('a.facts.yaml'),
  ],
  'a definition and its only use as a value': [
    step('r.facts.yaml', 'people: {ann: {name: Ann}}\nproperties: {owner: {type: entity}}\n'),
    step('a.facts.yaml', 'facts: [{subject: pct, property: owner, value: ann}]\n'),
    step('a.facts.yaml', 'facts: [{subject: pct, property: owner, value: bob}]\n'),
  ],
  'a definition and its only mention': [
    trusts,
    step('a.md', 'So all trusts of England.\n'),
    step('a.md', 'So all of them.\n'),
  ],
  'a place that becomes part of another': ['', ', partOf: england'].reduce<readonly Step[]>(
    (taken, whole) => [
      ...taken,
      step(
        'r.facts.yaml',
        `places: {england: {name: England}, a: {name: A${whole}}, b: {name: B${whole}}}\n`,
      ),
    ],
    ['england', 'a', 'b'].map((place) =>
      step(`${place}.facts.yaml`, fact(`place: ${place}, asOf: 2005`)),
    ),
  ),
  'a copy of a copy whose original is itself a copy': [
    ...['a', 'd'].map((name) =>
      step(`${name}.facts.yaml`, `article: {basedOn: [b]}\n${fact('asOf: 2005')}`),
    ),
    step('b.facts.yaml', 'article: {basedOn: [c]}\n'),
    step('c.facts.yaml', 'article: {title: C}\n'),
    step('c.facts.yaml', 'article: {title: C, basedOn: [x]}\n'),
  ],
  'a separator that the others give': [
    step('a.facts.yaml', fact('asOf: 2005')),
    step('b.facts.yaml', fact('place: england, asOf: 2005')),
    step('c.facts.yaml', fact('place: england, asOf: 2005')),
  ],
};

describe('a corpus that is changed file by file', () => {
  for (const [name, taken] of Object.entries(dependencies)) {
    it(`${name}: the last step changes what is found elsewhere`, () => {
      assertAsFresh(taken);
      const last = uriOf(taken.at(-1)?.name ?? '');
      const elsewhere = (steps: readonly Step[]): readonly string[] =>
        lines(
          fresh(after(steps))
            .all()
            .filter(({ uri }) => uri !== last),
        );
      assert.notDeepEqual(elsewhere(taken), elsewhere(taken.slice(0, -1)));
    });
  }

  for (const [name, taken] of Object.entries(histories)) {
    it(name, () => {
      assertAsFresh(taken);
    });
  }

  it('an article in two forms is one article', () => {
    const checker = fresh(after(histories['an article comes in a second form'] ?? []));
    assert.ok(!checker.all().some(({ message }) => message.startsWith('Several articles')));
  });

  it('has the findings of a fresh one', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(steps, (taken) => {
        assertAsFresh(taken);
      }),
      { numRuns: 400 },
    );
  });

  it('names every file whose findings change', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(steps, (taken) => {
        const corpus = new Corpus();
        const checker = new Checker(corpus);
        for (const { name, text } of taken) {
          const uri = uriOf(name);
          const uris = [...new Set(pools.flatMap((texts) => Object.keys(texts)))].map(uriOf);
          const before = new Map(uris.map((each) => [each, lines(checker.findingsIn(each))]));
          const affected = checker.update(
            text === undefined ? corpus.removeFile(uri) : corpus.setFile({ uri, root, text }),
          );
          for (const each of uris.filter((other) => !affected.has(other))) {
            assert.deepEqual(lines(checker.findingsIn(each)), before.get(each), each);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of files', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (taken, numbers) => {
        const files = [...after(taken)];
        const shuffled = files
          .map((file, index) => ({ file, at: numbers[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ file }) => file);
        assert.deepEqual(lines(fresh(new Map(shuffled)).all()), lines(fresh(new Map(files)).all()));
      }),
      { numRuns: 100 },
    );
  });

  it('forgets everything when all files are removed', () => {
    const corpus = new Corpus();
    const checker = new Checker(corpus);
    for (const [name, texts] of Object.entries(pool)) {
      checker.update(corpus.setFile({ uri: uriOf(name), root, text: texts[0] ?? '' }));
    }
    assert.notDeepEqual(checker.all(), []);
    for (const name of Object.keys(pool)) {
      checker.update(corpus.removeFile(uriOf(name)));
    }
    assert.deepEqual(checker.all(), []);
    assert.deepEqual([...corpus.slotKeys()], []);
    assert.deepEqual(corpus.knownArticleIds(), []);
    assert.deepEqual(corpus.register.all(), []);
  });
});
