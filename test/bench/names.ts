import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NameChange } from '../../server/src/corpus/nameChange.js';
import { NameMatcher } from '../../server/src/corpus/names.js';
import { madeUpNames, named, proseNaming } from './nameCorpus.js';

/*
 * `node --expose-gc out/test/bench/names.js [NAMES] [MEGABYTES]`: how quickly names are found in
 * prose, beside `grep -F -o -w -f NAMES FILE`. All times are of the processor, the best of several
 * rounds that take turns, for other work on the machine disturbs them.
 */

const count = Number(process.argv[2] ?? 50_000);
const size = Number(process.argv[3] ?? 46) * 1_000_000;
const ROUNDS = 5;

const names = madeUpNames(count, 1);
// Texts as they come out of a file: each in one piece.
const texts = proseNaming(names, size, 2).map((text) => Buffer.from(text).toString());
const forms = names.flatMap(({ definition: { name, aliases } }) =>
  [name ?? [], aliases].flat().map(({ value }) => value),
);

const folder = mkdtempSync(join(tmpdir(), 'policy-facts-names-'));
const files = {
  prose: join(folder, 'prose.txt'),
  names: join(folder, 'names.txt'),
  found: join(folder, 'found.txt'),
};

/** Milliseconds of the processor. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of the processor that `grep` takes to write all names of the file to another. */
function grep(locale: string | undefined): number {
  // Not to /dev/null: then it stops at the first name.
  const script = `grep -F -o -w -f '${files.names}' '${files.prose}' > '${files.found}'; times`;
  const env = locale === undefined ? process.env : { ...process.env, LC_ALL: locale };
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env });
  const ofChildren = stdout.trim().split('\n').at(-1) ?? '';
  let milliseconds = 0;
  for (const [, minutes, seconds] of ofChildren.matchAll(/(\d+)m([\d.]+)s/g)) {
    milliseconds += Number(minutes) * 60_000 + Number(seconds) * 1000;
  }
  return milliseconds;
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

const before = heap();
let matcher = new NameMatcher(names);
const kept = heap() - before;
const renamed = names[count >> 1];
const id = renamed?.definition.id.value ?? '';
const change = new NameChange(renamed === undefined ? [] : [renamed], [
  named(id, [`${forms[0] ?? ''} Renamed`, ...forms.slice(-1)]),
]);

const measures = {
  build: () => timed(() => (matcher = new NameMatcher(names))),
  find: () =>
    timed(() => {
      texts.forEach((text) => matcher.find(text));
    }),
  'may a rename affect it': () =>
    timed(() => {
      texts.forEach((text) => change.mayAffect(text));
    }),
  'read every unit': () =>
    timed(() => {
      texts.forEach(sumOfUnits);
    }),
  grep: () => grep(undefined),
  'grep, LC_ALL=C': () => grep('C'),
};

function sumOfUnits(text: string): number {
  let sum = 0;
  for (let n = 0; n < text.length; n++) {
    sum += text.charCodeAt(n);
  }
  return sum;
}

try {
  writeFileSync(files.prose, texts.join('\n'));
  writeFileSync(files.names, [...new Set(forms)].join('\n'));
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, measure] of Object.entries(measures)) {
      best.set(name, Math.min(best.get(name) ?? Infinity, measure()));
    }
  }
  const length = texts.reduce((sum, text) => sum + text.length, 0) / 1_000_000;
  const mentions = texts.reduce((sum, text) => sum + matcher.find(text).length, 0);
  const affected = texts.filter((text) => change.mayAffect(text)).length;
  const find = best.get('find') ?? NaN;
  console.log(
    `${count} names (${forms.length} forms), ${texts.length} texts of ${length.toFixed(1)} MB`,
  );
  console.log(`${mentions} mentions; a rename affects ${affected} texts`);
  console.log(`kept by the matcher: ${globalThis.gc ? kept.toFixed(1) : '? (--expose-gc)'} MB`);
  console.table(
    [...best].map(([name, time]) => ({
      what: name,
      ms: Math.round(time),
      'MB/s': name === 'build' ? null : Math.round((length * 1000) / time),
      'find takes, times as long': Number((find / time).toFixed(2)),
    })),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
