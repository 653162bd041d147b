import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchCorpus } from './benchCorpus.js';
import { countMentions, definitionsIn, parseWithYaml, readAsIndex } from './measuredCode.js';
import type { Measures } from './measures.js';
import { run } from './programs.js';
import { byTurns } from './statistics.js';

export const READING = 'Reading';

/** So much of the sidecars is read, in characters: `yaml` takes a third of a second for each million. */
const SIDECAR_SAMPLE = 6_000_000;

/** Sidecars beside `yaml` parsing the same, names beside `grep` looking for the same. */
export async function measureReading(
  { folder }: BenchCorpus,
  runs: number,
  measures: Measures,
): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt|yaml)$/.test(file))
    .sort();
  const texts = (wanted: (file: string) => boolean): string[] =>
    files.filter(wanted).map((file) => readFileSync(join(folder, file), 'utf8'));
  const sidecars = firstOf(
    texts((file) => file.startsWith('articles') && file.endsWith('.facts.yaml')),
    SIDECAR_SAMPLE,
  );
  const megabytes = sidecars.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const reading = await byTurns(runs, {
    sidecars: () => processorTime(sidecars, readAsIndex),
    yaml: () => processorTime(sidecars, parseWithYaml),
  });
  measures.add(READING, 'sidecars', 'MB/s', speeds(megabytes, reading.sidecars));
  measures.add(READING, 'sidecars with yaml', 'MB/s', speeds(megabytes, reading.yaml));
  measures.addRatio(READING, 'sidecars to yaml, time', 'sidecars with yaml', 'sidecars');

  const articles = texts((file) => /\.(?:md|txt)$/.test(file));
  const definitions = definitionsIn(texts((file) => file.startsWith('registers')));
  const names = definitions
    .filter(({ kind }) => kind !== 'property' && kind !== 'event')
    .flatMap(({ name, aliases }) => [...(name === undefined ? [] : [name]), ...aliases]);
  const scratch = mkdtempSync(join(tmpdir(), 'policy-facts-bench-names-'));
  const list = join(scratch, 'names');
  writeFileSync(list, names.map(({ value }) => `${value}\n`).join(''));
  const include = ['--include=*.md', '--include=*.txt'];
  const grep = ['-r', '-F', '-o', '-w', '-f', list, ...include, folder];
  const finding = await byTurns(runs, {
    names: () => wallTime(() => countMentions(definitions, articles)),
    grep: async () => (await run('grep', grep, { output: join(scratch, 'found') })).seconds,
  });
  rmSync(scratch, { recursive: true });
  measures.add(READING, `${names.length} names in the articles`, 's', finding.names);
  measures.add(READING, 'grep -F -o -w -f', 's', finding.grep);
  measures.addRatio(
    READING,
    'names to grep',
    `${names.length} names in the articles`,
    'grep -F -o -w -f',
  );
}

function firstOf(texts: readonly string[], size: number): readonly string[] {
  let sum = 0;
  return texts.filter((text) => (sum += text.length) < size);
}

/** In seconds: other programs count for nothing. */
function processorTime(texts: readonly string[], read: (text: string) => unknown): number {
  const started = process.cpuUsage();
  for (const text of texts) {
    read(text);
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

function wallTime(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function speeds(megabytes: number, seconds: readonly number[]): readonly number[] {
  return seconds.map((time) => megabytes / time);
}
