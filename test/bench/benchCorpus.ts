import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus, type CorpusOptions, type CorpusSize } from './corpusGenerator.js';

/** A corpus on disk for one run of the benchmark. */
export interface BenchCorpus {
  readonly folder: string;
  readonly articles: number;
  readonly seed: number;
  readonly size: CorpusSize;
}

const folders: string[] = [];

/** Writes a corpus to a new folder, which stays until {@link removeCorpora}. */
export function newCorpus(
  articles: number,
  seed: number,
  more: Partial<CorpusOptions> = {},
): BenchCorpus {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-facts-bench-')));
  folders.push(folder);
  return { folder, articles, seed, size: writeCorpus(folder, { articles, seed, ...more }) };
}

export function removeCorpora(): void {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
}
