import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TokenResults, tokenEdits } from '../../../server/src/lsp/tokenResults.js';

function applied(before: readonly number[], edits: ReturnType<typeof tokenEdits>): number[] {
  const after = [...before];
  for (const { start, deleteCount, data = [] } of [...edits].sort((a, b) => b.start - a.start)) {
    after.splice(start, deleteCount, ...data);
  }
  return after;
}

describe('edits of tokens', () => {
  it('make the old into the new, whatever they are', () => {
    const list = fc.array(fc.nat(3), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        assert.deepEqual(applied(before, tokenEdits(before, after)), after);
      }),
    );
  });

  it('leave alone what is the same', () => {
    assert.deepEqual(tokenEdits([1, 2, 3], [1, 2, 3]), []);
    assert.deepEqual(tokenEdits([1, 2, 3], [1, 9, 9, 3]), [
      { start: 1, deleteCount: 1, data: [9, 9] },
    ]);
    assert.deepEqual(tokenEdits([1, 1, 1], [1, 1]), [{ start: 2, deleteCount: 1 }]);
  });
});

describe('results of tokens', () => {
  const results = (): { results: TokenResults; open: Set<string> } => {
    const open = new Set(['a']);
    return { results: new TokenResults((uri) => open.has(uri)), open };
  };

  it('tell only what changed since the result that the client has', () => {
    const { results: kept } = results();
    const first = kept.full('a', [1, 2, 3]);
    assert.ok(first.resultId);
    const delta = kept.delta('a', [1, 2, 4], first.resultId);
    assert.ok('edits' in delta);
    assert.deepEqual(applied(first.data, delta.edits), [1, 2, 4]);
    assert.notEqual(delta.resultId, first.resultId);
  });

  it('keep the name of a result that is still the same', () => {
    const { results: kept } = results();
    const first = kept.full('a', [1]);
    assert.deepEqual(kept.delta('a', [1], first.resultId ?? ''), {
      resultId: first.resultId,
      edits: [],
    });
  });

  it('tell all to a client with another result, or one that closed the document meanwhile', () => {
    const { results: kept } = results();
    const first = kept.full('a', [1]);
    kept.full('a', [2]);
    assert.ok('data' in kept.delta('a', [3], first.resultId ?? ''));
    const last = kept.full('a', [4]);
    kept.evict('a');
    assert.ok('data' in kept.delta('a', [5], last.resultId ?? ''));
  });

  it('keep nothing of a document that is not open', () => {
    const { results: kept, open } = results();
    open.delete('a');
    assert.deepEqual(kept.full('a', [1]), { data: [1] });
    assert.deepEqual(kept.delta('a', [1], '1'), { data: [1] });
  });
});
