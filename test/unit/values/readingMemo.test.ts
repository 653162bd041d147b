import assert from 'node:assert/strict';
import { readDate } from '../../../server/src/values/date.js';
import { factTime } from '../../../server/src/values/factTime.js';
import { circumstancesOf, ReadingMemo } from '../../../server/src/values/readingMemo.js';
import { readLongValue, readValue } from '../../../server/src/values/value.js';

describe('ReadingMemo', () => {
  it('reads a text once, and again in other circumstances', () => {
    const memo = new ReadingMemo<{ text: string }>();
    const read: string[] = [];
    const get = (circumstances: string, text: string): { text: string } =>
      memo.get(circumstances, text, (source) => {
        read.push(source);
        return { text: `${circumstances} ${source}` };
      });
    assert.equal(get('a', '1'), get('a', '1'));
    assert.equal(get('b', '1').text, 'b 1');
    assert.equal(get('', '1').text, ' 1');
    assert.equal(get('a', '1').text, 'a 1');
    assert.deepEqual(read, ['1', '1', '1']);
  });

  it('forgets when it knows too much, and reads on', () => {
    const memo = new ReadingMemo<{ n: number }>();
    let count = 0;
    const get = (n: number): number => memo.get('', String(n), () => ({ n: ++count })).n;
    for (let n = 0; n < 20_001; n++) {
      get(n);
    }
    assert.equal(get(0), 20_002);
    assert.equal(get(0), 20_002);
  });

  it('does not keep what is long', () => {
    const memo = new ReadingMemo<{ n: number }>();
    let count = 0;
    const long = '9'.repeat(500_000);
    const get = (): number => memo.get('', long, () => ({ n: ++count })).n;
    assert.deepEqual([get(), get()], [1, 2]);
  });

  it('gives what nobody can change', () => {
    const reading = readValue('[a, b]', 'entity', null);
    assert.ok(reading.kind === 'value' && reading.value.kind === 'entities');
    const { ids } = reading.value;
    assert.throws(() => (ids as string[]).push('c'), TypeError);
  });
});

describe('circumstances', () => {
  it('are the same string for the same type, unit and setting only', () => {
    const seen = new Set<string>();
    let count = 0;
    for (const type of [undefined, 'quantity', 'money']) {
      for (const unit of [null, '', ' ', '1', 'x', 'x 04-01', 'x y']) {
        for (const setting of [undefined, '04-01', 'y 04-01', '10-01']) {
          const all = circumstancesOf(type, unit, setting);
          assert.equal(circumstancesOf(type, unit, setting), all);
          seen.add(all);
          count++;
        }
      }
    }
    assert.equal(seen.size, count);
  });
});

describe('what was read before', () => {
  it('is shared, unless its type, its unit or the financial year is another', () => {
    assert.equal(readValue('152', 'quantity', null), readValue('152', 'quantity', null));
    assert.notDeepEqual(readValue('152', 'quantity', null), readValue('152', 'money', 'GBP'));
    assert.notDeepEqual(readValue('152', 'quantity', 'bed'), readValue('152', 'quantity', 'job'));
    assert.equal(readDate('2013/14'), readDate('2013/14'));
    assert.notDeepEqual(readDate('2013/14'), readDate('2013/14', { financialYearStart: '10-01' }));
    assert.notDeepEqual(
      readValue('2013/14', 'date', null),
      readValue('2013/14', 'date', null, { financialYearStart: '10-01' }),
    );
    assert.notDeepEqual(
      readLongValue({ amount: '3' }, 'quantity', null),
      readLongValue({ min: '3' }, 'quantity', null),
    );
  });

  it('is one time where it follows from one date, stated or presumed', () => {
    const reading = readDate('2006-05');
    assert.ok(reading.kind === 'date');
    const { date } = reading;
    assert.equal(factTime({ asOf: date }), factTime({ asOf: date }, date));
    assert.equal(factTime({}, date), factTime({}, date));
    assert.deepEqual(factTime({}, date), { kind: 'instant', range: date, presumed: true });
    assert.deepEqual(factTime({ asOf: date }), { kind: 'instant', range: date, presumed: false });
  });
});
