import { strict as assert } from 'node:assert';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Installation, installOnce } from '../launcher/installOnce.js';
import { scratchFolder } from '../launcher/scratch.js';

describe('what is installed once', () => {
  let made = 0;

  function installation(change: Partial<Installation> = {}): Installation {
    return {
      name: 'thing',
      title: 'a thing for the tests',
      duration: 'at once',
      stamp: 1,
      fill: (folder) => {
        made++;
        writeFileSync(path.join(folder, 'made.txt'), String(made));
        return Promise.resolve();
      },
      ...change,
    };
  }

  beforeEach(() => {
    made = 0;
  });

  it('is made the first time and found the next', async () => {
    const cache = scratchFolder('policy-facts-cache');
    const folder = await installOnce(cache, installation());
    assert.equal(await installOnce(cache, installation()), folder);
    assert.equal(made, 1);
  });

  it('is made anew for another stamp', async () => {
    const cache = scratchFolder('policy-facts-cache');
    await installOnce(cache, installation());
    await installOnce(cache, installation({ stamp: 2 }));
    assert.equal(made, 2);
  });

  it('leaves nothing behind when it fails', async () => {
    const cache = scratchFolder('policy-facts-cache');
    const fill = (): Promise<void> => Promise.reject(new Error('no network'));
    await assert.rejects(installOnce(cache, installation({ fill })), /no network/u);
    assert.deepEqual(readdirSync(cache), []);
    await installOnce(cache, installation());
    assert.equal(made, 1);
  });

  it('may be asked for by two at once', async () => {
    const cache = scratchFolder('policy-facts-cache');
    const both = [installOnce(cache, installation()), installOnce(cache, installation())];
    const [one, other] = await Promise.all(both);
    assert.equal(one, other);
    assert.deepEqual(readdirSync(cache), ['thing']);
  });
});
