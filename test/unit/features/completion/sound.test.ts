import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver-types';
import { provideCompletion } from '../../../../server/src/features/completion/completion.js';
import type { FeatureContext } from '../../../../server/src/features/context.js';
import { LineIndex } from '../../../../server/src/text/lineIndex.js';
import { uriOf } from '../../rules/world.js';
import { contextOf, LIMIT } from '../fixing.js';
import { applied, plain, problemsIn, retype, rich, seeds } from './completing.js';

/* Whatever is offered, and wherever: the file is never less YAML than before. */

const names = Object.keys(seeds).filter((name) => name.endsWith('.yaml'));

/** Everything that can be done at an offset, and that it makes nothing worse. */
function assertSound(context: FeatureContext, name: string, text: string, offset: number): number {
  const lines = new LineIndex(text);
  const plainly = provideCompletion(context, uriOf(name), offset, plain).items;
  const richly = provideCompletion(context, uriOf(name), offset, rich).items;
  const before = problemsIn(text);
  for (const item of some(plainly)) {
    assertFits(lines, item, offset);
    const after = applied(text, item);
    assert.ok(
      problemsIn(after) <= before,
      `${name} at ${offset}: ${JSON.stringify(item.label)} makes ${JSON.stringify(text.slice(Math.max(0, offset - 60), offset))}¦${JSON.stringify(text.slice(offset, offset + 30))} no YAML: ${JSON.stringify(item.textEdit)}`,
    );
  }
  for (const item of some(richly)) {
    assertFits(lines, item, offset);
    if (item.insertTextFormat === undefined) {
      const after = applied(text, item, true);
      assert.ok(problemsIn(after) <= before, `${name} at ${offset}: ${item.label} inserted`);
    }
  }
  assert.equal(plainly.length, richly.length);
  return plainly.length;
}

/** The first, the last and one in between of each kind: reading YAML takes its time. */
function some(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const kinds = new Map<unknown, CompletionItem[]>();
  for (const item of items) {
    kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item]);
  }
  return [...kinds.values()].flatMap((group) =>
    [group[0], group[group.length >> 1], group.at(-1)].flatMap((item) => item ?? []),
  );
}

function assertFits(lines: LineIndex, { textEdit, label }: CompletionItem, offset: number): void {
  const ranges =
    textEdit === undefined
      ? []
      : 'range' in textEdit
        ? [textEdit.range]
        : [textEdit.insert, textEdit.replace];
  assert.ok(ranges.length > 0);
  for (const { start, end } of ranges) {
    assert.ok(lines.offsetAt(start) <= offset && offset <= lines.offsetAt(end), label);
    assert.equal(start.line, end.line, label);
  }
}

/** The heading of a file's first section with what follows the first blank line from an offset on. */
function fromParagraph(text: string, from: number): string {
  const heading = /^\w+:\n/m.exec(text)?.[0] ?? '';
  const gap = text.indexOf('\n\n', from);
  return gap < 0 ? text : heading + text.slice(gap + 2);
}

describe('everything that completion offers', function () {
  this.timeout(LIMIT);

  for (const name of names) {
    it(`keeps ${name} YAML, wherever it is typed`, () => {
      const text = (seeds[name] ?? '').slice(0, 1600);
      const context = contextOf({ ...seeds, [name]: text });
      let offered = 0;
      for (let offset = 0; offset <= text.length; offset += 11) {
        offered += assertSound(context, name, text, offset);
      }
      assert.ok(offered > 100, String(offered));
    });
  }

  it('keeps half-typed files as much YAML as they were', () => {
    const context = contextOf(seeds);
    const odd = [
      '',
      '\n',
      ':',
      ': ',
      '"',
      "'",
      '[',
      '{',
      '- ',
      '#',
      ',',
      '\t',
      'x',
      '&a ',
      '|',
      '\u{1F600}',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(2000),
        fc.constantFrom(...odd),
        fc.constantFrom('cut', 'rest', 'line'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (name, at, from, typed, how, eol) => {
          const whole = fromParagraph(seeds[name] ?? '', from);
          const offset = at % (Math.min(whole.length, 1500) + 1);
          const rest = whole.slice(offset, offset + 800);
          const left = whole.slice(0, offset) + typed;
          const text =
            how === 'cut'
              ? left
              : how === 'rest'
                ? left + rest
                : left + rest.slice(rest.search(/\n|$/));
          const unix = text;
          const file = unix.replaceAll('\n', eol);
          const cursor = left.replaceAll('\n', eol).length;
          retype(context, name, file);
          assertSound(context, name, file, cursor);
          retype(context, name, seeds[name] ?? '');
        },
      ),
      { numRuns: 150 },
    );
  });
});
