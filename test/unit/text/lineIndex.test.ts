import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/text/lineIndex.js';

describe('LineIndex', () => {
  it('breaks lines at LF, CRLF and a lone CR, at nothing else', () => {
    const lines = new LineIndex('a\nb\r\nc\rd\u2028\u2029\u0085e');
    assert.equal(lines.lineCount, 4);
    const text = 'a\nb\r\nc\rd\u2028\u2029\u0085e';
    const words = [0, 1, 2, 3].map((line) => {
      const { start, end } = lines.lineSpan(line);
      return text.slice(start, end);
    });
    assert.deepEqual(words, ['a', 'b', 'c', 'd\u2028\u2029\u0085e']);
  });

  it('counts an empty text as one line, and a final break as opening another', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.equal(new LineIndex('a\n').lineCount, 2);
    assert.deepEqual(new LineIndex('a\r').positionAt(2), { line: 1, character: 0 });
  });

  it('puts an offset inside a line break at the end of its line', () => {
    assert.deepEqual(new LineIndex('ab\r\nc').positionAt(3), { line: 0, character: 2 });
    assert.deepEqual(new LineIndex('ab\r\nc').positionAt(4), { line: 1, character: 0 });
  });

  it('counts UTF-8 bytes when asked to', () => {
    const lines = new LineIndex('£é€😀x');
    assert.deepEqual(lines.positionAt(5, 'utf-8'), { line: 0, character: 11 });
    assert.equal(lines.offsetAt({ line: 0, character: 11 }, 'utf-8'), 5);
    assert.equal(lines.offsetAt({ line: 0, character: 1 }, 'utf-8'), 0, 'inside £');
    assert.equal(lines.offsetAt({ line: 0, character: 9 }, 'utf-8'), 3, 'inside 😀');
  });

  it('never cuts a surrogate pair', () => {
    const lines = new LineIndex('😀');
    assert.equal(lines.offsetAt({ line: 0, character: 1 }), 0);
    assert.deepEqual(lines.positionAt(1), { line: 0, character: 0 });
  });

  it('clamps what is outside', () => {
    const lines = new LineIndex('ab\ncd');
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
    assert.equal(lines.offsetAt({ line: 1, character: -4 }), 3);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(Number.NaN), { line: 0, character: 0 });
    assert.deepEqual(lines.lineSpan(7), { start: 5, end: 5 });
  });

  it('leads from every offset to a position and back', () => {
    const piece = fc.constantFrom('a', '£', '€', '😀', 'é', '\n', '\r', '\r\n', '\ud83d', '\0');
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        const width = { 'utf-16': 1, 'utf-8': 3 };
        for (const encoding of ['utf-16', 'utf-8'] as const) {
          for (let offset = 0; offset <= text.length; offset++) {
            const position = lines.positionAt(offset, encoding);
            const back = lines.offsetAt(position, encoding);
            assert.deepEqual(lines.positionAt(back, encoding), position);
            assert.ok(back <= offset && offset - back <= 1, `${offset} became ${back}`);
            assert.ok(position.character <= width[encoding] * text.length);
          }
        }
      }),
    );
  });

  it('is after a change as that of the whole text', () => {
    const textOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((found) => found.join(''));
    const plain = textOf('a', 'bc', '\n', '\n\n');
    const texts = fc.oneof(plain, plain, textOf('a', '\n', '\r', '\r\n'));
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.nat(24),
        fc.nat(6),
        fc.boolean(),
        (old, by, at, length, known) => {
          const start = Math.min(at, old.length);
          const oldEnd = Math.min(start + length, old.length);
          const text = old.slice(0, start) + by + old.slice(oldEnd);
          const before = new LineIndex(old);
          assert.ok(!known || before.lineCount > 0);
          const lines = before.edited(text, { start, oldEnd, newEnd: start + by.length });
          const anew = new LineIndex(text);
          assert.equal(lines.lineCount, anew.lineCount);
          for (let line = 0; line <= anew.lineCount; line++) {
            assert.deepEqual(lines.lineSpan(line), anew.lineSpan(line));
          }
          const again = lines.edited(`${text}\n`, {
            start: text.length,
            oldEnd: text.length,
            newEnd: text.length + 1,
          });
          assert.equal(again.lineCount, new LineIndex(`${text}\n`).lineCount);
        },
      ),
    );
  });

  it('agrees with itself in lines of many thousand characters', () => {
    const text = 'a€😀'.repeat(3000);
    const lines = new LineIndex(text);
    for (const offset of [1023, 1024, 1025, 2048, 4096, 8191, text.length]) {
      const bytes = Buffer.byteLength(text.slice(0, lines.offsetAt(lines.positionAt(offset))));
      const position = { line: 0, character: bytes };
      assert.deepEqual(lines.positionAt(offset, 'utf-8'), position);
      const back = lines.offsetAt(position, 'utf-8');
      assert.deepEqual(lines.positionAt(back, 'utf-8'), position);
    }
  });

  it('stays quick with many positions in one line of two megabytes', function () {
    this.timeout(5000);
    const text = 'é'.repeat(2_000_000);
    const lines = new LineIndex(text);
    for (let offset = 0; offset < text.length; offset += 200) {
      assert.equal(lines.positionAt(offset, 'utf-8').character, offset * 2);
      assert.equal(lines.offsetAt({ line: 0, character: offset * 2 }, 'utf-8'), offset);
    }
  });
});
