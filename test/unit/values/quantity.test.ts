import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describeQuantity } from '../../../server/src/values/value.js';
import {
  canonicalUnit,
  compareQuantities,
  exactly,
  interval,
  quantityContains,
  readQuantity,
  widenTolerance,
  withUnit,
  type Quantity,
} from '../../../server/src/values/quantity.js';

/** A quantity as an interval in mathematical notation, `~` when approximate, and its unit. */
function notation(quantity: Quantity): string {
  const open = quantity.minOpen || quantity.min === null ? '(' : '[';
  const close = quantity.maxOpen || quantity.max === null ? ')' : ']';
  const bounds = `${quantity.min?.toFixed() ?? '-∞'}, ${quantity.max?.toFixed() ?? '∞'}`;
  const unit = quantity.unit === null ? '' : ` ${quantity.unit}`;
  return `${open}${bounds}${close}${quantity.approximate ? '~' : ''}${unit}`;
}

function read(source: string): string {
  const reading = readQuantity(source);
  if (reading === null) return 'none';
  return reading.kind === 'quantity' ? notation(reading.quantity) : reading.kind;
}

function quantity(source: string): Quantity {
  const reading = readQuantity(source);
  assert.equal(reading?.kind, 'quantity', source);
  return reading.quantity;
}

const READINGS: Readonly<Record<string, readonly string[]>> = {
  '[152, 152]': ['152', 'one hundred and fifty-two', ' 152 '],
  '[35, 45]~': [
    '~40',
    'about 40',
    'around 40',
    'approximately 40',
    'roughly 40',
    'some 40',
    'maybe 40',
    'circa 40',
    'c. 40',
    'c.40',
    '40 or so',
    '40-odd',
  ],
  '[35, 40]~': ['nearly 40', 'almost 40'],
  '[65, 75]~ percent': ['~70%', 'around 70 per cent'],
  '[144.4, 159.6]~': ['~152'],
  '[250, 350]~': ['~300'],
  '[4.75, 5.25]~': ['~5.0'],
  '[6, ∞)': [
    '>=6',
    '≥6',
    '>= 6',
    'at least 6',
    'at least six',
    '6+',
    '6 or more',
    'no fewer than 6',
    'a minimum of 6',
  ],
  '(-∞, 50]': [
    '<=50',
    '≤50',
    'up to 50',
    'at most 50',
    'no more than 50',
    'a maximum of 50',
    '50 or fewer',
  ],
  '(45, ∞)': ['>45', 'more than 45', 'over 45', 'above 45'],
  '(-∞, 10)': ['<10', 'fewer than 10', 'less than 10', 'under 10', 'below 10'],
  '[500, 600]': [
    '500..600',
    '500-600',
    '500–600',
    '500 - 600',
    '500 to 600',
    'between 500 and 600',
    'from 500 to 600',
  ],
  '[1200000000, 1300000000] GBP': [
    '£1.2 to £1.3 billion',
    '£1.2-1.3bn',
    '£1.2bn-£1.3bn',
    'between £1.2 and £1.3 billion',
  ],
  '[900000, 1300000] GBP': ['£900,000 to £1.3 million'],
  '[30, 30] percent': ['30%', '30 %', '30 per cent', '30 percent'],
  '[4500000000, 5500000000] GBP': [
    '£5bn',
    '£5 billion',
    'GBP 5bn',
    'GBP5bn',
    '5bn GBP',
    '£5 billion pounds',
  ],
  '[4950000000, 5050000000] GBP': ['£5.0bn'],
  '[5150000000, 5250000000] GBP': ['£5.2bn'],
  '[5250000000, 5250000000] GBP': ['£5.25bn'],
  '[949000000, 949000000] GBP': ['£949m', '£949 million'],
  '[300000000, 300000000] GBP': ['£300m'],
  '[2500000, 3500000] USD': ['$3 million', 'US$3m', '$3mn'],
  '[2550000, 2650000]': ['2.6 million', '2.6m'],
  '[2450000, 2550000]': ['two and a half million'],
  '[3, 3] year': ['3 years', 'three years', '3-year'],
  '[18, 18] month': ['18 months', '18-month'],
  '[18, 24] month': ['18 months to 2 years'],
  '[6, ∞) year': ['6+ years', '6 years or more', '6 or more years'],
  '[152, 152] organisation': ['152 organisations', '152 organizations'],
  '[5, 5] person': ['five people'],
  '[5000, 5000]': ['5,000', '5\u00a0000', '5\u2009000', '5000'],
  '[21, 21]': ['twenty-one', 'twenty one'],
  '[12, 12]': ['a dozen'],
  '[6, 6]': ['half a dozen'],
  '[1000002, 1000002]': ['one million and two'],
  '[3000000000000, 3000000000000]': ['3000000000000', '3e12'],
  '[50, 50] percent': ['half', '½'],
  '[33, 34] percent': ['a third', 'one third', 'one in three'],
  '[66, 67] percent': ['two thirds', 'two-thirds'],
  '[25, 25] percent': ['a quarter', 'one in four'],
  '[75, 75] percent': ['three quarters', 'three-quarters'],
  '[20, 20] percent': ['one in five', '1 in 5', 'a fifth', 'two out of ten'],
  '[3.1, 3.1]': ['3.10'],
  '[9007199254740993, 9007199254740993]': ['9007199254740993'],
  '[123, 123]': ['0123'],
  '[-5, -5] percent': ['-5%', '−5%'],
  '[50, 50] penny': ['50p'],
  vague: [
    'several',
    'numerous PCTs',
    'many',
    'a number of trusts',
    'a few',
    'few',
    'some',
    'some trusts',
    'dozens',
    'hundreds',
    'scores',
    'a handful',
    'countless',
    'various',
    'a string of mergers',
  ],
  problem: [
    '600..500',
    'between 600 and 500',
    '1e31',
    '1e-31',
    '1'.repeat(41),
    '5,00',
    '12,34,567',
    '9'.repeat(500_000),
  ],
  none: [
    '',
    '~',
    'PCTs',
    '152 PCTs',
    '2013/14',
    '2006-05-30',
    '5 000',
    'H1N1',
    '4x4',
    '5.5.5',
    'COVID-19',
    'at least',
    'between 5',
    '£',
    'health secretary',
    '152 of 303 trusts',
    'one hundred and '.repeat(50_000),
    'many GPs would welcome the move to slash spending',
  ],
};

describe('readQuantity', () => {
  for (const [expected, sources] of Object.entries(READINGS)) {
    it(`reads ${expected}`, () => {
      for (const source of sources) assert.equal(read(source), expected, source.slice(0, 60));
    });
  }

  it('takes the unit that the property declares as a trailing noun', () => {
    const reading = readQuantity('152 PCTs', { unit: 'PCT' });
    assert.equal(reading?.kind === 'quantity' && reading.quantity.unit, 'pct');
  });

  it('says which end of a range is wrong', () => {
    const reading = readQuantity('£600m to £500m');
    assert.match(reading?.kind === 'problem' ? reading.message : '', /£600m is more than £500m/);
  });

  it('is quick on hostile input', () => {
    const started = performance.now();
    for (const source of [
      'one hundred and '.repeat(50_000),
      '1'.repeat(500_000),
      '1,'.repeat(200_000),
      ' '.repeat(500_000),
      '~'.repeat(500_000),
    ])
      readQuantity(source);
    assert.ok(performance.now() - started < 1000);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), pieces()),
        (source) => void readQuantity(source),
      ),
    );
  });
});

/** Strings of the words that the grammar knows, in any order. */
function pieces(): fc.Arbitrary<string> {
  const words =
    '152 40 £ % .. - to and a half one twenty hundred million bn m ~ >= about between from in of 5.0 1e5 third dozen years + or more'.split(
      ' ',
    );
  return fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
}

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['152', 'at least 150', 'compatible'],
  ['at least 6', 'at most 5', 'disjoint'],
  ['more than 100', 'fewer than 100', 'disjoint'],
  ['more than 100', '100', 'disjoint'],
  ['at least 100', 'up to 100', 'compatible'],
  ['~40', '45', 'compatible'],
  ['~40', '46', 'disjoint'],
  ['£5bn', '£5.2bn', 'compatible'],
  ['£5.0bn', '£5.2bn', 'disjoint'],
  ['303', '152', 'disjoint'],
  ['3 years', '36 months', 'compatible'],
  ['3 years', '35 months', 'disjoint'],
  ['2 weeks', '14 days', 'compatible'],
  ['£5', '500p', 'compatible'],
  ['£5bn', '$5bn', 'units-differ'],
  ['30%', '30', 'compatible'],
  ['30%', '30 people', 'units-differ'],
  ['3 years', '2 weeks', 'units-differ'],
  ['half', '50%', 'compatible'],
  ['a third', '33.3%', 'compatible'],
];

describe('compareQuantities', () => {
  for (const [a, b, expected] of PAIRS) {
    it(`finds ${a} and ${b} ${expected}`, () => {
      assert.equal(compareQuantities(quantity(a), quantity(b)), expected);
      assert.equal(compareQuantities(quantity(b), quantity(a)), expected);
    });
  }

  it('never becomes disjoint by widening', () => {
    fc.assert(
      fc.property(
        anyQuantity(),
        anyQuantity(),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (a, b, factor) => {
          if (compareQuantities(a, b) === 'compatible')
            assert.equal(compareQuantities(widenTolerance(a, factor), b), 'compatible');
          assert.ok(quantityContains(widenTolerance(a, factor), a));
        },
      ),
    );
  });

  it('agrees with containment', () => {
    fc.assert(
      fc.property(anyQuantity(), anyQuantity(), (a, b) => {
        if (quantityContains(a, b)) assert.equal(compareQuantities(a, b), 'compatible');
      }),
    );
  });
});

function anyQuantity(): fc.Arbitrary<Quantity> {
  const unit = fc.constantFrom(null, 'percent', 'year', 'month');
  return fc
    .tuple(
      fc.integer({ min: -20, max: 20 }),
      fc.nat(10),
      fc.boolean(),
      unit,
      fc.constantFrom('both', 'min', 'max'),
    )
    .map(([min, width, approximate, of, sides]) => {
      const low = exactly(min).min;
      const high = exactly(min + width).max;
      return {
        ...interval(sides === 'max' ? null : low, sides === 'min' ? null : high, of),
        approximate,
      };
    });
}

describe('quantityContains', () => {
  it('minds open bounds', () => {
    assert.ok(quantityContains(quantity('at least 6'), quantity('more than 6')));
    assert.ok(!quantityContains(quantity('more than 6'), quantity('at least 6')));
    assert.ok(quantityContains(quantity('500-600'), quantity('550')));
    assert.ok(!quantityContains(quantity('500-600'), quantity('at least 550')));
    assert.ok(quantityContains(quantity('3 years'), quantity('36 months')));
    assert.ok(!quantityContains(quantity('3 years'), quantity('3 weeks')));
  });
});

describe('widenTolerance', () => {
  it('doubles what is approximate and leaves the rest', () => {
    assert.equal(notation(widenTolerance(quantity('~40'), 2)), '[30, 50]~');
    assert.equal(notation(widenTolerance(quantity('40'), 2)), '[40, 40]');
    assert.equal(notation(widenTolerance(quantity('at least 40'), 2)), '[40, ∞)');
  });
});

describe('units', () => {
  it('have one spelling', () => {
    const spellings = {
      '%': 'percent',
      'per cent': 'percent',
      Years: 'year',
      '£': 'GBP',
      gbp: 'GBP',
      people: 'person',
      PCTs: 'pct',
      bodies: 'body',
      GBP: 'GBP',
      trusts: 'trust',
    };
    for (const [written, unit] of Object.entries(spellings))
      assert.equal(canonicalUnit(written), unit);
  });

  it('are idempotent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = canonicalUnit(text);
        if (!once.endsWith('s')) assert.equal(canonicalUnit(once), once);
      }),
    );
  });

  it('are set only where none was written', () => {
    assert.equal(withUnit(quantity('30'), '%').unit, 'percent');
    assert.equal(withUnit(quantity('3 years'), '%').unit, 'year');
    assert.equal(withUnit(quantity('30'), null).unit, null);
  });
});

describe('describeQuantity', () => {
  it('says what reads back as the same', () => {
    for (const source of [
      '152',
      'about 40',
      'nearly 40',
      '£5bn',
      '£949m',
      'at least 6',
      'up to 50',
      'more than 45%',
      'fewer than 10',
      '500 to 600',
      '2.6 million',
      '£1.2bn to £1.3bn',
      '5 to 10 years',
      '30%',
      '£5.0bn',
    ])
      assert.equal(describeQuantity(quantity(source)), source);
  });
});
