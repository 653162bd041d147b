// Tells whether the build is older than what it is made from.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = [
  'client/src',
  'client/webview',
  'server/src',
  'test/vscode',
  'scripts/bundle.js',
  'package.json',
];
const products = ['dist/client.cjs', 'dist/policy-facts.cjs', 'out/test/vscode/launcher/main.js'];

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(entry) {
  const stats = statSync(entry, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

/** True when something of the build is missing or older than its sources. */
export function buildIsStale() {
  // TypeScript leaves a file alone whose text would not change: the bundles tell when we built.
  const built = Math.min(...products.slice(0, 2).map(modified));
  return products.some((file) => modified(file) === 0) || built < Math.max(...sources.map(newest));
}
