import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, TEST_LIMIT } from '../program.js';
import { agreeing, countOf } from '../records.js';

import { run } from './run.js';
import { testFolders } from './testFolders.js';

interface Place {
  readonly file: string;
  readonly line: number;
}
interface Checked {
  readonly findings: readonly (Place & {
    readonly code: string;
    readonly related: readonly Place[];
  })[];
}

describe('policy-facts report', function () {
  this.timeout(TEST_LIMIT);
  const folderOf = testFolders();

  it('prints a page by default, and Markdown when asked', async () => {
    const { path } = folderOf(agreeing);
    const [page, markdown] = await Promise.all([
      run(['report', path]),
      run(['report', path, '--format', 'md']),
    ]);
    assert.deepEqual([page.code, page.stderr, markdown.code, markdown.stderr], [0, '', 0, '']);
    assert.match(page.stdout, /^<!DOCTYPE html>\n<html lang="en-GB">/);
    assert.match(page.stdout, /Made on \d+ [A-Z][a-z]+ \d{4}\./);
    assert.match(markdown.stdout, /^# Policy Facts report: /);
  });

  it('ends with 0 where the check would end with 1', async () => {
    const { path } = folderOf({ ...agreeing, 'courier.facts.yaml': countOf('148') });
    assert.equal((await run(['check', path])).code, 1);
    assert.equal((await run(['report', path])).code, 0);
  });

  it('has each finding of check --format json once, with both sides', async () => {
    const seeds = join(projectFolder, 'seeds');
    const [json, page] = await Promise.all([
      run(['check', seeds, '--format', 'json']),
      run(['report', seeds]),
    ]);
    const { findings } = JSON.parse(json.stdout) as Checked;
    const kinds = page.stdout.split('<h4>').slice(1);
    const lines = (text: string): string[] =>
      [...text.matchAll(/href="([^"#]+#L\d+)"/g)].map(([, link = '']) => link);
    assert.ok(findings.length > 10);
    for (const { file, line, code, related } of findings) {
      const places = [`${file}#L${line}`, ...related.map((end) => `${end.file}#L${end.line}`)];
      const entries = kinds
        .filter((kind) => kind.startsWith(`${code} (`))
        .flatMap((kind) => [...kind.matchAll(/<article .*?<\/article>/gs)].map(([entry]) => entry))
        .filter((entry) => places.every((place) => lines(entry).includes(place)));
      assert.equal(entries.length, 1, `${code} at ${places.join(', ')}`);
    }
  });

  it('writes a file, with links that lead from there', async () => {
    const folder = folderOf(agreeing);
    folder.write('out/keep.log', '');
    const output = folder.pathOf('out/report.html');
    const { code, stdout } = await run(['report', folder.path, '--output', output]);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(readFileSync(output, 'utf8'), /href="\.\.\/herald\.facts\.yaml#L\d+"/);
  });

  it('takes the format from the ending of the file', async () => {
    const folder = folderOf(agreeing);
    const elsewhere = folderOf({});
    const output = elsewhere.pathOf('report.md');
    assert.equal((await run(['report', folder.path, '--output', output])).code, 0);
    assert.match(readFileSync(output, 'utf8'), /^# Policy Facts report/);
  });

  it('overwrites no article, and adds none that the next check would read', async () => {
    const folder = folderOf(agreeing);
    for (const name of ['herald.md', 'report.md', 'herald.facts.yaml', 'policy-facts.yaml']) {
      const before = existsSync(folder.pathOf(name)) && readFileSync(folder.pathOf(name), 'utf8');
      const outcome = await run(['report', folder.path, '--output', folder.pathOf(name)]);
      assert.equal(outcome.code, 2, name);
      assert.match(outcome.stderr, /would be read as a file of the folder itself/);
      const after = existsSync(folder.pathOf(name)) && readFileSync(folder.pathOf(name), 'utf8');
      assert.equal(after, before, name);
    }
    folder.write('policy-facts.yaml', 'exclude: [reports/]\n');
    folder.write('reports/keep.log', '');
    const output = folder.pathOf('reports/report.md');
    assert.equal((await run(['report', folder.path, '--output', output])).code, 0);
  });

  it('ends with 2 and a word on stderr for wrong use and what cannot be read or written', async () => {
    const { path } = folderOf(agreeing);
    const outcomes = await Promise.all([
      run(['report', path, '--format', 'pdf']),
      run(['report', join(path, 'nowhere')]),
      run(['report', path, '--output', join(path, 'no/such/report.html')]),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      assert.deepEqual([code, stdout], [2, '']);
      assert.notEqual(stderr, '');
    }
  });
});
