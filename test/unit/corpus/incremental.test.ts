import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { topicKey } from '../../../server/src/corpus/slot.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { inOneLine, root, uriOf, type Files } from '../rules/world.js';
import { dependencies, histories } from './histories.js';
import { pool } from './pool.js';
import { after, lines, pools, steps, type Step } from './steps.js';

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
    counted: new Set(),
    places: false,
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

/**
 * @param isOnDisk whether files can be read again: an article is then read when that is needed
 * @param rest whether nobody works with any file between two steps
 */
function assertAsFresh(taken: readonly Step[], isOnDisk: boolean, rest = false): void {
  const corpus = new Corpus();
  const checker = new Checker(corpus);
  for (const { name, text } of taken) {
    const uri = uriOf(name);
    checker.update(
      text === undefined
        ? corpus.removeFile(uri)
        : corpus.setFile({ uri, root, text, ...(isOnDisk ? { again: () => text } : {}) }),
    );
    for (const sidecar of rest ? corpus.sidecars() : []) {
      corpus.rest(sidecar.uri);
    }
  }
  const files = after(taken);
  assert.deepEqual(lines(checker.all()), lines(fresh(files).all()));
  assertSpansInside(checker.all(), Object.fromEntries(files));
}

describe('a corpus that is changed file by file', () => {
  for (const [name, taken] of Object.entries(dependencies)) {
    it(`${name}: the last step changes what is found elsewhere`, () => {
      assertAsFresh(taken, false);
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
      assertAsFresh(taken, false);
      assertAsFresh(taken, true);
      assertAsFresh(taken, true, true);
    });
  }

  it('a fact in another line is told of, though no offset changed', () => {
    const corpus = new Corpus();
    const checker = new Checker(corpus);
    const set = (name: string, text: string): ReadonlySet<string> =>
      checker.update(corpus.setFile({ uri: uriOf(name), root, text }));
    const facts = (comment: string, value: number): string =>
      `${comment}facts:\n  - {subject: pct, property: count, value: ${value}, asOf: 2010}\n`;
    set('a.facts.yaml', facts('# One line.\n#Two.\n', 1));
    set('b.facts.yaml', facts('', 2));
    assert.ok(checker.findingsIn(uriOf('b.facts.yaml')).length > 0);
    const told = set('a.facts.yaml', facts('# One line. #Two.\n', 1));
    assert.ok(told.has(uriOf('b.facts.yaml')), 'its finding names a line of the other file');
  });

  it('an article in two forms is one article', () => {
    const checker = fresh(after(histories['an article comes in a second form'] ?? []));
    assert.ok(!checker.all().some(({ message }) => message.startsWith('Several articles')));
  });

  it('has the findings of a fresh one', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(steps, fc.boolean(), fc.boolean(), (taken, isOnDisk, rest) => {
        assertAsFresh(taken, isOnDisk, rest);
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
