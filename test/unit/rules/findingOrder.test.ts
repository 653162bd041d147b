import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byPlace, type Finding } from '../../../server/src/rules/finding.js';
import { eachOnceByPlace } from '../../../server/src/rules/findingOrder.js';

const finding = fc.record({
  code: fc.constantFrom('disputed', 'value-conflict'),
  severity: fc.constantFrom('hint' as const, 'warning' as const),
  start: fc.integer({ min: 0, max: 2 }),
  length: fc.integer({ min: 1, max: 2 }),
  message: fc.constantFrom('One.', 'Two.'),
});

describe('the findings of a file', () => {
  it('stand in the order of places, and what two say of one place is told once', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), (plans) => {
        const findings = plans.map(({ start, length, ...rest }): Finding => {
          return { ...rest, uri: 'file:///a', span: { start, end: start + length }, related: [] };
        });
        const sorted = [...findings].sort(byPlace);
        const expected = sorted.filter((each, index) => {
          const before = sorted[index - 1];
          return before === undefined || byPlace(before, each) !== 0;
        });
        const told = eachOnceByPlace(findings);
        assert.equal(told.length, expected.length);
        assert.ok(told.every((each, index) => each === expected[index]));
      }),
    );
  });

  it('are not put into words where places tell their order', () => {
    const silent = (start: number): Finding => ({
      code: 'disputed',
      severity: 'hint',
      uri: 'file:///a',
      span: { start, end: start + 1 },
      related: [],
      get message(): string {
        throw new Error('Nobody asked for words.');
      },
    });
    const [first, second] = [silent(1), silent(2)];
    assert.deepEqual(
      eachOnceByPlace([second, first]).map(({ span }) => span.start),
      [1, 2],
    );
  });
});
