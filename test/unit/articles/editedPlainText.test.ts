import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readPlainText,
  type EarlierPlainText,
  type ReadPlainText,
} from '../../../server/src/articles/plainText.js';

/*
 * What is read of an edited text out of what was read before the edit is what is read of it from scratch.
 */

const LONG =
  'The number of trusts is to be cut in half, which the ministry calls a saving. '.repeat(2);
const pieces = [
  'a', 'The ministry', 'said on Monday that it', 'x'.repeat(45), LONG, '152', '- ', '-', '1. ', '\u2022 b', ' ', '   ', '\t', '\u00a0', '\n', '\n', '\n  ', '\n\n',
  '\n\n\n', '\r\n', '\r', '\r\n\r\n', '---', '\n---\n', '---\ntitle: x\n---\n', '\ufeff', 'é', 'Ä', '😀',
]; // prettier-ignore
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
/** Where, how much of what stands there is replaced, and by what. */
const edits = fc.array(
  fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom('', '', ...pieces)),
  { minLength: 1, maxLength: 8 },
);

/** All that can be told of it. */
function told({ rendered, blocks, frontMatter, widest }: ReadPlainText): unknown {
  const { runs, text } = rendered;
  const each = Array.from({ length: runs.count }, (_, run) => [
    runs.kind(run),
    runs.start(run),
    runs.end(run),
    runs.sourceStart(run),
    runs.sourceEnd(run),
  ]);
  return { text, runs: each, blocks: blocks.blocks, frontMatter, widest };
}

describe('an edited plain text', () => {
  it('is read as from scratch', () => {
    fc.assert(
      fc.property(texts, texts, edits, fc.boolean(), (first, middle, all, frontMatter) => {
        let text = first + middle.repeat(3) + first;
        let read: EarlierPlainText = { ...readPlainText(text, { frontMatter }), text };
        for (const [at, length, by] of all) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + by + text.slice(start + length);
          const now = readPlainText(text, { frontMatter }, read);
          assert.deepEqual(told(now), told(readPlainText(text, { frontMatter })));
          read = { ...now, text };
        }
      }),
    );
  });
});
