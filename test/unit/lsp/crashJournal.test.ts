import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrashJournal, hashOf } from '../../../server/src/lsp/crashJournal.js';

describe('the crash journal', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-facts-journal-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const uri = 'file:///w/a.md';
  const module = new URL('../../../server/src/lsp/crashJournal.js', import.meta.url).href;

  /** Runs this in a process of its own, with a `journal` in the folder. */
  function run(script: string): void {
    const text = `import { CrashJournal, hashOf } from ${JSON.stringify(module)};
      const journal = CrashJournal.open(${JSON.stringify(folder)});\n${script}`;
    spawnSync(process.execPath, ['--input-type=module', '--eval', text], { stdio: 'inherit' });
  }

  function opened<T>(work: (journal: CrashJournal) => T): T {
    const journal = CrashJournal.open(folder);
    assert.ok(journal);
    try {
      return work(journal);
    } finally {
      journal.close();
    }
  }

  const reading = (text: string, at = uri): string =>
    `journal.reading(${JSON.stringify(at)}, hashOf(${JSON.stringify(text)}));\n`;
  const killed = "process.kill(process.pid, 'SIGKILL');";

  it('names the text that was being read when the process was killed, until it is another', () => {
    run(reading('good', 'file:///w/of-a-longer-name.md') + reading('bad') + killed);
    opened((journal) => {
      assert.deepEqual(journal.found, [{ uri, hash: hashOf('bad') }]);
      assert.ok(journal.isSkipped(uri, 'bad'));
      assert.ok(!journal.isSkipped('file:///w/of-a-longer-name.md', 'good'));
    });
    opened((journal) => {
      assert.deepEqual(journal.found, [], 'it is news only once');
      assert.ok(journal.isSkipped(uri, 'bad'), 'and is kept');
      assert.ok(!journal.isSkipped(uri, 'better'));
      assert.ok(!journal.isSkipped(uri, 'bad'), 'after another text it is given another try');
    });
    opened((journal) => {
      assert.ok(!journal.isSkipped(uri, 'bad'), 'in the next run as well');
    });
  });

  for (const [how, script] of [
    ['was done with all files', `${reading('x')}journal.done(); ${killed}`],
    ['had read nothing yet', killed],
    ['ended in good order', `${reading('x')}process.exit(1);`],
  ] as const) {
    it(`names nothing when the process ${how}`, () => {
      run(script);
      opened((journal) => {
        assert.deepEqual(journal.found, []);
      });
    });
  }

  it('forgets on demand what is known from before, not what happened just now', () => {
    run(reading('old') + killed);
    run(reading('new', 'file:///w/b.md') + killed);
    opened((journal) => {
      journal.forgetEarlier();
      assert.ok(!journal.isSkipped(uri, 'old'));
      assert.ok(journal.isSkipped('file:///w/b.md', 'new'));
    });
  });

  it('of a process that lives is left alone, and its own is gone afterwards', () => {
    writeFileSync(join(folder, `reading-${process.ppid}.json`), JSON.stringify({ uri, hash: 'x' }));
    opened((journal) => {
      assert.deepEqual(journal.found, []);
    });
    assert.deepEqual(readdirSync(folder), [`reading-${process.ppid}.json`]);
  });

  it('takes what is broken for nothing', () => {
    for (const content of ['', '{"uri":', 'null', '[]', '{"uri":1,"hash":2}', '\0\xff']) {
      writeFileSync(join(folder, 'skipped.json'), content);
      writeFileSync(join(folder, 'reading-999999999.json'), content);
      opened((journal) => {
        assert.deepEqual(journal.found, []);
        assert.ok(!journal.isSkipped(uri, ''));
      });
    }
    writeFileSync(join(folder, 'skipped.json'), '{"files":[null,{"uri":"u","hash":"h"}, 7]}');
    opened((journal) => {
      assert.ok(!journal.isSkipped('u', ''));
    });
    assert.equal(CrashJournal.open(join(folder, 'skipped.json')), null, 'no folder, no journal');
  });

  it('keeps one small file however many are read', () => {
    opened((journal) => {
      for (let index = 0; index < 1000; index++) {
        journal.reading(`file:///w/${index}.md`, hashOf(String(index)));
      }
      const [name = ''] = readdirSync(folder);
      assert.ok(readFileSync(join(folder, name)).length < 200);
    });
  });
});
