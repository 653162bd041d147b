import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  statesQuantity,
  statesQuantityCarefully,
} from '../../../server/src/rules/valueNotInQuote.js';
import { standsAsValue, standsPlainly } from '../../../server/src/values/plainFigure.js';
import { readQuantity } from '../../../server/src/values/quantity.js';
import { readValue } from '../../../server/src/values/value.js';
import { shortFigureText } from '../values/figureTexts.js';

const UNITS = [null, 'organisation', 'trust', 'person', 'percent', 'GBP', 'buses'];
const WRITTEN = ['£20.1m', '£5bn', '£0.5bn', '3 years', '12 months', '5,125', '40', '1500', '36%'];
const DIGITS = ['5', '12', '40', '152', '1500', '2006'];

describe('a number that stands plainly in its quote', () => {
  it('is one that reading finds too', () => {
    fc.assert(
      fc.property(
        fc.tuple(shortFigureText, fc.constantFrom(...DIGITS), shortFigureText),
        fc.constantFrom(' ', ' ', ', ', '. ', '%', '-', '', '\u00a0'),
        fc.constantFrom(...UNITS),
        ([before, digits, after], joint, unit) => {
          const quote = `${before} ${digits}${joint}${after}`;
          const reading = readQuantity(digits, { unit });
          assert.ok(reading?.kind === 'quantity');
          const value = { ...reading.quantity, unit };
          assert.equal(statesQuantity(quote, value), statesQuantityCarefully(quote, value), quote);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is one that reading finds too, where it is a value as written', () => {
    fc.assert(
      fc.property(
        fc.tuple(shortFigureText, fc.constantFrom(...WRITTEN), shortFigureText),
        fc.constantFrom(' ', ' ', ', ', '. ', ' to ', '-', '', '\u00a0'),
        fc.constantFrom(...UNITS),
        ([before, written, after], joint, unit) => {
          const quote = `${before} ${written}${joint}${after}`;
          const reading = readValue(written, undefined, written.endsWith('%') ? 'percent' : unit);
          assert.ok(reading.kind === 'value' && reading.value.kind === 'quantity');
          const { quantity } = reading.value;
          if (standsAsValue(quote, written, quantity.unit)) {
            assert.ok(statesQuantityCarefully(quote, quantity), quote);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  const asWritten: readonly (readonly [string, string])[] = [
    ['sets aside £20.1m for leaflets', '£20.1m'],
    ['has 3 years to meet its target', '3 years'],
    ['counts 5,125 visits', '5,125'],
    ['up to £5bn', '£5bn'],
  ];
  for (const [quote, written] of asWritten) {
    it(`is seen at once as it is written: ${quote}`, () => {
      assert.ok(standsAsValue(quote, written, null));
    });
  }

  it('is seen at once as it is written, where it is a percentage', () => {
    assert.ok(standsAsValue('is to cut leaflets by 36%', '36%', 'percent'));
    for (const quote of ['by 136%', 'by 36% to 40%', 'by 36 pounds', 'by 36%age']) {
      assert.equal(standsAsValue(quote, '36%', 'percent'), false, quote);
    }
  });

  const notAsWritten: readonly (readonly [string, string])[] = [
    ['£20.1m to £30m', '£20.1m'],
    ['£5bn pounds', '£5bn'],
    ['3 years to five years', '3 years'],
    ['3 years or more', '3 years'],
    ['13 years in all', '3 years'],
    ['US£5bn in all', '£5bn'],
    ['5,125,000 visits', '5,125'],
    ['about 40 trusts', '~40'],
  ];
  for (const [quote, written] of notAsWritten) {
    it(`is left to reading as it is written: ${quote}`, () => {
      assert.equal(standsAsValue(quote, written, null), false);
    });
  }

  const plain: readonly (readonly [string, string, string | null])[] = [
    ['from 303 trusts', '303', null],
    ['all 1,500 people.', '1500', 'person'],
    ['Board 7 has 345 members in all', '345', 'organisation'],
    ['30% of them', '30', 'percent'],
    ['in 12 trusts', '12', 'trust'],
    ['there were 152', '152', 'organisation'],
  ];
  for (const [quote, digits, unit] of plain) {
    it(`is seen at once: ${quote}`, () => {
      assert.ok(standsPlainly(quote, digits, unit));
    });
  }

  const doubtful: readonly (readonly [string, string, string | null])[] = [
    ['152 million people', '152', null],
    ['152 to 160 trusts', '152', null],
    ['£152 in all', '152', null],
    ['1,152 trusts', '152', null],
    ['152,000 trusts', '152', null],
    ['152.5 trusts', '152', null],
    ['-152 trusts', '152', null],
    ['152 years', '152', 'person'],
    ['152 members', '1', 'member'],
    ['page 152 members wrote', '152', 'organisation'],
    ['May 12 members met', '12', 'organisation'],
    ['30% of them', '30', 'GBP'],
    ['152bn', '152', null],
    ['5 out of 10', '5', null],
    ['1\u00a0152 trusts', '152', null],
  ];
  for (const [quote, digits, unit] of doubtful) {
    it(`is left to reading: ${quote}`, () => {
      assert.equal(standsPlainly(quote, digits, unit), false);
    });
  }
});
