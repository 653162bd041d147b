import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  findDates,
  findDatesCarefully,
  findQuantities,
  findQuantitiesCarefully,
} from '../../../server/src/values/prose.js';
import { tokenise, tokeniseCarefully } from '../../../server/src/values/token.js';
import { figureText } from './figureTexts.js';

const far = 'and so they said it again and again to all who went there to hear it '.repeat(3);

/** Where what decides stands as far from its number as it can, or is written as few write it. */
const EDGES = [
  `${far}40 or more per cent ${far}`,
  `${far}Rs 5 lakh crore or more percentage points ${far}`,
  'in the region of a 100 trusts',
  `${far}in the region of a 100 trusts ${far}`,
  `${far}a lakh crore per cent or more per cent ${far}`,
  `${far}a laK\u212ah of people, _one_ PCT, 5one, one_two ${far}`,
  `${far}sections 4, 5, 6, 7, 8 and 9 ${far} 10 trusts`,
  `${far}in 2001, 2002, 2003, 2004 and 2005 ${far} 2006 people`,
  `${far}five \u00a0 \u2009 \u2028 \u00a0 \u2009 \u2028 \u00a0 \u2009 \u2028 \u00a0 \u2009 \u2028 \u00a0 \u2009 per cent`,
  `${far}about \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 \u3000 40 trusts`,
  `${far}http://x.y/about 5 ${far} ñ'www.one.com ${far}`,
  `two ${far} million`,
  'more than 5 € and 5 %, 1\u202f500 or 1\u00a0500',
  "o'one won't twenty-one’s “three’ 1e6 1e+ 1ex 5.5.5 1,5 1,500,00",
];

describe('figures and dates of prose, by the quick way and by the careful one', () => {
  it('are the same at the edges', () => {
    for (const text of EDGES) {
      assert.deepEqual(findQuantities(text), findQuantitiesCarefully(text), text);
      assert.deepEqual(findDates(text), findDatesCarefully(text), text);
    }
  });

  it('are the same in any text', () => {
    fc.assert(
      fc.property(figureText, (text) => {
        assert.deepEqual(findQuantities(text), findQuantitiesCarefully(text));
        assert.deepEqual(findDates(text), findDatesCarefully(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('are made of the same tokens', () => {
    fc.assert(
      fc.property(fc.oneof(figureText, fc.string({ unit: 'binary' })), (text) => {
        assert.deepEqual(tokenise(text), tokeniseCarefully(text));
      }),
      { numRuns: 500 },
    );
  });

  it('are found wherever a number word stands alone', () => {
    const tens = 'twenty thirty forty fifty sixty seventy eighty ninety a|dozen a|hundred a|third';
    const small =
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
      'seventeen eighteen nineteen half zero a|thousand a|million a|billion a|trillion a|lakh a|crore';
    for (const word of `${tens} ${small}`.split(' ')) {
      const text = `${far}${word.replace('|', ' ')} of them ${far}`;
      assert.equal(findQuantities(text).length, 1, word);
      assert.equal(findQuantities(text.toUpperCase()).length, 1, word);
    }
  });
});
