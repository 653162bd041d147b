import assert from 'node:assert/strict';
import { digestOf } from '../../../server/src/text/digest.js';

describe('digestOf', () => {
  it('is another number for each of many texts that differ in little', () => {
    const texts = new Set<string>();
    for (let number = 0; number < 200_000; number++) {
      texts.add(`founded: ${number}`);
      texts.add(`  ${number.toString(2)}`);
      texts.add(String.fromCharCode(number & 0xffff) + String(number % 7));
    }
    const digests = new Set([...texts].map(digestOf));
    assert.equal(digests.size, texts.size);
  });

  it('uses all of its bits, and each place of a text counts', () => {
    const digests = Array.from({ length: 4096 }, (_, at) =>
      digestOf('a'.repeat(at) + 'b' + 'a'.repeat(4096 - at)),
    );
    assert.equal(new Set(digests).size, digests.length);
    for (let bit = 0; bit < 53; bit++) {
      const share = digests.filter((digest) => Math.floor(digest / 2 ** bit) % 2 === 1).length;
      assert.ok(share > 1700 && share < 2400, `bit ${bit}: ${share} of 4096`);
    }
    assert.ok(digests.every(Number.isSafeInteger));
  });

  it('is the same for the same text', () => {
    assert.equal(digestOf(['a', 'b'].join('')), digestOf('ab'));
    assert.notEqual(digestOf(''), digestOf('\0'));
  });
});
