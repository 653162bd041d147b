import assert from 'node:assert/strict';
import { interned, internedSlice } from '../../../server/src/text/intern.js';
import { nastyText } from './brokenYaml.js';
import { SeededRandom } from './seededRandom.js';

describe('interned', () => {
  it('gives the characters that it was asked for, whatever was asked for before', () => {
    const random = new SeededRandom(7);
    for (let count = 0; count < 20_000; count++) {
      const text = nastyText(random) + nastyText(random);
      const start = random.below(text.length + 1);
      const end = start + random.below(text.length + 1 - start);
      assert.equal(internedSlice(text, start, end), text.slice(start, end));
      assert.equal(interned(text), text);
    }
  });

  it('keeps words apart that differ in one character anywhere', () => {
    const word = 'primary-care-trust-of-north-essex';
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < word.length; at++) {
        const other = `${word.slice(0, at)}X${word.slice(at + 1)}`;
        assert.equal(interned(other), other);
        assert.equal(interned(word), word);
      }
    }
  });

  it('takes the empty and the long', () => {
    const long = 'x'.repeat(500_000);
    assert.equal(internedSlice('abc', 1, 1), '');
    assert.equal(interned(''), '');
    assert.equal(internedSlice(long, 1, long.length), long.slice(1));
  });
});
