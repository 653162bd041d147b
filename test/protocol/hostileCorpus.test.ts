import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { brief, hostileFolder, type HostileFolder } from '../hostile/hostileCorpus.js';
import { livelyParts } from '../hostile/inert.js';
import { round } from '../hostile/rounds.js';
import { startServerIn, type ServerProcess } from '../hostile/serverProcess.js';
import { editorClient } from './clients.js';
import { program } from './program.js';

// `test/bench/hostile.ts` goes forty rounds, and through longer files.
describe('the hostile corpus', function () {
  this.timeout(900_000);

  let folder: HostileFolder;
  let server: ServerProcess | undefined;
  before(() => {
    folder = hostileFolder(brief);
  });
  after(() => {
    server?.kill();
    folder.dispose();
  });

  const faults = (texts: readonly string[]): readonly string[] =>
    texts.filter((text) => text.includes('fault in Policy Facts'));

  it('is opened, asked about, typed in and closed, twice in one process', async () => {
    server = await startServerIn(folder.quiet, editorClient);
    const first = await round(server, folder, 4);
    const second = await round(server, folder, 2);
    assert.deepEqual(faults(server.said), []);
    for (const [file, code] of [
      ['nesting/flow-lists-10000.facts.yaml', 'yaml-syntax'],
      ['nesting/quotes-10000.md', 'not-analysed'],
      ['nesting/lists-10000.md', 'not-analysed'],
      ['lengths/word.md', 'not-analysed'],
    ] as const) {
      assert.ok(second.codes.get(file)?.includes(code), `${file} says that it is not read`);
    }
    assert.deepEqual(second.codes, first.codes, 'nothing is left of the first round');
    const lively = [...first.markdown].flatMap(livelyParts);
    assert.ok(first.markdown.size > 100);
    assert.deepEqual(lively, []);
    assert.equal(await server.end(), 0);
  });

  it('is checked and read on the command line', () => {
    for (const args of [
      ['check', folder.path, '--format', 'json'],
      ['read', folder.path, '--format', 'json'],
    ]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        encoding: 'utf8',
        maxBuffer: 1e9,
        timeout: 400_000,
      });
      assert.equal(stderr, '');
      assert.equal(status, args[0] === 'check' ? 1 : 0);
      assert.ok(!stdout.includes('root:'), 'nothing from outside');
      JSON.parse(stdout);
    }
  });
});
