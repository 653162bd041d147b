import { strict as assert } from 'node:assert';
import { Beside } from '../../../server/src/text/beside.js';

describe('what is kept beside an object', () => {
  it('is there for that object, and for no other', () => {
    const lengths = new Beside<object, number>();
    const [one, other] = [{}, {}];
    lengths.set(one, 1);
    assert.equal(lengths.get(one), 1);
    assert.equal(lengths.get(other), undefined);
    lengths.set(one, 2);
    assert.equal(lengths.get(one), 2);
    lengths.set(one, undefined);
    assert.equal(lengths.get(one), undefined);
  });

  it('is apart for each that keeps something, and is seen nowhere else', () => {
    const [names, ages] = [new Beside<object, string>(), new Beside<object, number>()];
    const list = ['a'];
    names.set(list, 'list');
    ages.set(list, 3);
    assert.equal(names.get(list), 'list');
    assert.equal(ages.get(list), 3);
    assert.deepEqual(Reflect.ownKeys(list), ['0', 'length']);
    assert.deepEqual(list, ['a']);
    assert.equal(names.get([...list]), undefined);
  });

  it('is kept beside a frozen object too', () => {
    const names = new Beside<object, string>();
    const frozen = Object.freeze({ kind: 'frozen' });
    names.set(frozen, 'ice');
    assert.equal(names.get(frozen), 'ice');
  });
});
