import assert from 'node:assert/strict';
import { KnownKeys, knownKeys } from '../../../server/src/text/yamlKnownKeys.js';
import { scanTape } from '../../../server/src/text/yamlScanner.js';
import { parseYaml, readYaml } from '../../../server/src/text/yamlTree.js';

describe('known keys', () => {
  it('are found where a colon and a space follow', () => {
    const keys = new KnownKeys();
    ['id', 'saidBy', 'saidAs'].forEach((word) => {
      keys.learn(word);
    });
    assert.equal(keys.word(keys.at('- saidBy: x', 2)), 'saidBy');
    assert.equal(keys.word(keys.at('saidAs: x', 0)), 'saidAs');
    assert.equal(keys.word(keys.at('id: x', 0)), 'id');
    for (const text of ['id:', 'id:x', 'id :', 'ids: x', 'saidB: x', 'said', 'ıd: x', '']) {
      assert.equal(keys.at(text, 0), -1, text);
    }
  });

  it('are simple words of ASCII that say something', () => {
    const keys = new KnownKeys();
    for (const word of [
      'null',
      'NULL',
      '~',
      '<<',
      'a',
      'a b',
      'é',
      'né',
      '1a',
      '-a',
      'a'.repeat(25),
    ]) {
      keys.learn(word);
      assert.equal(keys.at(`${word}: x`, 0), -1, word);
    }
  });

  it('are learned once, and keep their number', () => {
    const keys = new KnownKeys();
    keys.learn('quote');
    const number = keys.at('quote: x', 0);
    ['note', 'quote', 'quotation'].forEach((word) => {
      keys.learn(word);
    });
    assert.equal(keys.at('quote: x', 0), number);
  });

  it('make room when there are many, and change nothing', () => {
    const before = knownKeys();
    const letter = (i: number): string => 'abcdefghijklmnopqrstuvwxyz'.charAt(i % 26);
    const alike = Array.from({ length: 400 }, (_, i) => `key${letter(i)}-${i}: ${i}\n`);
    const spread = Array.from(
      { length: 400 },
      (_, i) => `${letter(i)}${letter(3 * (i >> 3))}${letter(i >> 4)}-${i}: ${i}\n`,
    );
    for (const lines of [alike, spread, alike]) {
      const text = lines.join('');
      const tape = scanTape(text);
      assert.ok(tape !== null);
      tape.release();
      assert.deepEqual(readYaml(text), parseYaml(text));
    }
    assert.notEqual(knownKeys(), before);
  });
});
