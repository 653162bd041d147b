import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { topicKey } from '../../../server/src/corpus/slot.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { inOneLine, root, uriOf, type Files } from '../rules/world.js';
import { pool } from './pool.js';

/*
 * Whatever was typed, added and removed on the way, the findings are those of a fresh start; and a
 * change names every file whose findings it changes.
 */

interface Step {
  readonly name: string;
  /** Undefined: the file is removed. */
  readonly text: string | undefined;
}

/** Few files at a time, so that what happens to one meets what happened to another. */
const steps: fc.Arbitrary<readonly Step[]> = fc
  .subarray(Object.keys(pool), { minLength: 2, maxLength: 5 })
  .chain((names) =>
    fc.array(
      fc.constantFrom(
        ...names.flatMap((name) =>
          [undefined, ...(pool[name] ?? [])].map((text) => ({ name, text })),
        ),
      ),
      { minLength: 1, maxLength: 10 },
    ),
  );

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
    register: true,
  });
  return checker;
}

function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => {
    const related = finding.related.map(
      ({ uri, span, message }) => `${uri}@${span.start}-${span.end} ${message}`,
    );
    return `${inOneLine(finding)} @${finding.span.start}-${finding.span.end} ${related.join(' | ')}`;
  });
}

function after(taken: readonly Step[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, text } of taken) {
    if (text === undefined) {
      files.delete(name);
    } else {
      files.set(name, text);
    }
  }
  return files;
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

function step(name: string, text?: string): Step {
  return { name, text };
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

describe('a corpus that is changed file by file', () => {
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
      { numRuns: 200 },
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
          const uris = Object.keys(pool).map(uriOf);
          const before = new Map(uris.map((each) => [each, lines(checker.findingsIn(each))]));
          const affected = checker.update(
            text === undefined ? corpus.removeFile(uri) : corpus.setFile({ uri, root, text }),
          );
          for (const each of uris.filter((other) => !affected.has(other))) {
            assert.deepEqual(lines(checker.findingsIn(each)), before.get(each), each);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on the order of files', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (taken, numbers) => {
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
