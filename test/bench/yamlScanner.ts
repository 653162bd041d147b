import { findExcessiveDepth } from '../../server/src/text/yamlDepth.js';
import { readSidecar } from '../../server/src/sidecars/readSidecar.js';
import { scanTape, scanYaml } from '../../server/src/text/yamlScanner.js';
import { parseYaml } from '../../server/src/text/yamlTree.js';
import { seedSidecars } from '../unit/text/scannerTrial.js';
import { sidecarSet } from './sidecarSet.js';

/* `node out/test/bench/yamlScanner.js`: how quickly sidecars are read, with the scanner and without. */

/** Characters a second of processor time, in millions: the best of several rounds over all texts. */
function speed(texts: readonly string[], rounds: number, read: (text: string) => unknown): number {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    for (const text of texts) {
      read(text);
    }
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return size / best;
}

const sets = {
  'seeds × 20': Array.from({ length: 20 }, () => seedSidecars).flat(),
  'generated 5 MB': sidecarSet(5_000_000, 1),
};

const rows = Object.entries(sets).map(([name, texts]) => {
  const scanner = speed(texts, 9, (text) => scanTape(text)?.release());
  const reader = speed(texts, 9, (text) => readSidecar(text));
  const parser = speed(texts, 2, (text) => parseYaml(text));
  return {
    texts: name,
    'accepted, %': (100 * texts.filter((text) => scanYaml(text, 0) !== null).length) / texts.length,
    'scanner, MB/s': scanner,
    'scanner with tree, MB/s': speed(texts, 9, (text) => scanYaml(text, 0)),
    'whole sidecar, MB/s': reader,
    'depth check, MB/s': speed(texts, 9, findExcessiveDepth),
    'parser, MB/s': parser,
    'scanner / parser, time': parser / scanner,
    'whole sidecar / parser, time': parser / reader,
  };
});
console.table(rows);
