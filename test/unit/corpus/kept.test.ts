import assert from 'node:assert/strict';
import { Kept, Recent, type LinedText } from '../../../server/src/corpus/kept.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';

/** A file of so many characters, and how often it was read and parsed again. */
function file(
  recent: Recent,
  size: number,
): { readonly kept: Kept<LinedText>; readonly reads: () => number } {
  const text = 'x'.repeat(size);
  let count = 0;
  const parse = (of: string): LinedText => ({ text: of, lines: new LineIndex(of) });
  const again = (): string => {
    count++;
    return text;
  };
  return { kept: new Kept(null, again, parse, size, recent), reads: () => count };
}

/*
 * All within one turn: what only a weak reference points to stays in memory until it ends.
 */
describe('what was read last', () => {
  it('is not read again while there is room', () => {
    const recent = new Recent(100, 0);
    const files = [1, 2, 3].map(() => file(recent, 30));
    const first = files.map(({ kept }) => kept.get());
    assert.deepEqual(
      files.map(({ kept }, n) => kept.get() === first[n]),
      [true, true, true],
    );
    assert.deepEqual(
      files.map(({ reads }) => reads()),
      [1, 1, 1],
    );
  });

  it('is let go at once when there is no more room', () => {
    const recent = new Recent(100, 0);
    const [one, ...others] = [1, 2, 3, 4].map(() => file(recent, 30));
    one?.kept.get();
    for (const { kept } of others) {
      kept.get();
    }
    assert.equal(one?.kept.inMemory(), undefined);
    assert.equal(others.at(-1)?.kept.inMemory()?.text.length, 30);
  });

  it('is let go where there are many short texts: each counts for more than it is long', () => {
    const recent = new Recent(100, 40);
    const files = [1, 2, 3].map(() => file(recent, 1));
    for (const { kept } of files) kept.get();
    assert.deepEqual(
      files.map(({ kept }) => kept.inMemory() === undefined),
      [true, false, false],
    );
  });

  it('is let go as a text alone too', () => {
    const recent = new Recent(100, 0);
    const [one, ...others] = [1, 2, 3, 4].map(() => file(recent, 30));
    one?.kept.lined();
    one?.kept.lined();
    assert.equal(one?.reads(), 1);
    for (const { kept } of others) {
      kept.lined();
    }
    one.kept.lined();
    assert.equal(one.reads(), 2);
  });

  it('outlives what was read again after it was let go', () => {
    const recent = new Recent(100, 0);
    const [one, other] = [file(recent, 60), file(recent, 60)];
    one.kept.get();
    other.kept.get(); // the first is let go
    const again = one.kept.get(); // and now the other
    assert.equal(other.kept.inMemory(), undefined);
    assert.equal(one.kept.inMemory(), again);
  });

  it('stays while somebody may work with two that are large', () => {
    const recent = new Recent(100_000, 0);
    const [one, other] = [file(recent, 80_000), file(recent, 80_000)];
    const [first, second] = [one.kept.get(), other.kept.get()];
    assert.equal(one.kept.get(), first);
    assert.equal(other.kept.get(), second);
    assert.deepEqual([one.reads(), other.reads()], [1, 1]);
  });

  for (const size of [10_000, 40_000]) {
    it(`is an article with its sidecar while every file is read once: of ${String(size)} each`, () => {
      const recent = new Recent();
      const files = Array.from({ length: 10 }, () => file(recent, size));
      const inMemory = (): number =>
        files.filter(({ kept }) => kept.inMemory() !== undefined).length;
      for (const { kept } of files) kept.get();
      assert.equal(inMemory(), 10);
      recent.keepLittle(true);
      assert.equal(inMemory(), 2);
      for (const { kept } of files) kept.get();
      assert.equal(inMemory(), 2);
      recent.keepLittle(false);
      for (const { kept } of files) kept.get();
      assert.equal(inMemory(), 10);
    });
  }

  it('says what is let go', () => {
    const gone: number[] = [];
    const recent = new Recent(100, 0);
    for (const size of [60, 61, 62]) {
      const text = 'x'.repeat(size);
      const thing = { text, lines: new LineIndex(text) };
      const letGo = (of: LinedText): void => {
        gone.push(of.text.length);
      };
      new Kept(
        thing,
        () => text,
        () => thing,
        size,
        recent,
        undefined,
        letGo,
      );
    }
    assert.deepEqual(gone, [60, 61]);
  });
});
