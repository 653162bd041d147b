import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pushClient } from '../protocol/clients.js';
import type { BenchCorpus } from './benchCorpus.js';
import type { Measures } from './measures.js';
import { isKept, startPolicyFacts } from './policyFactsServer.js';
import { isInstalled, program, run } from './programs.js';
import { byTurns } from './statistics.js';

export const INDEX = 'Whole folder';

/** What ripgrep looks for: a figure. It is in nearly every line, so nothing can be skipped. */
const FIGURE = '[0-9]+';

/**
 * The whole folder from nothing: our `check` and the start of our server, beside ripgrep and grep
 * that read the same files and look for something in them.
 */
export async function measureColdIndex({ folder }: BenchCorpus, runs: number, measures: Measures) {
  const caches: string[] = [];
  const newCache = (): string => {
    const cache = mkdtempSync(join(tmpdir(), 'policy-facts-bench-cache-'));
    caches.push(cache);
    return cache;
  };
  const peaks = { check: [] as number[], server: [] as number[] };
  const check = async (cache: string): Promise<number> => {
    const args = [program, 'check', folder, '--format', 'json', '--fail-on', 'never'];
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const { seconds, peak } = await run(process.execPath, args, { env, watchMemory: true });
    if (peak !== null) peaks.check.push(peak);
    return seconds;
  };
  const start = async (cache: string): Promise<number> => {
    const started = performance.now();
    const server = await startPolicyFacts(folder, pushClient, cache);
    const seconds = (performance.now() - started) / 1000;
    if (server.peakMemory !== null) peaks.server.push(server.peakMemory);
    await server.stop();
    return seconds;
  };
  const hasRipgrep = isInstalled('rg');
  const found = { accepted: [0, 1] };
  const samples = await byTurns<string>(runs, {
    ...(hasRipgrep
      ? {
          rg: async () =>
            (await run('rg', ['--no-config', '-c', '-e', FIGURE, folder], found)).seconds,
        }
      : {}),
    'grep -F': async () => {
      const output = join(newCache(), 'found');
      return (await run('grep', ['-r', '-c', '-F', '-e', 'visits', folder], { ...found, output }))
        .seconds;
    },
    check: () => check(newCache()),
    'server, start to ready': () => start(newCache()),
  });
  for (const [name, seconds] of Object.entries(samples)) {
    measures.add(INDEX, name, 's', seconds);
  }
  if (hasRipgrep) {
    measures.addRatio(INDEX, 'check to rg', 'check', 'rg');
    measures.addRatio(INDEX, 'server to rg', 'server, start to ready', 'rg');
  } else {
    measures.remark('ripgrep is not installed: nothing is compared with it.');
  }
  measures.addRatio(INDEX, 'check to grep -F', 'check', 'grep -F');
  for (const [name, samples] of Object.entries(peaks)) {
    if (samples.length > 0) measures.add(INDEX, `peak memory, ${name}`, 'MB', samples);
  }
  await measureWarmStart(folder, newCache(), runs, start, measures);
  for (const cache of caches) {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Another start with what the one before has left, once it was left alone for a while. */
async function measureWarmStart(
  folder: string,
  cache: string,
  runs: number,
  start: (cache: string) => Promise<number>,
  measures: Measures,
): Promise<void> {
  const first = await startPolicyFacts(folder, pushClient, cache);
  const isThere = await isKept(cache);
  await first.stop();
  if (!isThere) {
    measures.remark('The server has kept nothing: there is no warm start.');
    return;
  }
  const { warm } = await byTurns(runs, { warm: () => start(cache) });
  measures.add(INDEX, 'server, warm start to ready', 's', warm);
  measures.addRatio(
    INDEX,
    'warm start to cold',
    'server, warm start to ready',
    'server, start to ready',
  );
}
