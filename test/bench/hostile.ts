/*
 * How the server bears hostile files: forty rounds through all of them in one process, with everything
 * that an editor asks. Fails where the server ends, hangs, logs a fault, or grows from round 10 on.
 *
 *     npm run build && node out/test/bench/hostile.js [--rounds 40] [--brief]
 */
import { parseArgs } from 'node:util';
import { brief, full, hostileFolder } from '../hostile/hostileCorpus.js';
import { livelyParts } from '../hostile/inert.js';
import { round } from '../hostile/rounds.js';
import { startServerIn, ticksOf } from '../hostile/serverProcess.js';
import { editorClient } from '../protocol/clients.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    brief: { type: 'boolean', default: false },
    places: { type: 'string', default: '4' },
  },
});
const rounds = Number(values.rounds);

const folder = hostileFolder(values.brief ? brief : full);
try {
  const started = performance.now();
  const reader = await startServerIn(folder.path, editorClient);
  await reader.request('workspace/executeCommand', { command: 'policyFacts.checkConsistency' });
  const indexed = ((performance.now() - started) / 1000).toFixed(1);
  await reader.end();
  const server = await startServerIn(folder.quiet, editorClient);
  console.log(`${Object.keys(folder.files).length} files, read and checked in ${indexed} s`);
  let early = 0;
  let late = 0;
  const lively = new Set<string>();
  for (let number = 1; number <= rounds; number++) {
    const before = ticksOf(server.pid);
    const { milliseconds, memory, slowest, markdown } = await round(
      server,
      folder,
      Number(values.places),
    );
    if (number === 1) {
      for (const text of markdown) {
        for (const part of livelyParts(text)) lively.add(part);
      }
    }
    if (number === Math.min(10, Math.ceil(rounds / 2))) early = memory;
    late = memory;
    console.log(
      `round ${number}: ${(milliseconds / 1000).toFixed(1)} s (${((ticksOf(server.pid) - before) / 100).toFixed(1)} s of the processor), ${memory} MB, slowest ` +
        `${slowest.milliseconds.toFixed(0)} ms (${slowest.method}, ${slowest.file})`,
    );
  }
  const faults = server.said.filter((text) => text.includes('fault in Policy Facts'));
  const code = await server.end();
  console.log(
    `memory ${early} MB in round ${Math.min(10, Math.ceil(rounds / 2))}, ${late} MB at the end`,
  );
  console.log(`faults: ${faults.length}; lively Markdown: ${lively.size}; exit code ${code}`);
  for (const text of [...faults, ...lively]) console.log(text);
  process.exitCode =
    faults.length + lively.size > 0 || code !== 0 || late > early * 1.15 + 20 ? 1 : 0;
} finally {
  folder.dispose();
}
