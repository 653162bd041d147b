// `npm run package`: makes policy-facts-VERSION.vsix of what is built, says what is in it, and fails
// where it is too large. Needs neither git nor a network.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';
import { selfContained } from './packageReadme.js';
import { smallPng } from './smallPng.js';

const most = 1_000_000; // bytes
const spare = 30_000; // for what grows: the README's pictures get the rest

process.chdir(path.join(import.meta.dirname, '..'));
const staged = 'out/package';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packagePath = `${manifest.name}-${manifest.version}.vsix`;

/** What an installed extension needs of package.json: everything is bundled, nothing is built. */
function installedManifest() {
  const left = new Set(['scripts', 'devDependencies', 'dependencies', 'files']);
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !left.has(key)));
}

/** All files below a folder, with `/`. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Copies what `files` of package.json names, without source maps, with small pictures. */
function stageFiles() {
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const translations = readdirSync('.').filter((file) => /^package\.nls\..*json$/u.test(file));
  for (const entry of [...manifest.files, ...translations, 'LICENSE']) {
    cpSync(entry, path.join(staged, entry), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
  }
  for (const file of filesIn(staged).filter((name) => name.endsWith('.png'))) {
    const place = path.join(staged, file);
    writeFileSync(place, smallPng(readFileSync(place)));
  }
  const text = JSON.stringify(installedManifest(), undefined, 2);
  writeFileSync(path.join(staged, 'package.json'), `${text}\n`);
  writeFileSync(path.join(staged, '.vscodeignore'), ''); // nothing here is superfluous
}

/** The pages that VS Code shows; the pictures take the room that the rest leaves. */
function stagePages() {
  const repository = manifest.repository.url.replace(/\.git$/u, '');
  const taken = filesIn(staged).reduce((sum, file) => sum + compressed(file), 0);
  for (const file of ['CHANGELOG.md', 'README.md']) {
    const room = most - spare - taken;
    const markdown = readFileSync(file, 'utf8');
    const { text, leftOut } = selfContained(markdown, { folder: '.', repository, room });
    writeFileSync(path.join(staged, file), text);
    for (const picture of leftOut) {
      const why = existsSync(picture) ? 'has no room' : 'is not there (npm run screenshots)';
      console.log(`${picture} ${why} in ${file}: a link instead.`);
    }
  }
}

/** The size of a staged file in the package, in bytes. */
function compressed(file) {
  return deflateRawSync(readFileSync(path.join(staged, file))).length;
}

/** Prints the compressed size of each part, the largest first. */
function listParts() {
  const parts = new Map();
  for (const file of filesIn(staged)) {
    const [top, ...rest] = file.split('/');
    const part = rest.length > 0 && top !== 'dist' ? `${top}/` : file;
    const { files, bytes } = parts.get(part) ?? { files: 0, bytes: 0 };
    parts.set(part, { files: files + 1, bytes: bytes + compressed(file) });
  }
  const sorted = [...parts].sort(([, a], [, b]) => b.bytes - a.bytes);
  for (const [part, { files, bytes }] of sorted) {
    const count = files > 1 ? `  (${files} files)` : '';
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${part}${count}`);
  }
}

stageFiles();
stagePages();
rmSync(packagePath, { force: true });
await createVSIX({
  cwd: staged,
  packagePath: path.resolve(packagePath),
  dependencies: false,
  rewriteRelativeLinks: false, // done above
  allowMissingRepository: true,
  skipLicense: true,
});
console.log('\nCompressed:');
listParts();
const { size } = statSync(packagePath);
console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${packagePath}`);
if (size > most) {
  console.error(`The package is larger than ${most / 1000} kB. What can go? See CONTRIBUTING.md.`);
  process.exitCode = 1;
}
