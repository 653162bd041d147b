import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ending, projectFolder, start, TEST_LIMIT } from '../program.js';
import { agreeing, countOf, courier } from '../records.js';
import type { Files, WorkspaceFolder } from '../workspaceFolder.js';
import { run, type Outcome } from './run.js';
import { testFolders } from './testFolders.js';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}
interface Report {
  readonly version: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly (Place & {
    readonly severity: string;
    readonly code: string;
    readonly related: readonly Place[];
  })[];
}

/** One finding of each of two severities: two warnings, and one error. */
const faulty = {
  ...agreeing,
  'courier.md': courier.replace('152', '148 (not 152)'),
  'courier.facts.yaml': countOf('148', '"148 (not 152) primary care trusts"'),
} as const;

const informative = {
  ...agreeing,
  'courier.md': courier.replace('152', '148'),
  'courier.facts.yaml': `${countOf('148')}    saidBy: jane-doe\n`,
} as const;

describe('policy-facts check', function () {
  this.timeout(TEST_LIMIT);
  const folderOf = testFolders();

  function check(folder: WorkspaceFolder, ...options: string[]): Promise<Outcome> {
    return run(['check', folder.path, ...options]);
  }

  async function report(files: Files): Promise<Report> {
    const { stdout, stderr } = await check(folderOf(files), '--format', 'json');
    assert.equal(stderr, '');
    return JSON.parse(stdout) as Report;
  }

  it('ends with 0 where nothing is found', async () => {
    const { code, stdout, stderr } = await check(folderOf(agreeing));
    assert.equal(code, 0);
    assert.match(stdout, /2 articles, 3 sidecars, 2 facts, 3 organisations: nothing to report\n$/);
    assert.equal(stderr, '');
  });

  it('ends with 1 from the severity on that --fail-on names', async () => {
    const ends = async (files: Files, ...levels: string[]): Promise<(number | null)[]> => {
      const folder = folderOf(files);
      const given = levels.map((level) => (level === '' ? [] : ['--fail-on', level]));
      const outcomes = await Promise.all(given.map((options) => check(folder, ...options)));
      return outcomes.map(({ code }) => code);
    };
    assert.deepEqual(await ends(faulty, '', 'error', 'never'), [1, 0, 0]);
    assert.deepEqual(await ends(informative, '', 'information'), [0, 1]);
  });

  it('checks the folder it runs in where it is told none', async () => {
    const { code, stdout } = await run(['check'], { cwd: folderOf(agreeing).path });
    assert.equal(code, 0);
    assert.match(stdout, /^\.: 2 articles/);
  });

  it('ends with 2 and a word on stderr for wrong use and what cannot be read', async () => {
    const folder = folderOf(agreeing);
    const wrong = [
      ['check', folder.pathOf('no-such-folder')],
      ['check', folder.pathOf('herald.md')],
      ['check', folder.path, '--format', 'xml'],
      ['check', folder.path, '--fail-on', 'hint'],
      ['check', folder.path, 'another'],
      ['no-such-command'],
    ];
    const outcomes = await Promise.all(wrong.map((args) => run(args)));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      const args = wrong[index]?.join(' ');
      assert.equal(code, 2, args);
      assert.equal(stdout, '', args);
      assert.notEqual(stderr.trim(), '', args);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack trace');
    }
  });

  it('prints JSON of a fixed shape', async () => {
    const { version, summary, findings, ...others } = await report(faulty);
    assert.deepEqual(others, {});
    assert.equal(version, 1);
    assert.deepEqual(summary, {
      articles: 2,
      sidecars: 3,
      facts: 2,
      organisations: 3,
      error: 0,
      warning: 2,
      information: 0,
      hint: 0,
    });
    const [first, second] = findings;
    assert.ok(first && second && findings.length === 2);
    const { message, related, ...rest } = first;
    assert.deepEqual(rest, {
      file: 'courier.facts.yaml',
      line: 5,
      column: 12,
      endLine: 5,
      endColumn: 15,
      severity: 'warning',
      code: 'value-conflict',
    });
    assert.match(message, /148 here .* 152 in herald/);
    assert.deepEqual(
      related.map(({ message: text, ...place }) => [typeof text, place]),
      [
        ['string', { file: 'herald.facts.yaml', line: 5, column: 12, endLine: 5, endColumn: 15 }],
        ['string', { file: 'herald.md', line: 9, column: 13, endLine: 9, endColumn: 36 }],
      ],
    );
    assert.equal(second.file, 'herald.facts.yaml');
  });

  it('sorts by file, line, column and code; names files from the folder with /', async () => {
    const { findings } = await report({
      'b/é 1.facts.yaml': 'facts:\n  - {subject: nobody, property: nothing, value: 1}\n',
      'b/A.facts.yaml': 'facts:\n  - {subject: no, property: nil, value: 1, 😀: 1, zzz: 2}\n',
      'a.facts.yaml': 'facts: 1\nnonsense: 2\n',
    });
    const files = [...new Set(findings.map(({ file }) => file))];
    assert.deepEqual(files, ['a.facts.yaml', 'b/A.facts.yaml', 'b/é 1.facts.yaml']);
    const key = (finding: Report['findings'][number]): [string, number, number, string] => [
      finding.file,
      finding.line,
      finding.column,
      finding.code,
    ];
    const sorted = [...findings].sort((a, b) => {
      for (const [index, one] of key(a).entries()) {
        const other = key(b)[index] ?? '';
        if (one !== other) {
          return one < other ? -1 : 1;
        }
      }
      return 0;
    });
    assert.deepEqual(findings, sorted);
  });

  it('counts columns in UTF-16 units from 1', async () => {
    const { findings } = await report({
      'a.facts.yaml':
        '# BOM\r\nfacts:\r\n  - {note: "😀é", subject: nobody, property: count, value: 1}\r\n',
      'b.facts.yaml': '\uFEFFfacts: [{subject: nobody, property: count, value: 1}]\n',
    });
    const [a, b] = ['a.facts.yaml', 'b.facts.yaml'].map((file) =>
      findings.find((finding) => finding.file === file && finding.code === 'unknown-reference'),
    );
    assert.deepEqual([a?.line, a?.column, a?.endColumn], [3, 28, 34]);
    assert.deepEqual([b?.line, b?.column], [1, 19]);
  });

  it('shows the line of the right file where names end alike', async () => {
    const { stdout } = await check(
      folderOf({
        'a-x.facts.yaml': 'facts:\n  - {subject: one, property: count, value: 1}\n',
        'x.facts.yaml': 'facts:\n  - {subject: two, property: count, value: 2}\n',
        'a+b (c).facts.yaml': 'facts:\n  - {subject: three, property: count, value: 2}\n',
      }),
    );
    for (const subject of ['one', 'two', 'three']) {
      assert.match(stdout, new RegExp(`\n {6}- {subject: ${subject}, `));
    }
  });

  it('shows of a long line what is near the finding', async () => {
    const { stdout } = await check(
      folderOf({ 'a.facts.yaml': `facts: ${'['.repeat(9000)}${']'.repeat(9000)}\n` }),
    );
    const shown = stdout.split('\n').find((line) => line.includes('[[['));
    assert.match(shown ?? '', /^ {6}…\[+…$/);
    assert.ok((shown ?? '').length < 220);
  });

  it('never lets control characters of a file reach the terminal', async () => {
    const evil = '\u001b[31m\u0007\u009b2J\u202e\\u001b]0;title\\u0007';
    const folder = folderOf({
      'a.facts.yaml': `facts:\n  - {id: "x", subject: "${evil}", property: "\\e[2J", value: 1, "\\e]8;;": x}\n`,
      'evil\u001b[31m.facts.yaml': 'facts: 1\n',
      'b.md': 'The \u001b[31mPCTs\u0007.\n',
      'b.facts.yaml': countOf('1', 'The \u001b[31m words \u009b5m that are not there'),
    });
    const outcomes = await Promise.all([
      check(folder),
      check(folder, '--format', 'json'),
      run(['read', folder.path]),
      run(['read', folder.path, '--format', 'json']),
    ]);
    for (const { stdout, stderr } of outcomes) {
      // eslint-disable-next-line no-control-regex -- these are what must not be there
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    assert.match(outcomes[0].stdout, /\\x1b\[31m/, 'they are shown instead');
  });

  it('says the same whatever the time zone, the locale and the order of the files', async () => {
    const seeds = Object.fromEntries(
      readdirSync(join(projectFolder, 'seeds'))
        .filter((name) => /\.(md|yaml)$/.test(name))
        .map((name) => [name, readFileSync(join(projectFolder, 'seeds', name), 'utf8')]),
    );
    const backwards = Object.fromEntries(Object.entries(seeds).reverse());
    const far = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    const json = ['--format', 'json'];
    const [here, there] = await Promise.all([
      run(['check', folderOf(seeds).path, ...json]),
      run(['check', folderOf(backwards).path, ...json], { env: far }),
    ]);
    assert.ok(here.stdout.length > 1000);
    assert.equal(there.stdout, here.stdout);
  });

  it('reads folders and files whose names hold spaces and other letters', async () => {
    const folder = folderOf(
      Object.fromEntries(
        Object.entries(faulty).map(([name, text]) => [`ein Ordner & #1/Ünïcode/${name}`, text]),
      ),
    );
    const { stdout } = await run(['check', 'ein Ordner & #1', '--format', 'json'], {
      cwd: folder.path,
    });
    const { findings } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['Ünïcode/courier.facts.yaml', 'Ünïcode/herald.facts.yaml'],
    );
  });

  it('keeps quiet when its output is cut off', async () => {
    const folder = folderOf({
      'a.facts.yaml': `facts:\n${'  - {subject: nobody, property: nothing, value: 1}\n'.repeat(2000)}`,
    });
    const child = start(['check', folder.path]);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.stdout.once('data', () => {
      child.stdout.destroy();
    });
    await ending(child);
    assert.equal(stderr, '');
  });

  it('finds in the seeds just what the briefing gets wrong', async () => {
    const { code, stdout } = await run(['check', 'seeds', '--format', 'json'], {
      cwd: projectFolder,
    });
    const { summary, findings } = JSON.parse(stdout) as Report;
    assert.equal(code, 1);
    assert.equal(summary['error'], 0);
    const told = findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ file, code }) => `${file} ${code}`);
    assert.deepEqual(told, [
      'briefing-draft.facts.yaml value-conflict',
      'briefing-draft.facts.yaml value-conflict',
      'briefing-draft.facts.yaml derived-mismatch',
      'briefing-draft.md figure-disagrees',
    ]);
  });
});
