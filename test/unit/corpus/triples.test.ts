import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Triples } from '../../../server/src/corpus/triples.js';

const number = fc.integer({ min: -1, max: 40 });

describe('numbers for rows of three', () => {
  it('are the same for the same three, new for others, and lead back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { maxLength: 2000 }), (rows) => {
        const triples = new Triples();
        const known = new Map<string, number>();
        for (const row of rows) {
          const key = row.join();
          assert.equal(triples.find(...row), known.get(key) ?? -1);
          const given = triples.numberOf(...row);
          assert.equal(given, known.get(key) ?? known.size);
          known.set(key, given);
          assert.deepEqual(
            [triples.first(given), triples.second(given), triples.third(given)],
            row,
          );
        }
        assert.equal(triples.length, known.size);
      }),
      { numRuns: 30 },
    );
  });
});
