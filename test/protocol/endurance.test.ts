import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cycles, EnduranceFolder, idleTicks, storm } from '../hostile/endurance.js';
import { startServerIn, type ServerProcess } from '../hostile/serverProcess.js';
import { pullClient, pushClient } from './clients.js';

// `test/bench/endurance.ts` does the same for longer.
describe('a long day', function () {
  this.timeout(300_000);

  const check = { command: 'policyFacts.checkConsistency' };
  let folder: EnduranceFolder;
  let server: ServerProcess | undefined;

  beforeEach(() => {
    folder = new EnduranceFolder(50);
  });
  afterEach(() => {
    server?.kill();
    folder.dispose();
  });

  it('of opening, editing and closing leaves nothing behind, and rest takes no processor', async function () {
    if (!existsSync('/proc/self/status')) {
      this.skip(); // only Linux says what a process takes
    }
    server = await startServerIn(folder.path, pullClient);
    await server.request('workspace/executeCommand', check);
    const memory: number[] = [];
    await cycles(server, folder, 300, (now) => memory.push(now));
    const [, , , , half = 0] = memory;
    assert.ok((memory.at(-1) ?? 0) < half * 1.25 + 20, `in MB: ${memory.join(' ')}`);
    assert.ok((await idleTicks(server, 2)) <= 1);
    assert.equal(await server.end(), 0);
  });

  it('with thousands of events of files in a second has one pass for them', async () => {
    server = await startServerIn(folder.path, pushClient);
    await server.request('workspace/executeCommand', check);
    const { received } = server;
    const before = received.get('textDocument/publishDiagnostics') ?? 0;
    await storm(server, folder);
    await server.request('workspace/executeCommand', check);
    assert.equal((received.get('textDocument/publishDiagnostics') ?? 0) - before, 50);
    assert.equal(await server.end(), 0);
  });
});
