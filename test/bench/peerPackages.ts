import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './programs.js';

/** Where the servers of others are installed: no part of the project, and not of `npm ci`. */
export const peersFolder = join(projectFolder, '.bench-peers');

/** Exact versions; yaml-language-server 2 needs Node 22. The rest is what the servers need to run. */
export const peerPackages = {
  'yaml-language-server': '1.19.2',
  'vscode-langservers-extracted': '4.10.0',
  'unified-language-server': '4.1.0',
  'markdown-it': '14.3.3',
  remark: '15.0.1',
  'remark-parse': '11.0.0',
  'remark-lint-no-undefined-references': '5.0.2',
} as const;
export type PeerPackage = keyof typeof peerPackages;

/** Whether a package is there, in the version that is wanted. */
export function isPeerInstalled(name: PeerPackage): boolean {
  const file = join(peersFolder, 'node_modules', name, 'package.json');
  if (!existsSync(file)) {
    return false;
  }
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version === peerPackages[name];
}

/** Installs all of them. @returns npm's exit code */
export function installPeers(): number {
  mkdirSync(peersFolder, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: peerPackages };
  writeFileSync(join(peersFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  return spawnSync('npm', args, { cwd: peersFolder, stdio: 'inherit' }).status ?? 1;
}
