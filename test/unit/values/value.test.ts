import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  compareValues,
  describeValue,
  readEntities,
  readLongValue,
  readValue,
  withinTwiceTolerance,
  type LongValue,
  type PropertyType,
  type Value,
} from '../../../server/src/values/value.js';

function value(source: string, type?: PropertyType, unit: string | null = null): Value {
  const reading = readValue(source, type, unit);
  assert.equal(
    reading.kind,
    'value',
    `${source}: ${reading.kind === 'problem' ? reading.message : ''}`,
  );
  return reading.value;
}

function outcome(source: string, type?: PropertyType, unit: string | null = null): string {
  const reading = readValue(source, type, unit);
  return reading.kind === 'value'
    ? `${reading.value.kind} ${describeValue(reading.value)}`
    : 'problem';
}

const READINGS: readonly (readonly [string, PropertyType | undefined, string | null, string])[] = [
  ['152', 'quantity', 'organisation', 'quantity 152 organisations'],
  ['30', 'percentage', null, 'quantity 30%'],
  ['half', 'percentage', null, 'quantity 50%'],
  ['£30', 'percentage', null, 'problem'],
  ['5bn', 'money', 'GBP', 'quantity £5bn'],
  ['$5bn', 'money', 'GBP', 'quantity $5bn'],
  ['30%', 'money', 'GBP', 'problem'],
  ['3 years', 'duration', null, 'quantity 3 years'],
  ['P18M', 'duration', null, 'quantity 18 months'],
  ['30%', 'duration', null, 'problem'],
  ['numerous', 'quantity', null, 'vague numerous'],
  ['152 PCTs', 'quantity', 'organisation', 'problem'],
  ['2013/14', 'date', null, 'date 2013/14'],
  ['2013/15', 'date', null, 'problem'],
  ['true', 'boolean', null, 'boolean true'],
  ['yes', 'boolean', null, 'problem'],
  ['[north-essex, south-essex]', 'entity', null, 'entities north-essex, south-essex'],
  ['__proto__', 'entity', null, 'entities __proto__'],
  ['North Essex', 'entity', null, 'problem'],
  ['152', 'text', null, 'text 152'],
  ['152', undefined, null, 'quantity 152'],
  ['2013/14', undefined, null, 'date 2013/14'],
  ['2010-11', undefined, null, 'date November 2010'],
  ['2006-05-30', undefined, null, 'date 30 May 2006'],
  ['2013/15', undefined, null, 'problem'],
  ['2013-04-01/..', undefined, null, 'date from 1 April 2013'],
  ['600-500', undefined, null, 'problem'],
  ['false', undefined, null, 'boolean false'],
  ['many', undefined, null, 'vague many'],
  ['plans to merge', undefined, null, 'text plans to merge'],
];

describe('readValue', () => {
  for (const [source, type, unit, expected] of READINGS) {
    it(`reads ${source} as ${type ?? 'a guess'}: ${expected}`, () => {
      assert.equal(outcome(source, type, unit), expected);
    });
  }

  it('never throws', () => {
    const types: fc.Arbitrary<PropertyType | undefined> = fc.constantFrom(
      undefined,
      'quantity',
      'percentage',
      'money',
      'duration',
      'date',
      'text',
      'boolean',
      'entity',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        types,
        fc.option(fc.string()),
        (source, type, unit) => {
          const reading = readValue(source, type, unit);
          if (reading.kind === 'value') describeValue(reading.value);
        },
      ),
    );
  });
});

const LONG: readonly (readonly [LongValue, string])[] = [
  [{ amount: '40' }, '40'],
  [{ amount: '40', approximate: 'true' }, 'about 40'],
  [{ amount: '~40', approximate: 'true' }, 'about 40'],
  [{ min: '35', max: '45' }, '35 to 45'],
  [{ min: '6' }, 'at least 6'],
  [{ amount: '40', min: '35', max: '50' }, '35 to 50'],
  [{ amount: '30', unit: '%' }, '30%'],
  [{ amount: '5bn', unit: 'GBP' }, '£5bn'],
  [{ min: '45', max: '35' }, 'problem'],
  [{ amount: '60', min: '35', max: '45' }, 'problem'],
  [{ amount: '30%', unit: 'GBP' }, 'problem'],
  [{ amount: '40', approximate: 'perhaps' }, 'problem'],
  [{ min: 'several' }, 'problem'],
  [{}, 'problem'],
];

describe('readLongValue', () => {
  for (const [parts, expected] of LONG) {
    it(`reads ${JSON.stringify(parts)} as ${expected}`, () => {
      const reading = readLongValue(parts, 'quantity', null);
      assert.equal(reading.kind === 'value' ? describeValue(reading.value) : 'problem', expected);
    });
  }

  it('gives the unit of the property, and refuses a type that has no figure', () => {
    const reading = readLongValue({ amount: '30' }, 'percentage', null);
    assert.equal(reading.kind === 'value' && describeValue(reading.value), '30%');
    assert.equal(readLongValue({ amount: '30' }, 'boolean', null).kind, 'problem');
  });
});

describe('compareValues', () => {
  const says = (a: Value, b: Value, aNegative = false, bNegative = false): string => {
    const there = compareValues(a, b, aNegative, bNegative);
    assert.equal(compareValues(b, a, bNegative, aNegative), there);
    return there;
  };

  it('compares dates as ranges', () => {
    assert.equal(says(value('2013/14', 'date'), value('FY2013-14', 'date')), 'compatible');
    assert.equal(says(value('2013/14', 'date'), value('2014-03', 'date')), 'compatible');
    assert.equal(says(value('2013/14', 'date'), value('2014-04', 'date')), 'disjoint');
    assert.equal(says(value('2009~', 'date'), value('2010', 'date')), 'compatible');
  });

  it('compares entities by what they share', () => {
    const [a, b, both] = ['a', 'b', 'a, b'].map((ids) => value(ids, 'entity')) as [
      Value,
      Value,
      Value,
    ];
    assert.equal(says(a, b), 'disjoint');
    assert.equal(says(a, both), 'compatible');
    assert.equal(says(a, both, false, true), 'disjoint');
    assert.equal(says(both, a, false, true), 'compatible');
  });

  it('turns the test round for a denial', () => {
    assert.equal(says(value('40'), value('~40'), false, true), 'disjoint');
    assert.equal(says(value('~40'), value('40'), false, true), 'compatible');
    assert.equal(says(value('150'), value('152'), false, true), 'compatible');
    assert.equal(says(value('152'), value('152'), true, true), 'compatible');
    assert.equal(says(value('true'), value('true'), false, true), 'disjoint');
    assert.equal(says(value('true'), value('false'), false, true), 'compatible');
    assert.equal(
      says(value('2012/2014', 'date'), value('2013-05', 'date'), false, true),
      'compatible',
    );
    assert.equal(
      says(value('2013-05', 'date'), value('2012/2014', 'date'), false, true),
      'disjoint',
    );
  });

  it('does not compare text, vague amounts or unlike kinds', () => {
    assert.equal(says(value('many'), value('152')), 'not-compared');
    assert.equal(says(value('merging'), value('closing')), 'not-compared');
    assert.equal(says(value('true'), value('152')), 'not-compared');
    assert.equal(says(value('£5bn'), value('30%')), 'units-differ');
  });

  it('is symmetric', () => {
    const sources = [
      '152',
      '~40',
      '45',
      'more than 100',
      '£5bn',
      '30%',
      'half',
      'true',
      'false',
      '2013/14',
      '2010-11',
      'many',
      'some words here to read',
    ];
    const anyValue = fc.oneof(
      fc.constantFrom(...sources).map((source) => value(source)),
      fc.constantFrom('a', 'b', 'a, b').map((ids) => value(ids, 'entity')),
    );
    fc.assert(
      fc.property(
        anyValue,
        anyValue,
        fc.boolean(),
        fc.boolean(),
        (a, b, x, y) => void says(a, b, x, y),
      ),
    );
  });
});

describe('withinTwiceTolerance', () => {
  it('holds just outside the tolerance of an approximate value', () => {
    assert.ok(withinTwiceTolerance(value('~40'), value('48')));
    assert.ok(withinTwiceTolerance(value('48'), value('~40')));
    assert.ok(!withinTwiceTolerance(value('~40'), value('55')));
    assert.ok(!withinTwiceTolerance(value('~40'), value('45')), 'compatible');
    assert.ok(!withinTwiceTolerance(value('40'), value('41')), 'exact');
    assert.ok(withinTwiceTolerance(value('2009~', 'date'), value('2011-06', 'date')));
    assert.ok(!withinTwiceTolerance(value('2009~', 'date'), value('2013', 'date')));
  });
});

describe('readEntities', () => {
  it('names the id that is wrong', () => {
    const reading = readEntities(['pct', 'Primary Care']);
    assert.match(reading.kind === 'problem' ? reading.message : '', /Primary Care/);
  });
});
