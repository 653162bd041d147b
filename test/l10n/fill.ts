// `npm run l10n`: moves new texts of package.json to package.nls.json, takes out the translations of
// what is gone, and prints what has no translation yet, ready to paste.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { missing, toPaste } from './faults.js';
import { clientSources, clientTexts, manifestTexts as files, readManifest } from './files.js';
import { readTexts, root } from './files.js';
import { keyIn, manifestTexts } from './manifestTexts.js';
import { textsOf } from './sourceTexts.js';

function write(file: string, value: unknown): void {
  writeFileSync(path.join(root, file), `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Writes what is still used, in the order of the English texts; prints what is missing. */
function settle(file: string, english: ReadonlyMap<string, string>): boolean {
  const german = readTexts(file);
  const used = [...english.keys()].filter((key) => german.has(key));
  write(file, Object.fromEntries(used.map((key) => [key, german.get(key)])));
  const lacking = missing(english, german);
  if (lacking.size === 0) return true;
  console.log(`\n${file} lacks:\n\n${toPaste(lacking)}`);
  return false;
}

/** A key for a new text: one text is kept once for a kind of place, and two texts never share a key. */
function keyFor(wanted: string, text: string): string {
  for (let number = 1; ; number++) {
    const key = number === 1 ? wanted : `${wanted}.${number}`;
    if ((english.get(key) ?? text) === text) return key;
  }
}

const manifest = readManifest() as object;
const before = readTexts(files.english);
const found = manifestTexts(manifest);
const english = new Map<string, string>();
for (const { text } of found) {
  const known = keyIn(text);
  if (known !== undefined) english.set(known, before.get(known) ?? known);
}
for (const { key: wanted, text, replace } of found) {
  if (keyIn(text) !== undefined) continue;
  const key = keyFor(wanted, text);
  english.set(key, text);
  replace(`%${key}%`);
}
write('package.json', manifest);
write(files.english, Object.fromEntries(english));

const texts = [...clientSources()].map(([file, source]) => textsOf(file, source));
const client = new Map(
  texts.flatMap(({ translated }) => translated.map(({ text }) => [text, text])),
);
const bare = texts.flatMap((text) => text.bare);
if (bare.length > 0) {
  console.log('\nTo be put into l10n.t(…), or marked with a comment // not shown:\n');
  for (const { file, line, text } of bare) console.log(`  ${file}:${line}  ${text}`);
}
const done = [settle(files.german, english), settle(clientTexts, client), bare.length === 0];
process.exitCode = done.every(Boolean) ? 0 : 1;
