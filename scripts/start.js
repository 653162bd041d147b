// `npm start`: builds if need be, checks the sample corpus, and opens it in VS Code with the extension.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildIsStale } from './stale.js';

const root = path.join(import.meta.dirname, '..');
process.chdir(root);
const extension = `--extensionDevelopmentPath=${root}`;
const seeds = path.join(root, 'seeds');

/** Runs a Node program to its end; ends with its code when it fails. */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The desktop VS Code on the PATH, if there is one. */
function desktop() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

if (buildIsStale()) {
  console.log('Building …');
  run('node_modules/typescript/bin/tsc', '-b');
  run('scripts/bundle.js');
}
run('dist/policy-facts.cjs', 'check', 'seeds', '--fail-on', 'never');

const code = desktop();
if (code) {
  console.log(`\nOpening seeds/ in ${code}`);
  const shell = process.platform === 'win32';
  const command = shell ? `"${code}"` : code;
  const { status } = spawnSync(command, [extension, seeds], { stdio: 'inherit', shell });
  process.exitCode = status ?? 1;
} else {
  console.log('\nThere is no desktop VS Code on the PATH: serving one to your browser.');
  const launcher = 'out/test/vscode/launcher/main.js';
  const more = process.argv.slice(2);
  const args = [launcher, '--serve', '--disable-workspace-trust', extension, ...more, seeds];
  const served = spawn(process.execPath, args, { stdio: 'inherit' });
  // Ctrl-C goes to both; a plain kill of this process has to be passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => served.kill('SIGTERM'));
  served.once('exit', (status) => process.exit(status ?? 1));
}
