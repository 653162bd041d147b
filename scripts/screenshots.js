// `npm run screenshots`: takes the pictures anew and publishes them, made small, in docs/images/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { smallPng } from './smallPng.js';

process.chdir(path.join(import.meta.dirname, '..'));
const kept = '.vscode-test/screenshots';
const published = 'docs/images';
const pictures = [
  'hover.png',
  'conflict.png',
  'problems.png',
  'record.png',
  'report.png',
  'sidecar-dark.png',
  'timeline.png',
];

const mocha = ['node_modules/mocha/bin/mocha.js', '--exit', 'out/test/vscode/page/*.test.js'];
const { status } = spawnSync(process.execPath, mocha, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

mkdirSync(published, { recursive: true });
for (const name of pictures) {
  writeFileSync(path.join(published, name), smallPng(readFileSync(path.join(kept, name))));
  console.log(`${published}/${name}`);
}
