import { strict as assert } from 'node:assert';
import { readDuration } from '../../../server/src/values/duration.js';

describe('readDuration', () => {
  it('counts days, rounded up', () => {
    const days = { P1Y: 366, P6M: 183, P1M: 31, P10D: 10, P2W: 14, P1Y6M: 548, P0D: 0, P2Y: 731 };
    for (const [source, expected] of Object.entries(days))
      assert.equal(readDuration(source), expected, source);
  });

  it('is null for anything else', () => {
    for (const source of [
      '',
      'P',
      '1Y',
      'PT1H',
      'P1.5Y',
      'P-1Y',
      'one year',
      `P${'9'.repeat(99)}Y`,
    ])
      assert.equal(readDuration(source), null, source);
  });
});
