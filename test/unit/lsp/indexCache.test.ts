import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import { canonicalUri } from '../../../server/src/corpus/uri.js';
import { IndexCache } from '../../../server/src/lsp/indexCache.js';
import { Workspace } from '../../../server/src/lsp/workspace.js';
import { answers } from '../corpus/answers.js';
import { pool } from '../corpus/pool.js';
import { allDiagnostics, tellings } from '../corpus/tellings.js';

/*
 * A start from what was kept is a start from nothing, only quicker: whatever happened to the folder in
 * between, and whatever happened to what was kept.
 */

const version = '1.0.0';

/** Long enough ago that a file's time and size tell its text. */
const longAgo = new Date(Date.now() - 3_600_000);

const some: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(pool).map(([name, [text]]) => [name, text ?? '']),
);

describe('what is kept for the next start', () => {
  let base: string;
  let folder: string;
  let storage: string;

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'policy-facts-cache-')));
    folder = join(base, 'articles');
    storage = join(base, 'storage', 'deep');
    mkdirSync(folder);
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  function write(files: Readonly<Record<string, string>>, time = longAgo): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      utimesSync(path, time, time);
    }
  }

  function uriOf(name: string): string {
    return canonicalUri(URI.file(join(folder, name)).toString());
  }

  async function start(cache: IndexCache | null = kept()): Promise<Workspace> {
    const workspace = new Workspace();
    if (cache !== null) {
      workspace.useCache(cache);
    }
    await workspace.load([URI.file(folder).toString()]);
    return workspace;
  }

  function kept(of = version): IndexCache {
    return new IndexCache(storage, of);
  }

  function files(): readonly string[] {
    return existsSync(storage) ? readdirSync(storage).map((name) => join(storage, name)) : [];
  }

  function onlyFile(): string {
    const [path, ...others] = files();
    assert.ok(path !== undefined && others.length === 0, `not one file: ${files().join(', ')}`);
    return path;
  }

  /** Starts once, and leaves what is kept. */
  async function keep(): Promise<Workspace> {
    const workspace = await start();
    assert.equal(await workspace.save(), true);
    return workspace;
  }

  async function assertAsFromNothing(workspace: Workspace): Promise<void> {
    const fresh = await start(null);
    assert.deepEqual(tellings(workspace), tellings(fresh));
    assert.deepEqual(answers(workspace), answers(fresh));
  }

  it('is found at the next start, which tells all findings and reads no article and no sidecar', async () => {
    write(some);
    const first = await keep();
    assert.ok(first.corpus.reads >= Object.keys(some).length);
    assert.ok(first.checker.all().length > 10);
    const second = await start();
    assert.deepEqual(allDiagnostics(second, 'utf-16'), allDiagnostics(first, 'utf-16'));
    assert.equal(second.corpus.reads, 0);
    await assertAsFromNothing(second);
  });

  it('is for the eyes of its user alone', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    write(some);
    await keep();
    assert.equal(statSync(onlyFile()).mode & 0o777, 0o600);
    assert.equal(statSync(storage).mode & 0o777, 0o700);
  });

  it('is not written again when nothing is new', async () => {
    write(some);
    await keep();
    const { ino } = statSync(onlyFile());
    const second = await start();
    assert.equal(await second.save(), true);
    assert.equal(statSync(onlyFile()).ino, ino);
    write({ 'new.md': 'News.\n' });
    const third = await start();
    assert.equal(await third.save(), true);
    assert.notEqual(statSync(onlyFile()).ino, ino);
  });

  it('needs of what changed meanwhile only that to be read', async () => {
    write({ ...some, 'lone.md': 'Words.\n' });
    await keep();
    write({ 'lone.md': 'Other words.\n' }, new Date(longAgo.getTime() + 60_000));
    const second = await start();
    assert.equal(second.corpus.reads, 1);
    await assertAsFromNothing(second);
  });

  it('is right after files were changed, added, removed and renamed', async function () {
    this.timeout(120_000);
    const names = Object.keys(pool);
    const version = fc.option(fc.nat(6));
    const versions = fc.tuple(...names.map(() => version));
    await fc.assert(
      fc.asyncProperty(versions, versions, fc.boolean(), async (before, after, renames) => {
        rmSync(folder, { recursive: true });
        rmSync(storage, { recursive: true, force: true });
        mkdirSync(folder);
        const textOf = (name: string, which: number | null | undefined): string | undefined =>
          which == null ? undefined : (pool[name]?.[which] ?? pool[name]?.[0]);
        const put = (these: readonly (number | null)[], prefix: string): void => {
          for (const [index, name] of names.entries()) {
            const text = textOf(name, these[index]);
            if (text === undefined) {
              rmSync(join(folder, name), { force: true });
            } else if (textOf(name, before[index]) !== text || !existsSync(join(folder, name))) {
              write(
                { [prefix + name]: text },
                new Date(longAgo.getTime() + (these[index] ?? 0) * 1000),
              );
            }
          }
        };
        put(before, '');
        await keep();
        put(after, renames ? 'sub/' : '');
        await assertAsFromNothing(await start());
      }),
      { numRuns: 40 },
    );
  });

  it('sees a change of the same size and time, right after it was put down', async () => {
    const now = new Date();
    write({ ...some, 'a.facts.yaml': 'facts: [{subject: pct, property: count, value: 1}]\n' }, now);
    await keep();
    write({ 'a.facts.yaml': 'facts: [{subject: pct, property: count, value: 2}]\n' }, now);
    const second = await start();
    assert.ok(second.corpus.reads > 0);
    await assertAsFromNothing(second);
    assert.equal(second.corpus.sidecar(uriOf('a.facts.yaml'))?.facts[0]?.valueText, '2');
  });

  it('tells texts that were just written without reading what they say', async () => {
    write(some, new Date());
    await keep();
    assert.equal((await start()).corpus.reads, 0);
  });

  it('is of no use to another version, and with other settings', async () => {
    write(some);
    await keep();
    assert.notEqual((await start(kept('1.0.1'))).corpus.reads, 0);
    assert.equal((await start()).corpus.reads, 0);
    write({ 'policy-facts.yaml': 'financialYearStart: 10-01\n' });
    const second = await start();
    assert.notEqual(second.corpus.reads, 0);
    await assertAsFromNothing(second);
  });

  it('leaves the settings to be read at every start', async () => {
    write({ ...some, 'policy-facts.yaml': 'rules: {value-conflict: loud}\n' });
    await keep();
    await assertAsFromNothing(await start());
    rmSync(join(folder, 'policy-facts.yaml'));
    await assertAsFromNothing(await start());
  });

  it('does not hold files that are left out now', async () => {
    write({ ...some, 'sub/x.facts.yaml': 'organisations: {pct: {name: Again}}\n' });
    await keep();
    write({ '.gitignore': 'sub/\n' });
    await assertAsFromNothing(await start());
  });

  it('names files that are too large to be read', async () => {
    write({
      ...some,
      'large.facts.yaml': `note: ${'x'.repeat(5000)}\n`,
      'policy-facts.yaml': 'maxFileSize: 4000\n',
    });
    await keep();
    const second = await start();
    assert.equal(second.corpus.reads, 0);
    await assertAsFromNothing(second);
  });

  for (const [name, spoil] of Object.entries<(bytes: Buffer) => Buffer | string>({
    'is empty': () => '',
    'is another kind of file': () => 'Not an index.\n'.repeat(100),
    'ends early': (bytes) => bytes.subarray(0, bytes.length - 1),
    'is cut in the middle': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'lacks its beginning': (bytes) => bytes.subarray(100),
    'has more at its end': (bytes) => Buffer.concat([bytes, Buffer.from('more')]),
  })) {
    it(`is not used, and made anew, where it ${name}`, async () => {
      write(some);
      await keep();
      writeFileSync(onlyFile(), spoil(readFileSync(onlyFile())));
      const second = await start();
      assert.notEqual(second.corpus.reads, 0);
      await assertAsFromNothing(second);
      assert.equal(await second.save(), true);
      assert.equal((await start()).corpus.reads, 0);
    });
  }

  it('is not used where any of its bytes is another', async function () {
    this.timeout(60_000);
    write({ 'a.md': 'Words.\n', 'a.facts.yaml': some['a.facts.yaml'] ?? 'facts: []\n' });
    await keep();
    const good = readFileSync(onlyFile());
    for (let at = 0; at < good.length; at += 1 + Math.floor(good.length / 150)) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0x04;
      writeFileSync(onlyFile(), bad);
      // Padding between sections is covered by the checksums too.
      assert.notEqual((await start()).corpus.reads, 0, `byte ${at} of ${good.length}`);
    }
  });

  it('is not used where a folder stands in its place, and that is no error', async () => {
    write(some);
    await keep();
    const path = onlyFile();
    rmSync(path);
    mkdirSync(path);
    const second = await start();
    await assertAsFromNothing(second);
    assert.equal(await second.save(), false);
  });

  it('is not there where nothing can be written, and that is no error', async () => {
    write(some);
    writeFileSync(join(base, 'storage'), 'A file where the folder should be.');
    const workspace = await start();
    assert.equal(await workspace.save(), false);
    await assertAsFromNothing(workspace);
  });

  it('stays whole when two put it down at once', async () => {
    write(some);
    const both = await Promise.all([start(), start()]);
    assert.deepEqual(await Promise.all(both.map((one) => one.save())), [true, true]);
    onlyFile();
    assert.equal((await start()).corpus.reads, 0);
  });

  it('stays as it was when something changes meanwhile', async () => {
    write(some);
    await keep();
    const good = readFileSync(onlyFile());
    const workspace = await start();
    write({ 'new.md': 'News.\n' });
    workspace.refreshFile(uriOf('new.md'));
    await workspace.checked();
    const saving = workspace.save();
    setImmediate(() => {
      rmSync(join(folder, 'new.md'));
      workspace.refreshFile(uriOf('new.md'));
    });
    assert.equal(await saving, false);
    assert.deepEqual(readFileSync(onlyFile()), good);
  });

  it('outlives what another left unfinished', async () => {
    write(some);
    await keep();
    const old = `${onlyFile()}.0.tmp`;
    writeFileSync(old, 'half');
    assert.equal((await start()).corpus.reads, 0);
    utimesSync(old, new Date(0), new Date(0));
    write({ 'new.md': 'News.\n' });
    await keep();
    onlyFile();
  });

  describe('while documents are open', () => {
    it('holds them as they are on disk', async () => {
      write(some);
      const workspace = new Workspace();
      workspace.useCache(kept());
      const [name, text] = Object.entries(some)[0] ?? ['', ''];
      workspace.setOpen(uriOf(name), text, 'policy-facts');
      await workspace.load([URI.file(folder).toString()]);
      assert.equal(await workspace.save(), true);
      const second = await start();
      assert.equal(second.corpus.reads, 0);
      await assertAsFromNothing(second);
    });

    it('is not written while one says something else', async () => {
      write(some);
      const workspace = await start();
      const uri = uriOf('register.facts.yaml');
      workspace.setOpen(uri, 'organisations: {secret: {name: Unsaved}}\n', 'policy-facts');
      assert.equal(await workspace.save(), false);
      assert.deepEqual(files(), []);
      workspace.close(uri);
      assert.equal(await workspace.save(), true);
      assert.ok(!readFileSync(onlyFile()).includes('Unsaved'));
      await assertAsFromNothing(await start());
    });

    it('is not written while one has no file', async () => {
      write(some);
      const workspace = await start();
      workspace.setOpen('untitled:Untitled-1', 'Unsaved words about PCTs.\n', 'markdown');
      assert.equal(await workspace.save(), false);
      workspace.close('untitled:Untitled-1');
      assert.equal(await workspace.save(), true);
    });

    it('is taken over beneath what they say', async () => {
      write(some);
      await keep();
      const workspaces = await Promise.all(
        [kept(), null].map(async (cache) => {
          const workspace = new Workspace();
          if (cache !== null) {
            workspace.useCache(cache);
          }
          const uri = uriOf('register.facts.yaml');
          workspace.setOpen(uri, 'organisations: {pct: {name: Unsaved}}\n', 'policy-facts');
          await workspace.load([URI.file(folder).toString()]);
          return workspace;
        }),
      );
      const [first, second] = workspaces;
      assert.ok(first !== undefined && second !== undefined);
      assert.deepEqual(answers(first), answers(second));
    });
  });
});
