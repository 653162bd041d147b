// `npm run screenshots`: takes the pictures anew and copies them to docs/images/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));
const kept = '.vscode-test/screenshots';
const published = 'docs/images';
const pictures = [
  'hover.png',
  'conflict.png',
  'problems.png',
  'record.png',
  'sidecar-dark.png',
  'facts-view.png',
];

const mocha = ['node_modules/mocha/bin/mocha.js', '--exit', 'out/test/vscode/page/*.test.js'];
const { status } = spawnSync(process.execPath, mocha, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

mkdirSync(published, { recursive: true });
for (const name of pictures) {
  copyFileSync(path.join(kept, name), path.join(published, name));
  console.log(`${published}/${name}`);
}
