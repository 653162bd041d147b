import assert from 'node:assert/strict';
import fc from 'fast-check';
import { figuresIn, lacksNumberOf } from '../../../server/src/text/numberTokens.js';

describe('lacksNumberOf', () => {
  it('is told of no text with a passage that has the same figures', () => {
    const digits = fc.constantFrom('1', '0', '15', '234', '567', ',', '.', ' ', '£', '-', '%', 'm');
    const words = fc.array(digits, { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, words, (before, wanted, after) => {
        const text = `${before} ${wanted.replaceAll(',', '')} ${after}${wanted}`;
        for (let start = 0; start < text.length; start++) {
          for (let end = start + 1; end <= text.length; end++) {
            if (figuresIn(text.slice(start, end)) === figuresIn(wanted)) {
              assert.ok(!lacksNumberOf(text.slice(start, end), wanted), text.slice(start, end));
            }
          }
        }
      }),
    );
  });

  it('is told of a text without one of the numbers, however it is spelt', () => {
    const words = 'from 1,234,567 to 152 trusts';
    for (const spelt of ['1234567', '1234,567', '1,234,567']) {
      assert.ok(!lacksNumberOf(`${spelt}; 152`, words));
      assert.ok(lacksNumberOf(`${spelt}; 151`, words));
    }
    assert.ok(lacksNumberOf('1,234,568 or 152', words));
    assert.ok(lacksNumberOf('2 or 6', '2.6'));
    assert.ok(!lacksNumberOf('', 'no number'));
  });
});
