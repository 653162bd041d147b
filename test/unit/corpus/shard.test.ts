import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Adoption } from '../../../server/src/corpus/adoption.js';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { encodeShard, type Shard } from '../../../server/src/corpus/shard.js';
import { Checker } from '../../../server/src/rules/checker.js';
import {
  adoptFindings,
  encodeFindings,
  type FindingShard,
} from '../../../server/src/rules/findingShard.js';
import { root, uriOf, type World } from '../rules/world.js';
import { answers } from './answers.js';
import { dependencies, histories } from './histories.js';
import { after, pools, step, steps, type Step } from './steps.js';
import { allDiagnostics, tellings } from './tellings.js';

/*
 * A corpus that takes over what another knew of its files is the same to whoever asks, and stays the
 * same whatever is edited afterwards. Nothing is read to get there.
 */

function take({ corpus, checker }: World, taken: readonly Step[]): void {
  for (const { name, text } of taken) {
    const uri = uriOf(name);
    checker.note(text === undefined ? corpus.removeFile(uri) : corpus.setFile({ uri, root, text }));
  }
}

function made(taken: readonly Step[]): World {
  const corpus = new Corpus();
  const pair = { corpus, checker: new Checker(corpus) };
  take(pair, taken);
  while (pair.checker.step());
  return pair;
}

interface Put {
  readonly shards: readonly Shard[];
  readonly findings: readonly FindingShard[];
}

/** In so many shards, through what a thread or a disk makes of them. */
function putDown({ corpus, checker }: World, parts: number): Put {
  const uris = [...corpus.articles(), ...corpus.sidecars()].map(({ uri }) => uri);
  const found = [...checker.bySource()];
  const share = <T>(all: readonly T[], part: number): readonly T[] =>
    all.filter((_, index) => index % parts === part);
  const numbers = Array.from({ length: parts }, (_, part) => part);
  return structuredClone({
    shards: numbers.map((part) => encodeShard(corpus, share(uris, part))),
    findings: numbers.map((part) =>
      inOneGo(encodeFindings(corpus, share(found, part), share(uris, part))),
    ),
  });
}

function inOneGo<T>(work: Iterator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) {
      return value;
    }
  }
}

function adopted({ shards, findings }: Put, files: ReadonlyMap<string, string>): Adopted {
  const texts = new Map([...files].map(([name, text]) => [uriOf(name), text]));
  const read: string[] = [];
  const corpus = new Corpus();
  const checker = new Checker(corpus);
  const adoption = new Adoption(corpus, (uri) => ({
    again: () => {
      read.push(uri);
      return texts.get(uri);
    },
  }));
  for (const shard of shards) {
    assert.equal([...adoption.adopt(shard)].length, (JSON.parse(shard.files) as object[]).length);
  }
  for (const shard of findings) {
    adoptFindings(corpus, checker, shard);
  }
  while (checker.step());
  return { corpus, checker, read };
}

interface Adopted extends World {
  /** The files that were read so far. */
  readonly read: readonly string[];
}

/** Files, how many shards they make, and what is edited afterwards. */
const trials = fc.tuple(steps, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.nat());

const register = `organisations: {pct: {name: trusts}}
places: {england: {name: England}, london: {name: London}}
`;

const more: Readonly<Record<string, readonly Step[]>> = {
  'a figure about one place and a fact about it': ['151', '152'].reduce<readonly Step[]>(
    (taken, value) => [
      ...taken,
      step(
        'a.facts.yaml',
        `article: {published: 2010-06}
facts: [{subject: pct, property: count, value: ${value}, place: london}]
`,
      ),
    ],
    [
      step('r.facts.yaml', register),
      step('draft.md', '---\npublished: 2010-07\n---\nSo all 151 trusts in London save.\n'),
    ],
  ),
};

/** What they are after the steps, each a line further down: most facts only move. */
function movedDown(taken: readonly Step[]): readonly Step[] {
  return [...after(taken)].map(([name, text]) => step(name, `\n${text}`));
}

/** Facts of a file that somebody has read before it is edited stay the same where they can. */
function readAll({ corpus }: World): void {
  for (const entry of [...corpus.articles(), ...corpus.sidecars()]) {
    assert.ok(entry.content.text.length >= 0);
  }
}

function reversed<T>(these: readonly T[], isReversed: boolean): readonly T[] {
  return isReversed ? [...these].reverse() : these;
}

describe('what a corpus knows, taken over by another', () => {
  it('answers everything as before, and does so after further edits', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(trials, steps, ([taken, parts, isReversed], edits) => {
        const first = made(taken);
        const put = putDown(first, parts);
        const second = adopted(
          {
            shards: reversed(put.shards, isReversed),
            findings: reversed(put.findings, isReversed),
          },
          after(taken),
        );
        assert.deepEqual(second.read, []);
        assert.deepEqual(answers(second), answers(first));
        for (const edit of [...movedDown(taken), ...edits]) {
          take(first, [edit]);
          take(second, [edit]);
          assert.deepEqual(tellings(second), tellings(first));
        }
        assert.deepEqual(answers(second), answers(first));
        assert.deepEqual(
          tellings(second),
          tellings(
            made(
              [...after([...taken, ...movedDown(taken), ...edits])].map(([name, text]) =>
                step(name, text),
              ),
            ),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  for (const [name, taken] of Object.entries({ ...histories, ...dependencies, ...more })) {
    it(`${name}: the last step is taken after it`, () => {
      const before = taken.slice(0, -1);
      const first = made(before);
      const second = adopted(putDown(first, 2), after(before));
      take(first, taken.slice(-1));
      take(second, taken.slice(-1));
      assert.deepEqual(answers(second), answers(first));
    });
  }

  it('does so with everything at once', function () {
    this.timeout(60_000);
    for (const texts of pools) {
      const names = Object.keys(texts);
      const most = Math.max(...Object.values(texts).map(({ length }) => length));
      for (let version = 0; version < most; version++) {
        const taken = names.map((name) => step(name, texts[name]?.[version] ?? texts[name]?.[0]));
        const first = made(taken);
        const second = adopted(putDown(first, 3), after(taken));
        assert.deepEqual(answers(second), answers(first));
        for (const edit of names.map((name) => step(name, texts[name]?.at(-1)))) {
          take(first, [edit]);
          take(second, [edit]);
        }
        assert.deepEqual(answers(second), answers(first));
      }
    }
  });

  it('does so with the articles that come with it', function () {
    this.timeout(60_000);
    const taken = readdirSync('seeds')
      .filter((name) => /\.(?:md|txt|yaml)$/.test(name))
      .map((name) => step(name, readFileSync(`seeds/${name}`, 'utf8')));
    assert.ok(taken.length > 10);
    const first = made(taken);
    const second = adopted(putDown(first, 5), after(taken));
    assert.deepEqual(second.read, []);
    assert.deepEqual(answers(second), answers(first));
    for (const { name, text } of taken) {
      const edit = step(name, text?.replace(/152/g, '153'));
      take(first, [edit]);
      take(second, [edit]);
    }
    assert.deepEqual(answers(second), answers(first));
  });

  it('tells all findings without reading a file, but to a client that counts in bytes', () => {
    const taken = Object.entries(pools[0] ?? {}).map(([name, [text]]) =>
      // Whether a comment silences a finding has to be looked up.
      step(name, text?.replaceAll('policy-facts: ignore', 'seen:')),
    );
    const first = made(taken);
    const second = adopted(putDown(first, 2), after(taken));
    const { checker, read } = second;
    assert.ok(checker.all().some(({ pair }) => pair === true));
    assert.deepEqual(allDiagnostics(second, 'utf-16'), allDiagnostics(first, 'utf-16'));
    assert.deepEqual(read, []);
    assert.deepEqual(allDiagnostics(second, 'utf-8'), allDiagnostics(first, 'utf-8'));
    assert.notDeepEqual(read, []);
  });

  it('tells where the other side stands after an edit that moves lines and no offset', () => {
    const other = (separator: string): string =>
      `${register}#${separator}facts: [{subject: pct, property: count, value: 152, asOf: 2010}]\n`;
    const fact = 'facts: [{subject: pct, property: count, value: 151, asOf: 2010}]\n';
    const taken = [step('a.facts.yaml', fact), step('b.facts.yaml', other('\n'))];
    const second = adopted(putDown(made(taken), 1), after(taken));
    readAll(second);
    const edit = step('b.facts.yaml', other('\n').replace('#\n', '\n\n'));
    assert.notEqual(edit.text, taken[1]?.text);
    take(second, [edit]);
    assert.deepEqual(tellings(second), tellings(made([...taken, edit])));
  });

  it('is refused where findings are of another corpus', () => {
    const taken = Object.entries(pools[0] ?? {}).map(([name, [text]]) => step(name, text));
    const { shards, findings } = putDown(made(taken), 1);
    assert.throws(() => adopted({ shards: [], findings }, new Map()), /another corpus/);
    assert.doesNotThrow(() => adopted({ shards, findings: [] }, new Map()));
  });
});
