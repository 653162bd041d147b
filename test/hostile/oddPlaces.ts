import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { HostileFiles } from './nesting.js';

const fileNames = [
  'with space',
  '100%',
  '%2e%2e%2fup',
  'a#b',
  'a?b',
  'new\nline',
  'tab\there',
  'emoji-\u{1f600}',
  'rtl-\u202egnp',
  'e\u0301-combined',
  '\u00e9-composed',
  '-rf',
  '...',
  '~',
  'back\\slash',
  'quote"\'',
  '$(id)',
  'semi;colon&and',
  '[x](command:y)',
  'c:',
  'CON',
  'x'.repeat(200),
];

const escapes = [
  '../outside.md',
  '../../../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'http://example.org/a.md',
  'data:text/plain,x',
  'javascript:alert(1)',
  '%2e%2e/outside.md',
  '..%2foutside.md',
  '%2e%2e%2foutside.md',
  '..\\outside.md',
  'a\\..\\..\\outside.md',
  'inside/../../outside.md',
  './././../outside.md',
  'a\0b.md',
  '',
  '.',
  '..',
  '/',
  '//host/share/a.md',
  'C:\\Windows\\win.ini',
  'C:/Windows/win.ini',
  'link-out.md',
  'folder-out/outside.md',
  '?.md',
  '#.md',
  '%',
  '%zz.md',
  '\ud800.md',
];

/** Files of odd names, and sidecars of articles that are somewhere else. */
export function oddNames(): HostileFiles {
  const files: HostileFiles = {};
  for (const name of fileNames) {
    files[`names/${name}.md`] = 'England has 152 primary care trusts.\n';
    files[`names/${name}.facts.yaml`] =
      'facts:\n  - {subject: pct, property: count, value: 151, quote: 152 primary care trusts}\n';
  }
  for (const [at, file] of escapes.entries()) {
    files[`escapes/${at}.facts.yaml`] =
      `article: {file: ${JSON.stringify(file)}, source: {file: ${JSON.stringify(file)}, url: ${JSON.stringify(file)}}, url: ${JSON.stringify(file)}}\n` +
      'facts:\n  - {subject: pct, property: status, value: x, quote: root}\n';
  }
  return files;
}

/** Ignore files with patterns that are none, or are many. */
export function ignoreFiles(): HostileFiles {
  return {
    'ignored/patterns/.gitignore': `[z-a]\n\\\n!\n**/**/**/**/**/**/**/a\n${'*a'.repeat(200)}\n(a+)+$\n/\n[\n{${'a,'.repeat(100)}\n\0\n`,
    'ignored/patterns/a.md': 'a\n',
    'ignored/many/.gitignore': Array.from({ length: 20_000 }, (_, at) => `p${at}/**/*.md\n`).join(
      '',
    ),
    'ignored/many/a.md': 'a\n',
    'ignored/binary/.gitignore': Uint8Array.from({ length: 5000 }, (_, at) => (at * 31) % 256),
    'ignored/binary/a.md': 'a\n',
  };
}

/**
 * What is no file, or leads out of the folder: links, loops, pipes, a socket, folders named as files, and
 * names that are no UTF-8. Articles that can be read among them: none.
 *
 * @returns what keeps the socket open
 */
export function makeOddPlaces(folder: string): Server {
  const at = (name: string): string => join(folder, 'odd', name);
  mkdirSync(at('folder.md/folder.facts.yaml'), { recursive: true });
  mkdirSync(at('folder.facts.yaml'));
  mkdirSync(at('policy-facts.yaml'));
  mkdirSync(at('ignore/.gitignore'), { recursive: true });
  writeFileSync(join(folder, '../outside.md'), 'root: outside, 152 primary care trusts\n');
  for (const [target, name] of [
    ['.', 'loop'],
    ['loop-b', 'loop-a'],
    ['loop-a', 'loop-b'],
    ['self.md', 'self.md'],
    ['../..', 'folder-out'],
    ['../../outside.md', 'link-out.md'],
    ['/etc/passwd', 'passwd.md'],
    ['/proc/self/mem', 'memory.md'],
    ['/dev/zero', 'zero.md'],
    ['/dev/zero', 'zero.facts.yaml'],
    ['nowhere', 'dangling.md'],
    ['nowhere', 'dangling.facts.yaml'],
  ] as const) {
    symlinkSync(target, at(name));
  }
  symlinkSync('../../outside.md', join(folder, 'escapes/link-out.md'));
  symlinkSync('../..', join(folder, 'escapes/folder-out'));
  execFileSync('mkfifo', [at('pipe.md'), at('pipe.facts.yaml'), at('folder.md/.gitignore')]);
  const invalid = Buffer.concat([
    Buffer.from(at('caf')),
    Buffer.from([0xe9, 0xff]),
    Buffer.from('.md'),
  ]);
  writeFileSync(invalid, 'no name\n');
  return createServer().listen(at('socket.md'));
}
