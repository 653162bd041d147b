/*
 * How long a start takes that finds what an earlier one has kept, beside one that finds nothing: reading
 * and checking a folder to the end, each in a process of its own. Not part of the tests, for its figures
 * belong to a machine; their ratio does not.
 *
 *     npm run build && npm run bench:start [ARTICLES] [FACTS PER ARTICLE] [RUNS]
 */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import { IndexCache } from '../../server/src/lsp/indexCache.js';
import { Workspace } from '../../server/src/lsp/workspace.js';
import { article, register } from './burstCorpus.js';

interface Start {
  readonly milliseconds: number;
  /** How many texts were read. */
  readonly reads: number;
  readonly megabytes: number;
}

const [, , first = '1000', second = '39', third = '3'] = process.argv;
if (first === 'start') {
  await startOnce(second, third);
} else {
  compare(Number(first), Number(second), Number(third));
}

/** Reads and checks a folder in this process, and keeps what was read. */
async function startOnce(folder: string, storage: string): Promise<void> {
  const workspace = new Workspace();
  workspace.useCache(new IndexCache(storage, 'bench'));
  const since = performance.now();
  await workspace.load([URI.file(folder).toString()]);
  const milliseconds = performance.now() - since;
  const megabytes = process.memoryUsage().rss / 1e6;
  const { reads } = workspace.corpus;
  await workspace.save();
  const start: Start = { milliseconds, reads, megabytes };
  console.log(JSON.stringify(start));
}

function compare(articles: number, facts: number, runs: number): void {
  const base = mkdtempSync(join(tmpdir(), 'policy-facts-bench-'));
  const [folder, storage] = [join(base, 'articles'), join(base, 'storage')];
  try {
    writeCorpus(folder, articles, facts);
    const cold: Start[] = [];
    const warm: Start[] = [];
    for (let run = 0; run < runs; run++) {
      rmSync(storage, { recursive: true, force: true });
      cold.push(startIn(folder, storage));
      warm.push(startIn(folder, storage));
    }
    const [kept = ''] = readdirSync(storage);
    const size = statSync(join(storage, kept)).size / 1e6;
    tell('cold', cold);
    tell('warm', warm);
    const ratio = median(warm, 'milliseconds') / median(cold, 'milliseconds');
    console.log(`warm / cold: ${ratio.toFixed(3)}; kept: ${size.toFixed(1)} MB`);
  } finally {
    rmSync(base, { recursive: true });
  }
}

/** Written an hour ago, as most of a folder is. */
function writeCorpus(folder: string, articles: number, facts: number): void {
  const longAgo = new Date(Date.now() - 3_600_000);
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), longAgo, longAgo);
  };
  mkdirSync(folder);
  write('register.facts.yaml', register());
  for (let seed = 1; seed <= articles; seed++) {
    const { text, sidecar } = article(seed, facts);
    write(`report-${seed}.md`, text);
    write(`report-${seed}.facts.yaml`, sidecar);
  }
}

function startIn(folder: string, storage: string): Start {
  const program = fileURLToPath(import.meta.url);
  const out = execFileSync(process.execPath, [program, 'start', folder, storage]);
  return JSON.parse(out.toString()) as Start;
}

function tell(name: string, starts: readonly Start[]): void {
  const [time, reads, memory] = (['milliseconds', 'reads', 'megabytes'] as const).map((key) =>
    median(starts, key).toFixed(0),
  );
  console.log(`${name}: ${time} ms, ${reads} texts read, ${memory} MB`);
}

function median(starts: readonly Start[], key: keyof Start): number {
  const sorted = starts.map((start) => start[key]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
