import assert from 'node:assert/strict';
import { nearest } from '../../../server/src/text/didYouMean.js';

describe('nearest', () => {
  const cases: [string, string[], string | undefined][] = [
    ['subjct', ['subject', 'object'], 'subject'],
    ['modailty', ['modality'], 'modality'],
    ['Subject', ['subject'], 'subject'],
    ['pct', ['pct'], undefined],
    ['pct', ['pct', 'pcts'], 'pcts'],
    ['pct', ['ptc', 'abc'], 'ptc'],
    ['unit', ['until', 'quit'], undefined],
    ['from', ['form', 'frog'], 'form'],
    ['abcd', ['abxy'], undefined],
    ['abcde', ['abcxy'], 'abcxy'],
    ['count', ['cost', 'constructor'], 'cost'],
    ['x', ['y'], undefined],
    ['', ['a'], undefined],
    ['value', [], undefined],
  ];
  for (const [word, candidates, expected] of cases) {
    it(`${JSON.stringify(word)} among ${candidates.join(', ')}: ${String(expected)}`, () => {
      assert.equal(nearest(word, candidates), expected);
    });
  }

  it('does not depend on the order of the candidates', () => {
    assert.equal(nearest('place', ['plane', 'plate']), 'plane');
    assert.equal(nearest('place', ['plate', 'plane']), 'plane');
  });
});
