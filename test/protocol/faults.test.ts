import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';
import { WorkspaceFolder } from './workspaceFolder.js';

describe('a fault that nobody catches', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('is logged once, and the server goes on', async () => {
    const scripts = new WorkspaceFolder();
    const script = scripts.pathOf('faults.cjs');
    writeFileSync(
      script,
      `setInterval(() => { throw new Error('stray'); }, 100);
       setInterval(() => { Promise.reject(new Error('lost')); }, 100);\n`,
    );
    try {
      const session = await Session.start({
        files: agreeing,
        env: { NODE_OPTIONS: `--require ${script}` },
      });
      const told = (word: string): readonly string[] =>
        session.logged.filter((message) => message.includes(word));
      for (let asked = 0; asked < 200 && told('lost').length + told('stray').length < 2; asked++) {
        assert.equal((await session.check())['articles'], 2);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal((await session.check())['articles'], 2);
      for (const word of ['stray', 'lost']) {
        assert.equal(told(word).length, 1, word);
        assert.match(told(word)[0] ?? '', /fault in Policy Facts while working.*report/s);
      }
      assert.equal(await session.shutdown(), 0);
    } finally {
      scripts.dispose();
    }
  });
});
