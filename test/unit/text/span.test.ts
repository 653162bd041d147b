import assert from 'node:assert/strict';
import { contains, covers, overlaps, span } from '../../../server/src/text/span.js';

describe('Span', () => {
  it('is touched by a caret at either end', () => {
    const word = span(2, 5);
    assert.deepEqual(
      [1, 2, 4, 5, 6].map((offset) => contains(word, offset)),
      [false, true, true, true, false],
    );
  });

  it('covers what lies within it, itself included', () => {
    assert.ok(covers(span(0, 5), span(0, 5)));
    assert.ok(covers(span(0, 5), span(2, 3)));
    assert.ok(!covers(span(0, 5), span(2, 6)));
  });

  it('overlaps only what shares a character', () => {
    assert.ok(overlaps(span(0, 2), span(1, 3)));
    assert.ok(!overlaps(span(0, 2), span(2, 3)));
  });
});
