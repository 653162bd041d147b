import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../server/src/features/context.js';
import { provideDeclaration, provideDefinition } from '../../../server/src/features/definition.js';
import { provideDocumentLinks } from '../../../server/src/features/documentLinks.js';
import { provideDocumentSymbols } from '../../../server/src/features/documentSymbols.js';
import { provideFoldingRanges } from '../../../server/src/features/folding.js';
import { provideHighlights } from '../../../server/src/features/highlights.js';
import { provideHover } from '../../../server/src/features/hover.js';
import { provideImplementation } from '../../../server/src/features/implementation.js';
import { provideReferences } from '../../../server/src/features/references.js';
import { provideSelectionRange } from '../../../server/src/features/selectionRanges.js';
import { thingAt } from '../../../server/src/features/thingAt.js';
import {
  prepareTypeHierarchy,
  provideSubtypes,
  provideSupertypes,
} from '../../../server/src/features/typeHierarchy.js';
import { provideTypeDefinition } from '../../../server/src/features/typeDefinition.js';
import { provideWorkspaceSymbols } from '../../../server/src/features/workspaceSymbols.js';
import { root, uriOf, type Files } from '../rules/world.js';
import { contextOf, LIMIT } from './fixing.js';

/* What holds of navigation at every place of every file, whole or half typed. */

const folder = join(import.meta.dirname, '../../../../seeds');

const seeds: Files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const names = Object.keys(seeds);

/** Other forms of the same texts. */
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF and a byte order mark', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['a lone CR and astral characters', (text) => text.replaceAll('\n', '\r').replaceAll('o', '𝒐')],
];

function mapped(form: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(seeds).map(([name, text]) => [name, form(text)]));
}

function order(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function isInside(inner: Range, outer: Range): boolean {
  return order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
}

function assertNests(selection: SelectionRange, at: Position, what: string): void {
  assert.ok(isInside({ start: at, end: at }, selection.range), `${what} is inside`);
  for (let inner = selection; inner.parent !== undefined; inner = inner.parent) {
    const { range } = inner.parent;
    assert.ok(isInside(inner.range, range), `${what} nests`);
    assert.ok(
      order(range.start, inner.range.start) < 0 || order(inner.range.end, range.end) < 0,
      `${what} grows`,
    );
  }
}

/** Offsets that are worth a look: one of each run of letters, and every other character. */
function offsetsIn(text: string): readonly number[] {
  return [...text.matchAll(/[a-z]+|[^a-z]/g)].map(({ index }) => index).concat(text.length);
}

function everyOffset(text: string): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset);
}

describe('navigation', function () {
  this.timeout(LIMIT);

  for (const [form, made] of forms) {
    describe(`in texts with ${form}`, () => {
      const files = mapped(made);
      let context: FeatureContext;
      before(() => {
        context = contextOf(files);
      });

      it('selects ranges that strictly grow, at every place', () => {
        for (const name of names) {
          const uri = uriOf(name);
          const { text, lines } = context.corpus.source(uri)!;
          for (const offset of form === 'LF' ? everyOffset(text) : offsetsIn(text)) {
            const at = lines.positionAt(offset);
            assertNests(provideSelectionRange(context, uri, offset), at, `${name}:${offset}`);
          }
        }
      });

      it('folds lines that are there', () => {
        for (const name of names) {
          const { lines } = context.corpus.source(uriOf(name))!;
          for (const wholeLines of [true, false]) {
            const folds = provideFoldingRanges(context, uriOf(name), {
              wholeLines,
              limit: Infinity,
            });
            assert.ok(folds.length > 0 || form.startsWith('a lone CR'), name);
            for (const { startLine, endLine, endCharacter = 0 } of folds) {
              assert.ok(startLine >= 0 && startLine < endLine && endLine < lines.lineCount, name);
              const { start, end } = lines.lineSpan(endLine);
              assert.ok(endCharacter <= end - start);
            }
            const limited = provideFoldingRanges(context, uriOf(name), { wholeLines, limit: 3 });
            assert.equal(limited.length, Math.min(3, folds.length));
            assert.ok(limited.every((fold) => folds.some((other) => isEqual(fold, other))));
          }
        }
      });

      it('highlights nothing but references of that file', () => {
        for (const name of names) {
          const uri = uriOf(name);
          const seen = new Set<string>();
          for (const offset of offsetsIn(files[name]!)) {
            const thing = thingAt(context.corpus, uri, offset);
            const key = `${thing?.kind ?? ''} ${thing?.span.start ?? -1}`;
            if (thing === null || seen.has(key)) {
              continue;
            }
            seen.add(key);
            const here = provideReferences(context, uri, offset, true)
              .filter((place) => place.uri === uri)
              .map(({ range }) => JSON.stringify(range));
            const highlights = provideHighlights(context, uri, offset).map(({ range }) =>
              JSON.stringify(range),
            );
            // Every reference in the file is highlighted, too.
            assert.deepEqual(highlights, here, `${name}: ${JSON.stringify(thing.span)}`);
            assert.equal(new Set(highlights).size, highlights.length, 'each once');
          }
        }
      });
    });
  }

  it('never throws, wherever the typing stopped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (name, part, places) => {
          const text = seeds[name]!.slice(0, Math.floor(seeds[name]!.length * part));
          const context = contextOf({ ...register, [name]: text });
          const uri = uriOf(name);
          everythingIn(context, uri);
          for (const place of [0, 1, ...places]) {
            everythingAt(context, uri, Math.floor(place * text.length));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws at any place of odd files', () => {
    const odd: Files = {
      ...register,
      'empty.facts.yaml': '',
      'empty.md': '',
      'proto.facts.yaml':
        'organisations:\n  __proto__: {name: __proto__, successors: [constructor, __proto__]}\n  constructor: {successors: [__proto__], predecessors: [__proto__]}\nfacts:\n  - {id: __proto__, subject: __proto__, property: toString, value: 1, supersedes: [__proto__]}\n',
      'alias.facts.yaml':
        'organisations:\n  a: &a {name: A, url: &u "https://a.example", aliases: [&n B, *n]}\n  b: *a\n  c: {<<: *a, name: C, url: *u}\nfacts: &f\n  - &x {id: f, subject: a, property: count, value: 3}\n  - *x\n  - {<<: *x, id: g}\n',
      'broken.facts.yaml': 'facts:\n\t- id: [a, {b: "c\n  x: |\n   # no\n   # comment\n',
      'bare.facts.yaml': '- 1\n- |\n  2\n\n# a\n# b\n',
      'front.md': '---\nid: front\nbasedOn: [front, proto\n---\n# \n## \n\n```\nx',
      'twice.facts.yaml': 'article: {id: front, basedOn: [front]}\n',
      'again.facts.yaml': 'organisations: {a: {name: A}}\nplaces: {a: {name: A}}\n',
      'a.txt': 'The A and B: 3 As, five thousand Bs.',
    };
    for (const form of forms.map(([, made]) => made)) {
      const files = Object.fromEntries(
        Object.entries(odd).map(([name, text]) => [name, form(text)]),
      );
      const context = contextOf(files);
      for (const [name, text] of Object.entries(files)) {
        everythingIn(context, uriOf(name));
        const step = name in register ? 97 : 1;
        for (let offset = 0; offset <= text.length; offset += step) {
          everythingAt(context, uriOf(name), offset);
        }
      }
    }
  });
});

const register: Files = { 'organisations.facts.yaml': seeds['organisations.facts.yaml']! };

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function everythingIn(context: FeatureContext, uri: string): void {
  for (const wholeLines of [true, false]) {
    const { lines } = context.corpus.source(uri)!;
    for (const fold of provideFoldingRanges(context, uri, { wholeLines, limit: 1000 })) {
      assert.ok(fold.startLine < fold.endLine && fold.endLine < lines.lineCount);
    }
  }
  provideDocumentSymbols(context, uri);
  for (const { target = '' } of provideDocumentLinks(context, uri)) {
    assert.match(target, /^https?:|^file:\/\/\/w\//);
  }
  provideWorkspaceSymbols(context, 'pct __proto__');
}

function everythingAt(context: FeatureContext, uri: string, offset: number): void {
  const position = context.corpus.source(uri)!.lines.positionAt(offset);
  assertNests(provideSelectionRange(context, uri, offset), position, `${uri}:${offset}`);
  provideHover(context, uri, offset);
  provideHighlights(context, uri, offset);
  provideReferences(context, uri, offset, false);
  for (const provide of [
    provideDefinition,
    provideDeclaration,
    provideTypeDefinition,
    provideImplementation,
  ]) {
    for (const link of provide(context, uri, offset)) {
      assert.ok(link.targetUri.startsWith(root));
      assert.ok(isInside(link.targetSelectionRange, link.targetRange));
      assert.ok(isInside({ start: position, end: position }, link.originSelectionRange!));
    }
  }
  for (const item of prepareTypeHierarchy(context, uri, offset)) {
    for (const other of [...provideSupertypes(context, item), ...provideSubtypes(context, item)]) {
      assert.ok(!isEqual(other.data, item.data), 'nothing is its own successor');
      assert.ok(isInside(other.selectionRange, other.range));
    }
  }
}
