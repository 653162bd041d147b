import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { program, TEST_LIMIT } from '../program.js';
import { agreeing, countOf } from '../records.js';
import { WorkspaceFolder, type Files } from '../workspaceFolder.js';
import { run } from './run.js';

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: Readonly<Record<string, unknown>>;
}

describe('policy-facts mcp', function () {
  this.timeout(TEST_LIMIT);
  let folder: WorkspaceFolder;
  let client: Client;

  async function open(files: Files): Promise<void> {
    folder = new WorkspaceFolder(files);
    client = new Client({ name: 'test', version: '1' });
    const args = [program, 'mcp', folder.path];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  }

  afterEach(async () => {
    await client.close();
    folder.dispose();
  });

  async function call(name: string, args: Record<string, unknown> = {}): Promise<Result> {
    return (await client.callTool({ name, arguments: args })) as unknown as Result;
  }

  /** The client holds every structured answer against the tool's own schema, once it has listed them. */
  it('lists and answers every tool, in words and structured', async () => {
    await open({ ...agreeing, 'courier.facts.yaml': countOf('148', '152 primary care trusts') });
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['list_findings', 'get_facts', 'find_mentions', 'explain_pair'],
    );
    for (const { name, annotations, outputSchema, description } of tools) {
      assert.equal(annotations?.readOnlyHint, true, name);
      assert.equal(annotations.openWorldHint, false, name);
      assert.ok(outputSchema && description, name);
    }
    const calls: [string, Record<string, unknown>, RegExp][] = [
      ['list_findings', { subject: 'pct' }, /value-conflict/],
      ['get_facts', { subject: 'Primary care trusts' }, /herald#trusts: .*152/],
      ['find_mentions', { name: 'pct' }, /courier\.md:9:\d+ “Each PCT has a board\.”/],
      [
        'explain_pair',
        { first: 'herald#trusts', second: 'courier#trusts' },
        /Verdict: value-conflict/,
      ],
    ];
    for (const [name, args, expected] of calls) {
      const { content, structuredContent, isError } = await call(name, args);
      assert.notEqual(isError, true, content[0]?.text);
      assert.match(content[0]?.text ?? '', expected);
      assert.ok(structuredContent, name);
    }
    await assert.rejects(call('write_file'), /no tool write_file/);
    assert.match(client.getInstructions() ?? '', /only read/);
  });

  it('refuses every path outside the folder, links that lead out too', async () => {
    await open({ ...agreeing, 'sub/a.md': 'PCTs.\n' });
    const outside = new WorkspaceFolder({ 'secret.md': 'Secret PCTs.\n' });
    symlinkSync(outside.pathOf('secret.md'), folder.pathOf('link.md'));
    symlinkSync(outside.path, folder.pathOf('linked'));
    const paths = [
      '../secret.md',
      'sub/../../x.md',
      outside.pathOf('secret.md'),
      folder.pathOf('herald.md'),
      '%2e%2e/x.md',
      'link.md',
      'linked/secret.md',
    ];
    for (const file of paths) {
      const { isError, content, structuredContent } = await call('list_findings', { file });
      assert.equal(isError, true, file);
      assert.match(content[0]?.text ?? '', /refused|no article or sidecar/, file);
      assert.equal(structuredContent, undefined);
    }
    const { content } = await call('find_mentions', { name: 'pct' });
    assert.doesNotMatch(content[0]?.text ?? '', /Secret/);
    outside.dispose();
  });

  it('answers from the files as they are now', async () => {
    await open(agreeing);
    const total = async (): Promise<unknown> =>
      (await call('list_findings', { severity: 'warning' })).structuredContent?.['total'];
    assert.equal(await total(), 0);
    folder.write('courier.facts.yaml', countOf('148', '152 primary care trusts'));
    assert.equal(await total(), 3);
    folder.write('policy-facts.yaml', 'rules: {value-conflict: off}\n');
    assert.equal(await total(), 1);
    folder.delete('policy-facts.yaml');
    folder.delete('courier.facts.yaml');
    folder.write('more/courier.facts.yaml', 'facts: 1\n');
    const { content } = await call('list_findings', { severity: 'warning' });
    assert.match(content[0]?.text ?? '', /more\/courier\.facts\.yaml:1:8 error schema/);
    assert.equal((await call('get_facts')).structuredContent?.['total'], 1);
  });

  it('gives pages', async () => {
    const facts = Array.from(
      { length: 120 },
      () => '  - {subject: pct, property: status, value: x}\n',
    );
    await open({ 'a.facts.yaml': `facts:\n${facts.join('')}` });
    const { structuredContent } = await call('get_facts', { offset: 100 });
    assert.equal((structuredContent?.['facts'] as unknown[]).length, 20);
    assert.equal(structuredContent?.['nextOffset'], null);
    assert.equal((await call('get_facts', { limit: 1000 })).isError, true);
  });

  it('ends with 2 where there is no folder, and with its input', async () => {
    await open({});
    const { code, stdout, stderr } = await run(['mcp', folder.pathOf('nowhere')]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /there is no folder/);
  });
});
