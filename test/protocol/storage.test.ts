import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';
import { WorkspaceFolder } from './workspaceFolder.js';

describe('what the server keeps for its next start', function () {
  this.timeout(3 * LIMIT);
  let storage: WorkspaceFolder;
  beforeEach(() => {
    storage = new WorkspaceFolder();
  });
  afterEach(async () => {
    await endSessions();
    storage.dispose();
  });

  it('is kept in the folder that the client gives, once it is quiet', async () => {
    const folder = storage.pathOf('policy-facts');
    const session = await Session.start({
      files: agreeing,
      initialize: { initializationOptions: { storage: folder } },
    });
    const deadline = Date.now() + LIMIT;
    const isThere = (): boolean =>
      existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.index'));
    while (!isThere()) {
      assert.ok(Date.now() < deadline, 'nothing is kept');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(session.stderr, '');
  });

  it('takes no other answer for a folder', async () => {
    for (const given of ['relative/folder', 7, null, { path: storage.path }]) {
      const session = await Session.start({
        files: agreeing,
        initialize: { initializationOptions: { storage: given } },
      });
      assert.ok(session.server.capabilities.hoverProvider);
    }
    assert.deepEqual(readdirSync(storage.path), []);
  });
});
