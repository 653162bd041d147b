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

  it('hold each thing once, and leave what was added as it was', () => {
    const together = new Unchecked();
    together.add(first);
    together.add(second);
    assert.deepEqual([...together.files], ['a', 'b', 'c']);
    assert.deepEqual([[...together.slots], [...together.topics]], [['s'], ['t']]);
    assert.deepEqual([[...together.moved], [...together.counted]], [['m'], ['n']]);
    assert.ok(together.register && !together.isEmpty);
    assert.deepEqual([...first.files], ['a', 'b']);
  });
});
