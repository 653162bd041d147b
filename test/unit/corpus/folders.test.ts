import assert from 'node:assert/strict';
import { innermostFolder, isInside } from '../../../server/src/corpus/uri.js';

describe('folders', () => {
  it('hold themselves and what is below them, and not what only begins alike', () => {
    for (const [folder, uri, expected] of [
      ['file:///a', 'file:///a', true],
      ['file:///a', 'file:///a/b.md', true],
      ['file:///a', 'file:///ab/c.md', false],
      ['file:///a/', 'file:///a/b.md', true],
      ['file:///a/', 'file:///a', false],
      ['file:///a/b', 'file:///a', false],
    ] as const) {
      assert.equal(isInside(folder, uri), expected, `${folder} ${uri}`);
    }
  });

  it('lie in one another: the innermost that holds a file is its own', () => {
    const uri = 'file:///a/b/c.md';
    const [outer, inner, other] = ['file:///a', 'file:///a/b', 'file:///a/bb'];
    assert.equal(innermostFolder([outer, inner, other], uri), inner);
    assert.equal(innermostFolder([inner, other, outer].values(), uri), inner);
    assert.equal(innermostFolder([other], uri), undefined);
  });
});
