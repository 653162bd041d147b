import { strict as assert } from 'node:assert';
import { Big } from 'big.js';
import fc from 'fast-check';
import { isSameNumber, orderOf } from '../../../server/src/values/numberOrder.js';
import { readQuantity } from '../../../server/src/values/quantity.js';
import { readQuantityPhrase } from '../../../server/src/values/quantityPhrase.js';
import { tokenise } from '../../../server/src/values/token.js';

/** Close to each other, so that they often share their first digits, or are the same. */
const numeral = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.constantFrom('0', '1', '12', '120', '1200', '1201', '99'),
    fc.constantFrom('', '.0', '.5', '.50', '.05'),
    fc.constantFrom('', 'e3', 'e-2', 'e20'),
  )
  .map((parts) => parts.join(''));

describe('the order of two numbers', () => {
  it('is that of big.js', () => {
    fc.assert(
      fc.property(numeral, numeral, (a, b) => {
        const [left, right] = [new Big(a), new Big(b)];
        assert.equal(Math.sign(orderOf(left, right)), left.cmp(right), `${a} and ${b}`);
        assert.equal(isSameNumber(left, right), left.eq(right), `${a} and ${b}`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a numeral and nothing else', () => {
  it('is read as the grammar reads it', () => {
    const digits = fc.stringMatching(/^[0-9]{1,4}(?:,?[0-9]{3}){0,5}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(null, 'GBP', 'trust'), (text, unit) => {
        const style = { counted: true, extra: unit, prose: false };
        const phrase = readQuantityPhrase(tokenise(text), 0, style);
        const reading = readQuantity(text, { unit });
        if (reading?.kind === 'quantity') {
          assert.ok(phrase?.kind === 'phrase');
          assert.deepEqual(reading.quantity, phrase.quantity, text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every digit', () => {
    const reading = readQuantity('999,999,999,999,999');
    assert.ok(reading?.kind === 'quantity');
    assert.equal(reading.quantity.min?.toFixed(), '999999999999999');
  });
});
