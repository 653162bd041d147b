import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import { serverAgreesWithDisk } from './commandLine.js';
import { runningExtension } from './extension.js';

describe('Export', () => {
  let folder: string;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'policy-facts-export-'));
    await runningExtension();
    await serverAgreesWithDisk();
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function exported(format: string, name: string): Promise<string> {
    const target = Uri.file(path.join(folder, name));
    const answer = await commands.executeCommand<Uri | undefined>(
      'policyFacts.export',
      format,
      target,
    );
    assert.equal(answer?.toString(), target.toString());
    return Buffer.from(await workspace.fs.readFile(target)).toString('utf8');
  }

  it('writes a file in each format', async () => {
    const csv = await exported('csv', 'facts.csv');
    assert.match(csv, /^\uFEFFfact_key,reference,/);
    assert.match(csv, /003-mergers-confirmed#count-before/);
    const rows = (await exported('ndjson', 'facts.ndjson')).trimEnd().split('\n');
    assert.equal(csv.match(/\r\n/g)?.length, rows.length + 1);
    const graph = JSON.parse(await exported('jsonld', 'facts.jsonld')) as { '@graph': object[] };
    assert.ok(graph['@graph'].length > rows.length);
    const popolo = JSON.parse(await exported('popolo', 'popolo.json')) as { persons: object[] };
    assert.ok(popolo.persons.length > 0);
  });

  it('writes nothing in a format there is not', async () => {
    const target = path.join(folder, 'facts.xlsx');
    assert.equal(await commands.executeCommand('policyFacts.export', 'xlsx', target), undefined);
    await assert.rejects(async () => workspace.fs.stat(Uri.file(target)));
  });
});
