import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { pushClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

describe('the consistency check', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('answers with eight numbers, once everything is read', async () => {
    const session = await Session.start({
      files: { ...agreeing, 'courier.facts.yaml': countOf('148', '152 primary care trusts') },
    });
    assert.deepEqual(await session.check(), {
      articles: 2,
      sidecars: 3,
      facts: 2,
      organisations: 3,
      error: 1,
      warning: 2,
      information: 0,
      hint: 0,
    });
  });

  it('counts what is typed, not what is saved', async () => {
    const session = await Session.start({ files: agreeing });
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    assert.equal((await session.check())['warning'], 2);
    await session.edit('courier.facts.yaml', 'value: 148', 'value: 152');
    assert.equal((await session.check())['warning'], 0);
  });

  it('answers a tool for language models from what is typed, or says why not', async () => {
    const session = await Session.start({ files: agreeing });
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    const tool = (...args: unknown[]): Promise<unknown> =>
      session.request('workspace/executeCommand', { command: 'policyFacts.tool', arguments: args });
    const { structured, text } = (await tool('get_facts', { article: 'courier' })) as {
      structured: { total: number };
      text: string;
    };
    assert.equal(structured.total, 1);
    assert.match(text, /^1 fact\.\ncourier#trusts: .*148/);
    await assert.rejects(tool('get_facts', { article: '../x.md' }), /refused/);
    await assert.rejects(tool('nonsense'), /no tool “nonsense”/);
    await assert.rejects(tool(), /no tool/);
  });

  it('can be cancelled while it waits', async () => {
    let answer: (value: null) => void = () => undefined;
    const slow = new Promise((resolve) => (answer = resolve));
    const session = await Session.start({ files: agreeing, configuration: () => slow });
    const source = new CancellationTokenSource();
    const cancelled = session.check(source.token);
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    answer(null);
    assert.equal((await session.check())['articles'], 2);
  });

  it('shows progress while the articles are read, and ends it', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pushClient });
    await session.settled();
    const kinds = session.progress.map((value) => (value as { kind: string }).kind);
    assert.equal(kinds[0], 'begin');
    assert.equal(kinds.at(-1), 'end');
    assert.ok(kinds.slice(1, -1).every((kind) => kind === 'report'));
  });
});
