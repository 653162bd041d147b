import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Level } from '../../../server/src/rules/finding.js';
import { dated, filesOf } from './pairs.js';
import { inOneLine, root, uriOf, worldOf, type Files } from './world.js';

function severities(files: Files, levels: Readonly<Record<string, Level>>): readonly string[] {
  const { checker } = worldOf(
    files,
    new Map<string, Level>([['unused-definition', 'off'], ...Object.entries(levels)]),
  );
  return checker
    .all()
    .map(({ uri, severity }) => `${uri.slice(root.length + 1, root.length + 2)} ${severity}`);
}

describe('levels', () => {
  const draft = { front: 'published: 2010-07-12\nstatus: draft', facts: ['value: 151'] };
  const plain = filesOf([dated('value: 152'), dated('value: 151')]);
  const softened = filesOf([dated('value: 152'), draft]);
  const judged = filesOf([dated('value: 152 ; rank: preferred'), dated('value: 151')]);

  it('are those of the rules where nothing is set', () => {
    assert.deepEqual(severities(plain, {}), ['a warning', 'b warning']);
  });

  it('can be raised, lowered and switched off', () => {
    assert.deepEqual(severities(plain, { 'value-conflict': 'error' }), ['a error', 'b error']);
    assert.deepEqual(severities(plain, { 'value-conflict': 'hint' }), ['a hint', 'b hint']);
    assert.deepEqual(severities(plain, { 'value-conflict': 'off' }), []);
    assert.deepEqual(severities(plain, { disputed: 'off' }), ['a warning', 'b warning']);
  });

  it('do not raise what was softened, but lower it', () => {
    assert.deepEqual(severities(softened, { 'value-conflict': 'error' }), [
      'a information',
      'b error',
    ]);
    assert.deepEqual(severities(softened, { 'value-conflict': 'hint' }), ['a hint', 'b hint']);
    assert.deepEqual(severities(judged, { 'value-conflict': 'error' }), ['a hint', 'b hint']);
    assert.deepEqual(severities(judged, { 'value-conflict': 'off' }), []);
  });

  it('that are no rule change nothing', () => {
    assert.deepEqual(severities(plain, { 'no-rule': 'off' }), ['a warning', 'b warning']);
  });
});

describe('not-analysed', () => {
  function checked(name: string, text: string, maxFileSize: number): readonly string[] {
    const corpus = new Corpus({ maxFileSize });
    const checker = new Checker(corpus);
    checker.update(corpus.setFile({ uri: uriOf(name), root, text }));
    return checker.all().map(inOneLine);
  }

  it('names a sidecar that is too large, and says nothing else of it', () => {
    const [told, ...others] = checked('a.facts.yaml', `nonsense: "${'x'.repeat(200)}\n`, 100);
    assert.match(told ?? '', /^a\.facts\.yaml not-analysed information: /);
    assert.deepEqual(others, []);
  });

  it('names an article that is too large', () => {
    const [told, ...others] = checked('a.md', 'Words. '.repeat(100), 100);
    assert.match(told ?? '', /^a\.md not-analysed information: /);
    assert.deepEqual(others, []);
  });

  it('names an article that is too deeply nested', () => {
    const [told, ...others] = checked('a.md', `${'> '.repeat(500)}words\n`, 100_000);
    assert.match(told ?? '', /^a\.md not-analysed information: .*plain text/);
    assert.deepEqual(others, []);
  });

  it('is silent on files below the limit', () => {
    assert.deepEqual(checked('a.md', 'Words. '.repeat(10), 100), []);
    assert.deepEqual(checked('a.facts.yaml', 'facts: []\n', 100), []);
    assert.deepEqual(checked('a.md', '> > > words\n- - words\n', 100), []);
  });
});

describe('possible-conflict', () => {
  const wish = (a: string, b: string): string => {
    const { checker } = worldOf(
      filesOf([{ facts: [`value: 1 ; ${a}`] }, { facts: [`value: 2 ; ${b}`] }]),
    );
    const [first] = checker.findingsIn(uriOf('a.facts.yaml'));
    assert.equal(first?.code, 'possible-conflict');
    return /([^.]+) would decide it\.$/.exec(first.message)?.[1]?.trim() ?? '';
  };

  for (const [a, b, expected] of [
    ['from: 2006-10', 'asOf: 2009~', 'An `until` here'],
    ['asOf: 2009~', 'from: 2006-10', 'An `until` at the other fact'],
    ['until: 2009', 'asOf: 2005', 'A `from` here'],
    ['until: 2006-10', 'from: 2006-10', 'More exact dates'],
    ['asOf: 2010', 'asOf: 2009~', 'A more exact date at the other fact'],
  ] as const) {
    it(`of ${a} and ${b} is decided by: ${expected}`, () => {
      assert.equal(wish(a, b), expected);
    });
  }
});
