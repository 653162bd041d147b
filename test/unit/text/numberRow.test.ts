import assert from 'node:assert/strict';
import { NumberRow } from '../../../server/src/text/numberRow.js';

function rowOf(length: number, from: number): NumberRow {
  const row = new NumberRow();
  for (let n = 0; n < length; n++) row.push(from + n);
  return row;
}

function numbers(length: number, from: number): number[] {
  return Array.from({ length }, (_, n) => from + n);
}

describe('a row of numbers', () => {
  it('grows as it is written, by one or by many', () => {
    const row = rowOf(700, 1);
    row.pushAll(Uint32Array.from(numbers(5000, 9)));
    row.push(3);
    assert.deepEqual([...row.take()], [...numbers(700, 1), ...numbers(5000, 9), 3]);
  });

  it('keeps to itself, though its room is used again', () => {
    const first = rowOf(10, 1).take();
    const second = rowOf(5, 100);
    const third = rowOf(5, 200);
    assert.deepEqual([...first], numbers(10, 1));
    assert.deepEqual([...second.take()], numbers(5, 100));
    assert.deepEqual([...third.take()], numbers(5, 200));
  });

  it('is empty once it was taken', () => {
    const row = rowOf(3, 1);
    row.take();
    const next = rowOf(3, 7);
    row.push(5);
    assert.deepEqual([...row.take()], [5]);
    assert.deepEqual([...next.take()], numbers(3, 7));
  });
});
