import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PostingLists } from '../../../server/src/corpus/postingLists.js';

const step = fc.record({
  key: fc.nat(3),
  value: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  isThere: fc.boolean(),
});

describe('posting lists', () => {
  it('hold what was added and not deleted', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const lists = new PostingLists<number>();
        const model = new Map<number, Set<string>>();
        for (const { key, value, isThere } of steps) {
          const known = model.get(key) ?? new Set<string>();
          model.set(key, known);
          if (isThere && !known.has(value)) {
            lists.add(key, value);
            known.add(value);
          } else if (!isThere) {
            lists.delete(key, value);
            known.delete(value);
          }
          assert.deepEqual([...lists.get(key)].sort(), [...known].sort());
          assert.equal(lists.count(key), known.size);
        }
      }),
    );
  });
});
