import assert from 'node:assert/strict';
import { FileEvents } from '../../../server/src/lsp/fileEvents.js';

describe('events of files on disk', () => {
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('of a burst are one, each file once', async () => {
    const looked: (readonly string[])[] = [];
    const events = new FileEvents((uris) => looked.push(uris));
    for (let index = 0; index < 5000; index++) {
      events.add([`file:///${index}`, `file:///${index % 7}`]);
    }
    assert.equal(looked.length, 0);
    await pause(100);
    assert.deepEqual(
      looked.map(({ length }) => length),
      [5000],
    );
  });

  it('are looked at when somebody asks, once', async () => {
    const looked: (readonly string[])[] = [];
    const events = new FileEvents((uris) => looked.push(uris));
    events.flush();
    events.add(['file:///a']);
    events.flush();
    events.add([]);
    await pause(100);
    assert.deepEqual(looked, [['file:///a']]);
  });

  it('that never end are looked at nevertheless', async () => {
    let looked = 0;
    const events = new FileEvents(() => looked++);
    for (let index = 0; looked === 0 && index < 1000; index++) {
      events.add([`file:///${index}`]);
      await pause(10);
    }
    assert.equal(looked, 1);
    events.flush();
  });
});
