/*
 * How the server bears a long day: many cycles of opening, editing and closing, doing nothing, and a
 * storm of events of files. Fails where it grows, does not rest, or works on each event.
 *
 *     npm run build && node out/test/bench/endurance.js [CYCLES]
 */
import { cycles, EnduranceFolder, idleTicks, storm } from '../hostile/endurance.js';
import { startServerIn } from '../hostile/serverProcess.js';
import { pullClient, pushClient } from '../protocol/clients.js';

const count = Number(process.argv[2] ?? 10_000);
const check = { command: 'policyFacts.checkConsistency' };

const folder = new EnduranceFolder(500);
let failed = false;
try {
  const server = await startServerIn(folder.path, pullClient);
  await server.request('workspace/executeCommand', check);
  const memory: number[] = [];
  const started = performance.now();
  await cycles(server, folder, count, (now) => memory.push(now));
  const each = (performance.now() - started) / count;
  console.log(`${count} cycles, ${each.toFixed(1)} ms each; memory in MB: ${memory.join(' ')}`);
  const [, , early = 0] = memory;
  failed ||= (memory.at(-1) ?? 0) > early * 1.1 + 10;

  const ticks = await idleTicks(server, 5);
  console.log(`idle for 5 s: ${ticks} ticks of the processor`);
  failed ||= ticks > 1;

  const refreshes = server.received.get('workspace/diagnostic/refresh') ?? 0;
  await storm(server, folder);
  await server.request('workspace/executeCommand', check);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const asked = (server.received.get('workspace/diagnostic/refresh') ?? 0) - refreshes;
  console.log(`5,000 events of 500 files: told to ask again ${asked} times`);
  failed ||= asked > 1;
  await server.end();

  const pushing = await startServerIn(folder.path, pushClient);
  await pushing.request('workspace/executeCommand', check);
  const pushes = pushing.received.get('textDocument/publishDiagnostics') ?? 0;
  folder.change('nobody');
  await storm(pushing, folder);
  await pushing.request('workspace/executeCommand', check);
  const pushed = (pushing.received.get('textDocument/publishDiagnostics') ?? 0) - pushes;
  console.log(`the same with a client that waits: findings of ${pushed} files`);
  await pushing.end();
} finally {
  folder.dispose();
}
process.exitCode = failed ? 1 : 0;
