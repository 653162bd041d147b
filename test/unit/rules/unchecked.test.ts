import assert from 'node:assert/strict';
import { noChange } from '../../../server/src/corpus/change.js';
import { takeOne, Unchecked } from '../../../server/src/rules/unchecked.js';

describe('taking one out of a set', () => {
  it('takes each once, in order, and then nothing', () => {
    const set = new Set(['a', 'b', 'c']);
    assert.deepEqual([takeOne(set), takeOne(set), takeOne(set)], ['a', 'b', 'c']);
    assert.equal(takeOne(set), undefined);
    assert.equal(set.size, 0);
  });

  it('takes what is added meanwhile, and what is added once it was empty', () => {
    const set = new Set(['a', 'b']);
    assert.equal(takeOne(set), 'a');
    set.add('c').add('a');
    assert.deepEqual([takeOne(set), takeOne(set), takeOne(set)], ['b', 'c', 'a']);
    assert.equal(takeOne(set), undefined);
    set.add('d');
    assert.equal(takeOne(set), 'd');
    set.add('e').delete('e');
    assert.equal(takeOne(set), undefined);
    set.add('f').add('g').delete('f');
    assert.equal(takeOne(set), 'g');
  });
});

describe('changes put together', () => {
  const first = { ...noChange, files: new Set(['a', 'b']), slots: new Set(['s']) };
  const second = {
    ...noChange,
    files: new Set(['c', 'b']),
    topics: new Set(['t']),
    moved: new Set(['m']),
    counted: new Set(['n']),
    register: true,
  };

  it('are the same whether they are added or go over', () => {
    const of = (...changes: (typeof first | typeof second)[]): Unchecked => {
      const together = new Unchecked();
      changes.forEach((change) => {
        together.add(change);
      });
      return together;
    };
    const taken = new Unchecked();
    taken.takeOver(of(first));
    taken.takeOver(of(second));
    assert.deepEqual(taken, of(first, second));
    assert.deepEqual([...taken.files], ['a', 'b', 'c']);
  });
});
