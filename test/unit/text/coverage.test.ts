import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Coverage } from '../../../server/src/text/coverage.js';
import { covers, span } from '../../../server/src/text/span.js';

const anySpan = fc
  .tuple(fc.nat(30), fc.nat(10))
  .map(([start, length]) => span(start, start + length));

describe('the coverage of many spans', () => {
  it('is that of each of them', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 8 }), anySpan, (spans, inner) => {
        assert.equal(
          new Coverage(spans).covers(inner),
          spans.some((outer) => covers(outer, inner)),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
