import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { TEST_LIMIT } from '../program.js';
import { agreeing } from '../records.js';
import { WorkspaceFolder } from '../workspaceFolder.js';
import { run } from './run.js';

describe('policy-facts export', function () {
  this.timeout(TEST_LIMIT);
  let folder: WorkspaceFolder;
  before(() => {
    folder = new WorkspaceFolder(agreeing);
  });
  after(() => {
    folder.dispose();
  });

  it('writes each format to standard output', async () => {
    const [csv, marked, jsonld, popolo, ndjson] = await Promise.all(
      [['csv'], ['csv', '--bom'], ['jsonld'], ['popolo'], ['ndjson']].map((format) =>
        run(['export', folder.path, '--format', ...format]),
      ),
    );
    for (const outcome of [csv, marked, jsonld, popolo, ndjson]) {
      assert.deepEqual([outcome?.code, outcome?.stderr], [0, '']);
    }
    assert.equal(csv?.stdout.split('\r\n').length, 4);
    assert.match(csv.stdout, /^fact_key,reference,/);
    assert.equal(marked?.stdout, `\uFEFF${csv.stdout}`);
    const { '@graph': graph } = JSON.parse(jsonld?.stdout ?? '') as {
      '@graph': { '@type': string }[];
    };
    assert.equal(graph.filter((node) => node['@type'] === 'Claim').length, 2);
    const { organizations } = JSON.parse(popolo?.stdout ?? '') as {
      organizations: { id: string }[];
    };
    assert.deepEqual(
      organizations.map(({ id }) => id),
      ['courier', 'herald', 'pct'],
    );
    const rows = (ndjson?.stdout ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      rows.map((row) => [row['file'], row['value_min'], row['quote_status']]),
      [
        ['courier.facts.yaml', 152, 'found'],
        ['herald.facts.yaml', 152, 'found'],
      ],
    );
  });

  it('writes to a file, the current folder by default', async () => {
    const target = folder.pathOf('facts.csv');
    const outcome = await run(['export', '--format', 'csv', '--output', target], {
      cwd: folder.path,
    });
    assert.deepEqual(outcome, { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(target, 'utf8').split('\r\n').length, 4);
  });

  it('ends with 2 and writes nothing when it is asked wrongly', async () => {
    const outcomes = await Promise.all([
      run(['export', folder.path, '--format', 'xlsx']),
      run(['export', folder.path]),
      run(['export', '/no/such/folder', '--format', 'csv', '--output', folder.pathOf('none.csv')]),
      run([
        'export',
        folder.path,
        '--format',
        'csv',
        '--output',
        folder.pathOf('no/such/folder.csv'),
      ]),
      run(['export', folder.path, '--format', 'csv', '--output', folder.pathOf('herald.md')]),
    ]);
    assert.deepEqual(
      outcomes.map(({ code, stdout }) => [code, stdout]),
      outcomes.map(() => [2, '']),
    );
    assert.match(outcomes[0].stderr, /csv, jsonld, popolo, ndjson/);
    assert.match(outcomes[1].stderr, /--format/);
    assert.match(outcomes[4].stderr, /name another file/);
    assert.equal(readFileSync(folder.pathOf('herald.md'), 'utf8'), agreeing['herald.md']);
    assert.ok(!existsSync(folder.pathOf('none.csv')));
  });
});
