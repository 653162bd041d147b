import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { provideSemanticTokens } from '../../../server/src/features/semanticTokens.js';
import {
  legendFor,
  tokenModifiers,
  tokenTypes,
  type TokenLegend,
} from '../../../server/src/features/tokenLegend.js';
import type { PositionEncoding } from '../../../server/src/text/lineIndex.js';
import { uriOf, type Files } from '../rules/world.js';
import { contextOf, LIMIT } from './fixing.js';

const knowing = legendFor(
  new Set<string>(tokenTypes.map(({ name }) => name)),
  new Set<string>(tokenModifiers),
);

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

function decoded(data: readonly number[], { types, modifiers }: TokenLegend = knowing): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = lines === 0 ? start + characters : characters;
    line += lines;
    tokens.push({
      line,
      start,
      length,
      type: types[type] ?? assert.fail(`type ${type}`),
      modifiers: modifiers.filter((_, index) => (bits & (1 << index)) !== 0),
    });
  }
  return tokens;
}

/** The tokens as `words: type modifiers`. */
function told(files: Files, name: string, legend = knowing): string[] {
  const data = provideSemanticTokens(contextOf(files), uriOf(name), legend);
  return inWords(data, files[name] ?? '', 'utf-16', legend);
}

function inWords(
  data: readonly number[],
  text: string,
  encoding: PositionEncoding,
  legend = knowing,
): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return decoded(data, legend).map(({ line, start, length, type, modifiers }) => {
    const written = lines[line] ?? '';
    const words =
      encoding === 'utf-8'
        ? Buffer.from(written)
            .subarray(start, start + length)
            .toString()
        : written.slice(start, start + length);
    return `${words}: ${[type, ...modifiers].join(' ')}`;
  });
}

/** What every client may rely on. */
function assertSound(data: readonly number[], text: string, encoding: PositionEncoding): void {
  assert.equal(data.length % 5, 0);
  const lines = text.split(/\r\n|\r|\n/);
  let before = { line: 0, end: 0 };
  for (const { line, start, length } of decoded(data)) {
    assert.ok(
      line > before.line || (line === before.line && start >= before.end),
      'in order, apart',
    );
    assert.ok(length > 0);
    const width =
      encoding === 'utf-8' ? Buffer.byteLength(lines[line] ?? '') : (lines[line] ?? '').length;
    assert.ok(start + length <= width, 'on its line');
    before = { line, end: start + length };
  }
}

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [PCT, PCTs]}
  herald: {name: The Herald}
people: {jane-doe: {name: Jane Doe}}
places: {england: {name: England}, "ä𝟘": {name: "Ä𝟘stadt"}}
documents: {white-paper: {name: White paper}}
`;

const article = `---
publisher: herald
author: Jane Doe
---

# The 152 PCTs of England

> Jane Doe counts **152** [primary
> care trusts](https://example.org/pct) in *England*.

| what | number |
|---|---|
| PCTs | 152 PCTs |

There were 303 PCTs. For 4 years nobody read the white paper.
`;

const facts = `facts:
  - id: now
    subject: pct
    property: count
    value: 152
    place: england
    modality: planned
    saidBy: jane-doe
    quote: 152 primary care trusts
  - id: then
    subject: pct
    property: count
    value: 150
    place: england
    disputes: [now]
`;

const files = { 'register.facts.yaml': register, 'a.md': article, 'a.facts.yaml': facts };

describe('semantic tokens', function () {
  this.timeout(LIMIT);

  it('colour what an article mentions, in links, emphasis, tables, headings and quotations', () => {
    assert.deepEqual(told(files, 'a.md'), [
      'herald: organisation',
      '152: figure recorded',
      'PCTs: organisation',
      'England: place',
      'Jane Doe: person',
      '152: figure recorded contested',
      'primary: organisation',
      'care trusts: organisation',
      'England: place',
      'PCTs: organisation',
      '152: figure recorded',
      'PCTs: organisation',
      '303: figure unrecorded',
      'PCTs: organisation',
      '4 years: figure',
      'white paper: document',
    ]);
  });

  it('colour what the ids, values and words of a sidecar are', () => {
    assert.deepEqual(told(files, 'a.facts.yaml'), [
      'now: fact definition',
      'pct: organisation',
      'count: property defaultLibrary',
      '152: figure contested',
      'place: separator',
      'england: place',
      'planned: term',
      'jane-doe: person',
      'then: fact definition',
      'pct: organisation',
      'count: property defaultLibrary',
      '150: figure contested',
      'place: separator',
      'england: place',
      'now: fact',
    ]);
  });

  it('leave alone what stands for nothing known', () => {
    const unknown = `facts: [{subject: nobody, property: nothing, value: words, saidBy: anonymous, constructor: toString}]\n`;
    assert.deepEqual(told({ ...files, 'b.facts.yaml': unknown }, 'b.facts.yaml'), [
      'anonymous: term',
    ]);
    assert.deepEqual(told({ 'note.md': 'Nothing known, and no figure.\n' }, 'note.md'), []);
  });

  it('keep apart what overlaps: a name counts for more than a figure in it', () => {
    const group = 'organisations: {g7: {name: Group of 7 trusts}}\n';
    const text = 'The Group of 7 trusts met 7 times.\n';
    assert.deepEqual(told({ 'g.facts.yaml': group, 'a.md': text }, 'a.md'), [
      'Group of 7 trusts: organisation',
      '7: figure',
    ]);
  });

  it('end with the line, where a value goes on on the next', () => {
    const long = 'facts: [{subject: x, property: count, value: "152\n  organisations"}]\n';
    assert.deepEqual(told({ 'a.facts.yaml': long }, 'a.facts.yaml').slice(-2), [
      '"152: figure',
      'organisations": figure',
    ]);
  });

  it('are counted as the client counts', () => {
    const text = 'Über Jane Doe 𝟘 und 152 PCTs 𝟘 in Ä𝟘stadt.\r\nÜber PCTs.\r\n';
    const context = contextOf({ 'register.facts.yaml': register, 'a.md': text });
    for (const encoding of ['utf-16', 'utf-8'] as const) {
      const data = provideSemanticTokens({ ...context, encoding }, uriOf('a.md'), knowing);
      assert.deepEqual(inWords(data, text, encoding), [
        'Jane Doe: person',
        '152: figure unrecorded',
        'PCTs: organisation',
        'Ä𝟘stadt: place',
        'PCTs: organisation',
      ]);
    }
  });

  it('come under standard names to a client that knows no others', () => {
    const legend = legendFor(new Set(), new Set(['definition']));
    assert.ok(!legend.types.includes('organisation'));
    assert.deepEqual(new Set(legend.types).size, legend.types.length, 'no name twice');
    assert.deepEqual(told(files, 'a.facts.yaml', legend).slice(0, 4), [
      'now: function definition',
      'pct: class',
      'count: property',
      '152: number',
    ]);
  });

  it('of a part are those of the whole that stand in it', () => {
    const context = contextOf(files);
    const at = article.indexOf('> Jane');
    const part = { start: at, end: article.indexOf('\n', at) };
    const data = provideSemanticTokens(context, uriOf('a.md'), knowing, part);
    assert.deepEqual(
      decoded(data).map(({ line }) => line),
      [7, 7, 7],
    );
  });

  it('are in order, apart and on one line, in every file of the sample corpus', () => {
    const names = readdirSync('seeds').filter((name) => /\.(?:md|yaml)$/.test(name));
    const seeds = Object.fromEntries(
      names.map((name) => [name, readFileSync(`seeds/${name}`, 'utf8')]),
    );
    const context = contextOf(seeds);
    for (const name of names) {
      for (const encoding of ['utf-16', 'utf-8'] as const) {
        const data = provideSemanticTokens({ ...context, encoding }, uriOf(name), knowing);
        assert.ok(data.length > 0, name);
        assertSound(data, seeds[name] ?? '', encoding);
      }
    }
  });

  it('are in order, apart and on one line, whatever people type', () => {
    const piece = fc.constantFrom(
      ...['152', ' PCTs', 'primary care', '\n', '\r\n', '\r', '> ', '**', '[', '](x)', '| ', ' '],
      ...[
        'Jane',
        ' Doe',
        'Ä𝟘stadt',
        '&amp;',
        '\u2028',
        '\uFEFF',
        '~40',
        '- ',
        'value: ',
        '\t',
        '"',
      ],
      ...[
        'facts:\n',
        '- {subject: pct, property: count, value: ',
        '}',
        '\n    ',
        '*a',
        '&a ',
        '<<: ',
      ],
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('utf-16', 'utf-8'), (typed, encoding) => {
        for (const name of ['x.md', 'x.txt', 'x.facts.yaml']) {
          const context = {
            ...contextOf({ 'register.facts.yaml': register, [name]: typed }),
            encoding,
          };
          assertSound(provideSemanticTokens(context, uriOf(name), knowing), typed, encoding);
        }
      }),
      { numRuns: 100 },
    );
  });
});
