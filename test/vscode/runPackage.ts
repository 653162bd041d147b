// Installs the package that `npm run package` made into a VS Code of its own, and tests what is installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { exitOnSignals } from './launcher/lifetime.js';
import { projectFolder } from './launcher/projectFolder.js';
import { scratchFolder } from './launcher/scratch.js';
import { endWith, runSuite } from './runSuite.js';
import { copyOfSeeds } from './seedsCopy.js';
import { vscodeExecutable } from './vscodeExecutable.js';

exitOnSignals();
const scratch = scratchFolder('policy-facts-package');
const vscodeExecutablePath = await vscodeExecutable();

function packageFile(): string {
  const text = readFileSync(path.join(projectFolder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return path.join(projectFolder, `${name}-${version}.vsix`);
}

/** The launcher takes the arguments of VS Code's command line too; a desktop VS Code has another file. */
function commandLine(): string {
  return vscodeExecutablePath.endsWith('.js')
    ? vscodeExecutablePath
    : resolveCliPathFromVSCodeExecutablePath(vscodeExecutablePath);
}

/** VS Code runs tests only with an extension under development: one that does nothing. */
function emptyExtension(): string {
  const folder = path.join(scratch, 'tester');
  mkdirSync(folder);
  const manifest = {
    name: 'tester',
    publisher: 'policy-facts',
    version: '0.0.1',
    engines: { vscode: '*' },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

const where = [
  `--extensions-dir=${path.join(scratch, 'extensions')}`,
  `--user-data-dir=${path.join(scratch, 'data')}`,
];
execFileSync(commandLine(), [...where, `--install-extension=${packageFile()}`], {
  stdio: 'inherit',
});
endWith([
  await runSuite({
    name: 'packageSuite',
    folder: copyOfSeeds(),
    vscodeExecutablePath,
    extensionDevelopmentPath: emptyExtension(),
    scratch,
    launchArgs: where,
  }),
]);
