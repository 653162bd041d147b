import assert from 'node:assert/strict';
import { NameChange } from '../../../server/src/corpus/nameChange.js';
import { NameMatcher } from '../../../server/src/corpus/names.js';
import { named } from '../../bench/nameCorpus.js';

const trust = named('t', ['Northern Trust', 'NT']);
const renamed = named('t', ['Northern Agency', 'NT']);

describe('a change of names', () => {
  it('affects texts with the old name and with the new one, and no others', () => {
    const change = new NameChange([trust], [renamed]);
    for (const text of ['Two northern trusts.', 'NORTHERN\nAGENCIES', 'x. Northern-agency']) {
      assert.ok(change.mayAffect(text), text);
    }
    for (const text of [
      '',
      'NT',
      'Northern',
      'Trust agency',
      'northerntrust',
      'A trust, northern',
    ]) {
      assert.ok(!change.mayAffect(text), text);
    }
  });

  it('is noticed by a word in the middle of a name, wherever the name begins', () => {
    const change = new NameChange([], [named('f', ['Dr. J of the Kinglake Fund'])]);
    assert.ok(change.mayAffect('By Dr. J of the KINGLAKE funds'));
    assert.ok(!change.mayAffect('By Dr. K of the Kinglake Fund'));
  });

  it('affects nothing where a definition only stands elsewhere, but mentions lead to the new one', () => {
    const moved = named('t', ['Northern Trust', 'NT']);
    const change = new NameChange([trust], [moved]);
    assert.ok(change.isHarmless && !change.mayAffect('Northern Trust'));
    const matcher = new NameMatcher([trust]);
    const { version } = matcher;
    matcher.update(change);
    assert.equal(matcher.find('The NT.')[0]?.candidates[0], moved);
    assert.notEqual(matcher.version, version);
  });

  it('is taken in a thousand times over', () => {
    const matcher = new NameMatcher([trust]);
    let now = trust;
    for (let n = 0; n < 3000; n++) {
      const next = named('t', [`Body ${n}`]);
      matcher.update(new NameChange([now], [next]));
      now = next;
    }
    const found = matcher.find('Body 2998, Body 2999, Northern Trust').map(({ span }) => span);
    assert.deepEqual(found, [{ start: 11, end: 20 }]);
  });
});
