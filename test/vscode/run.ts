import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { exitOnSignals } from './launcher/lifetime.js';
import { projectFolder } from './launcher/projectFolder.js';
import { scratchFolder } from './launcher/scratch.js';
import { copyOfSeeds } from './seedsCopy.js';
import { vscodeExecutable } from './vscodeExecutable.js';

interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

exitOnSignals();
const scratch = scratchFolder('policy-facts-run');
const vscodeExecutablePath = await vscodeExecutable();
const extensionDevelopmentPath = process.env['EXTENSION_PATH'] ?? projectFolder;

/** Runs one bundled suite in a VS Code of its own; undefined when it left no counts. */
async function runSuite(name: string, folder: string): Promise<Counts | undefined> {
  const counts = path.join(scratch, `${name}.json`);
  const log = path.join(scratch, `${name}.log`);
  console.log(`\n${name}, in ${path.basename(vscodeExecutablePath)}`);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath: path.join(projectFolder, 'out/test/vscode', `${name}.cjs`),
      extensionTestsEnv: { MOCHA_COUNTS: counts, MOCHA_LOG: log },
      launchArgs: [folder],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (existsSync(log)) console.log(readFileSync(log, 'utf8'));
  return existsSync(counts) ? (JSON.parse(readFileSync(counts, 'utf8')) as Counts) : undefined;
}

function folderWithoutSidecars(name: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'notes.txt'), 'There were 303 primary care trusts.\n');
  return folder;
}

const results = [
  await runSuite('asleepSuite', folderWithoutSidecars('plain')),
  await runSuite('firstStepsSuite', folderWithoutSidecars('first')),
  await runSuite('suite', copyOfSeeds()),
];

// A suite that left no counts crashed: that is one failure.
const crashed: Counts = { passes: 0, failures: 1, pending: 0 };
const total = results
  .map((counts) => counts ?? crashed)
  .reduce((sum, counts) => ({
    passes: sum.passes + counts.passes,
    failures: sum.failures + counts.failures,
    pending: sum.pending + counts.pending,
  }));
const file = process.env['MOCHA_COUNTS'];
if (file !== undefined) writeFileSync(file, JSON.stringify(total));
process.exit(total.failures > 0 ? 1 : 0);
