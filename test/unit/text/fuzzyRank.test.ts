import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FuzzyQuery, fuzzyRanks, searchable } from '../../../server/src/text/fuzzyRank.js';

describe('how closely a text answers a query', () => {
  for (const [query, text, rank] of [
    ['pct', 'PCT', 'exact'],
    ['pct', 'pct-network', 'prefix'],
    ['network', 'pct-network', 'wordStart'],
    ['tw', 'pct-network', 'inside'],
    ['pct', 'Primary care trusts', 'letters'],
    ['rust', 'Primary care trusts', 'inside'],
    ['trusts primary', 'Primary care trusts', 'words'],
    ['primary care', 'Primary  care trusts', 'words'],
    ['rct', 'Primary care trusts', 'none'], // letters are looked for from the start of a word on
    ['trusts mary', 'Primary care trusts', 'none'],
    ['muhle', 'MÜHLE', 'exact'],
    ['mu\u0308hle', 'Mühle', 'exact'],
    ['', 'anything', 'letters'],
    ['  ', '', 'letters'],
    ['a', '', 'none'],
    ['𝒳', 'a 𝒳', 'wordStart'],
    ['.*', 'a', 'none'],
  ] as const) {
    it(`is ${rank} of “${query}” and “${text}”`, () => {
      assert.equal(new FuzzyQuery(query).rank(searchable(text)), fuzzyRanks[rank]);
    });
  }

  it('is none only where letters are missing, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const query = new FuzzyQuery(a);
        assert.ok(query.rank(searchable(`${b} ${a}`)) > fuzzyRanks.none || a.trim() !== a);
        if (query.rank(searchable(b)) > fuzzyRanks.none) {
          const letters = new Set(searchable(b));
          assert.ok(Array.from(searchable(a.trim())).every((l) => /\s/.test(l) || letters.has(l)));
        }
      }),
    );
  });
});
