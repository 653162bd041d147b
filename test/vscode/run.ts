import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exitOnSignals } from './launcher/lifetime.js';
import { projectFolder } from './launcher/projectFolder.js';
import { scratchFolder } from './launcher/scratch.js';
import { endWith, runSuite } from './runSuite.js';
import { copyOfSeeds } from './seedsCopy.js';
import { vscodeExecutable } from './vscodeExecutable.js';

exitOnSignals();
const scratch = scratchFolder('policy-facts-run');
const vscode = {
  vscodeExecutablePath: await vscodeExecutable(),
  extensionDevelopmentPath: process.env['EXTENSION_PATH'] ?? projectFolder,
  scratch,
};

function folderWithoutSidecars(name: string): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'notes.txt'), 'There were 303 primary care trusts.\n');
  return folder;
}

endWith([
  await runSuite({ ...vscode, name: 'asleepSuite', folder: folderWithoutSidecars('plain') }),
  await runSuite({ ...vscode, name: 'firstStepsSuite', folder: folderWithoutSidecars('first') }),
  await runSuite({ ...vscode, name: 'suite', folder: copyOfSeeds() }),
  await runSuite({ ...vscode, name: 'typingSuite', folder: copyOfSeeds() }),
]);
