import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findDates, findQuantities } from '../../../server/src/values/prose.js';
import { describeQuantity } from '../../../server/src/values/value.js';

function figures(text: string): string[] {
  return findQuantities(text).map((found) => found.text);
}

function meanings(text: string): string[] {
  return findQuantities(text).map((found) => describeQuantity(found.quantity));
}

function dates(text: string): string[] {
  return findDates(text).map((found) => `${found.text} = ${found.edtf}`);
}

const FIGURES: Readonly<Record<string, readonly string[]>> = {
  'cut in half from 303 to just 152': ['half', '303', '152'],
  'all 152 PCTs, maybe 40 bodies': ['152', 'maybe 40'],
  'At least six PCTs escape a £5bn crisis': ['At least six', '£5bn'],
  'brought down to two- North and South Essex': ['two'],
  'a dozen trusts, twenty-one boards, the first 17 pilots': ['a dozen', 'twenty-one', '17'],
  'two and a half million people and £949m': ['two and a half million', '£949m'],
  'cost £1.2 to £1.3 billion, between 500 and 600 posts': [
    '£1.2 to £1.3 billion',
    'between 500 and 600',
  ],
  'more than 45 per cent, around 70%, up to 14': [
    'more than 45 per cent',
    'around 70%',
    'up to 14',
  ],
  'cut by a third, half of them, one in five': ['a third', 'half', 'one in five'],
  'over the next three years, over three years': ['three years', 'three years'],
  'about 2,000 staff, 2000 people, more than 2000 sites': ['about 2,000', '2000', 'more than 2000'],
  'a 30% saving; five-year plan; 40-plus; 40+; c.40 PCTs': [
    '30%',
    'five-year',
    '40-plus',
    '40+',
    'c.40',
  ],
  '£5m to 10 trusts': ['£5m', '10'],
  'one PCT in Essex, only one body, at least one trust': ['one', 'one', 'at least one'],
  'in 2010/11 152 PCTs': ['152'],
  'sections 4, 5 and 6 cover 40 PCTs': ['40'],
  'over a 100 trusts, up to a 50 posts': ['over a 100', 'up to a 50'],
  '6.2 crore people, Rs. 8,000 crore, Rs 2 lakh crore, ₹500': [
    '6.2 crore',
    'Rs. 8,000 crore',
    'Rs 2 lakh crore',
    '₹500',
  ],
};

const NO_FIGURES = [
  'on 30 May 2006, May 30, 2006, 30 and 31 May, by 2013/14, in 2002, since late 2005',
  'from 2008 to 2010, the 1990s, FY2013-14, 2006-05-30, 30/05/2006, 2008-10',
  'the 2010 election and the 2010 white paper',
  '1st, 21st, third wave, a third wave, second half, a quarter century',
  'section 75, clause 4, article 3, chapter two, page 7, Figure 2, No 10, No. 10, part 2',
  'H1N1, COVID-19, 4x4, G8, M25, v5.2.1, 18-page, 50/50, 24/7, 10-5',
  'call 020 7946 0958 or +44 20 7946 0958, open 9.30am, 9:30 or 10 am',
  'http://example.org/2010/152?x=3 www.example.org/5 a.b12@example.org',
  '1. First\n2) Second\n see [3] and (4)',
  'one of them, one another, one day, One senior director said, no one',
  '5,00 and 1'.padEnd(60, '1'),
];

describe('findQuantities', () => {
  for (const [text, expected] of Object.entries(FIGURES)) {
    it(`finds the figures in “${text}”`, () => {
      assert.deepEqual(figures(text), expected);
    });
  }

  for (const text of NO_FIGURES) {
    it(`finds none in “${text.slice(0, 60)}”`, () => {
      assert.deepEqual(figures(text), []);
    });
  }

  it('reads a change as two figures that share scale and unit', () => {
    assert.deepEqual(meanings('rises from £1.2 to £1.3 billion'), ['£1.2bn', '£1.3bn']);
    assert.deepEqual(meanings('falls from 40 to 30 per cent'), ['40%', '30%']);
  });

  it('is linear', function () {
    this.timeout(60_000);
    const texts = [
      'one hundred and ',
      '5 to ',
      '1,',
      '152 PCTs in 2006 ',
      'a@',
      '-',
      'in 2008, 2009 and ',
      'sections 4, ',
      'between ',
      'x',
    ];
    for (const piece of texts) {
      // A pass over the square of so many would not end in the time that this test has.
      findQuantities(piece.repeat(40_000));
      findDates(piece.repeat(40_000));
    }
  });
});

const DATES: Readonly<Record<string, readonly string[]>> = {
  'pharmafile | May 30, 2006 | News': ['May 30, 2006 = 2006-05-30'],
  'on 30 May 2006 and the 1st of June 2006': [
    '30 May 2006 = 2006-05-30',
    '1st of June 2006 = 2006-06-01',
  ],
  'in May 2006, since late 2005': ['May 2006 = 2006-05', 'late 2005 = 2005'],
  'by 2013/14, beyond 2013-14, in FY2013-14': [
    '2013/14 = 2013/14',
    '2013-14 = 2013/14',
    'FY2013-14 = 2013/14',
  ],
  'in 2008, 2009 and 2010': ['2008 = 2008', '2009 = 2009', '2010 = 2010'],
  'between 2008 and 2010, from 2008 to 2010': [
    '2008 and 2010 = 2008/2010',
    '2008 to 2010 = 2008/2010',
  ],
  'the 1990s, spring 2006, around 2009, (2010)': [
    '1990s = 199X',
    'spring 2006 = 2006-21',
    'around 2009 = 2009~',
    '2010 = 2010',
  ],
  '30/05/2006 or 2006-05-30': ['30/05/2006 = 2006-05-30', '2006-05-30 = 2006-05-30'],
  'from 1 April 2013 to 31 March 2014': ['1 April 2013 = 2013-04-01', '31 March 2014 = 2014-03-31'],
  // Nothing below states a date with its year.
  'May 30th, in October, 2008-10, 05/06/2006, 31 June 2006': [],
  'in 2000 people, 2010 trusts, a total of 2000, may 2006': [],
};

describe('findDates', () => {
  for (const [text, expected] of Object.entries(DATES)) {
    it(`finds the dates in “${text}”`, () => {
      assert.deepEqual(dates(text), expected);
    });
  }
});

describe('found spans', () => {
  it('are slices of the text, in order and apart, in any text', () => {
    const words =
      '152 £5bn 30% May 2006 30 2013/14 - to from between and a third one in five 1, . ( ) at least about [3] section \n 💷 é http://'.split(
        ' ',
      );
    const prose = fc
      .array(fc.constantFrom(...words), { maxLength: 30 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), prose), (text) => {
        const spans = [...findQuantities(text), ...findDates(text)].sort(
          (a, b) => a.start - b.start,
        );
        let last = 0;
        for (const { start, end, text: words } of spans) {
          assert.equal(text.slice(start, end), words);
          assert.ok(start >= last && end > start);
          last = end;
        }
      }),
    );
  });
});
