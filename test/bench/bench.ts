import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newCorpus, removeCorpora, type BenchCorpus } from './benchCorpus.js';
import { INDEX, measureColdIndex } from './coldIndex.js';
import { Measures } from './measures.js';
import { measurePeers, PEERS } from './peers.js';
import { projectFolder } from './programs.js';
import { measureReading, READING } from './reading.js';
import { report, withFigures } from './report.js';
import { measureTyping } from './typing.js';
import { trialSizes, type TrialSize } from './trialFiles.js';

/*
 * `npm run bench -- [--articles N] [--only index|reading|typing|peers] [--runs N] [--keys N]
 * [--seed S] [--write --date DATE] [--json FILE]`: what docs/performance.md tells, measured.
 */

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    only: { type: 'string', multiple: true, default: ['index', 'reading', 'typing', 'peers'] },
    runs: { type: 'string', default: '5' },
    keys: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', multiple: true, default: Object.keys(trialSizes) },
    write: { type: 'boolean', default: false },
    date: { type: 'string', default: 'without a date' },
    json: { type: 'string' },
  },
});

/** Keystroke and answers are measured with so many articles too, as far as the run goes that far. */
const SMALLER = [100, 1000];

const articles = Number(values.articles);
const runs = Number(values.runs);
const keys = Number(values.keys);
const seed = Number(values.seed);
const only = new Set(values.only);
const sizes = values.size as TrialSize[];
const page = join(projectFolder, 'docs/performance.md');

async function measureAll(corpus: BenchCorpus, measures: Measures): Promise<void> {
  if (only.has('index')) {
    console.log(INDEX);
    await measureColdIndex(corpus, runs, measures);
  }
  if (only.has('reading')) {
    console.log(READING);
    await measureReading(corpus, runs, measures);
  }
  const small = newCorpus(100, seed);
  if (only.has('typing')) {
    for (const count of SMALLER.filter((smaller) => smaller < articles)) {
      const smaller = count === 100 ? small : newCorpus(count, seed);
      await measureTyping(smaller, '20 kB', keys, measures);
    }
    for (const size of sizes) {
      await measureTyping(corpus, size, keysFor(size), measures);
    }
  }
  if (only.has('peers')) {
    console.log(PEERS);
    await measurePeers(small, sizes, keysFor, measures);
  }
}

/** Large files take their time: fewer keys tell as much. */
function keysFor(size: TrialSize): number {
  return size === '1 MB' ? Math.max(2, Math.ceil(keys / 4)) : keys;
}

const corpus = newCorpus(articles, seed);
try {
  const measures = new Measures();
  await measureAll(corpus, measures);
  const told = process.argv.slice(2).filter((arg, n, all) => ![arg, all[n - 1]].includes('--json'));
  const command = ['npm run bench --', ...told].join(' ');
  const figures = report(measures, corpus, { date: values.date, command });
  console.log(`\n${figures}`);
  if (values.write) {
    writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figures));
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify(measures.all(), null, 1));
  }
} finally {
  removeCorpora();
}
