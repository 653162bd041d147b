import assert from 'node:assert/strict';
import { framed } from './framed.js';
import { ending, startServer, TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';

async function codeOf(answer: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await answer };
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe('the order of life', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('answers requests before initialize with -32002, and drops notifications', async () => {
    const session = Session.create({ files: agreeing });
    await session.open('herald.facts.yaml', 'organisations: {early-bird: {name: Early}}\n');
    for (const method of [
      'textDocument/hover',
      'workspace/executeCommand',
      'shutdown',
      'no/such',
    ]) {
      assert.equal(await codeOf(session.request(method, {})), -32002, method);
    }
    await session.initialize();
    assert.deepEqual(await session.workspaceSymbols('early-bird'), [], 'it was never opened');
    assert.equal((await session.check())['sidecars'], 3);
  });

  it('answers a second initialize and what it does not know, and goes on', async () => {
    const session = await Session.start();
    assert.equal(session.server.serverInfo?.name, 'Policy Facts');
    assert.match(session.server.serverInfo.version ?? '', /^\d+\.\d+\.\d+/);
    const params = { processId: null, rootUri: null, capabilities: {} };
    assert.equal(await codeOf(session.request('initialize', params)), -32600);
    assert.equal(await codeOf(session.request('no/such', {})), -32601);
    assert.equal(await codeOf(session.request('$/no/such', {})), -32601);
    const command = { command: 'policyFacts.__proto__', arguments: [] };
    assert.equal(await codeOf(session.request('workspace/executeCommand', command)), -32803);
    await session.notify('no/such', {});
    await session.notify('$/no/such', {});
    assert.equal((await session.check())['articles'], 0);
  });

  it('answers requests after shutdown with -32600', async () => {
    const session = await Session.start();
    assert.equal(await session.request('shutdown', undefined), null);
    for (const method of ['textDocument/hover', 'shutdown', 'initialize', 'no/such']) {
      assert.equal(await codeOf(session.request(method, {})), -32600, method);
    }
  });

  it('ends with 0 on exit after shutdown', async () => {
    const session = await Session.start({ files: agreeing });
    assert.equal(await session.shutdown(), 0);
  });

  it('ends with 1 on exit without shutdown', async () => {
    const session = await Session.start();
    await session.notify('exit', undefined);
    assert.equal(await ending(session.process), 1);
  });

  it('ends with 1 on exit before initialize', async () => {
    const session = Session.create();
    await session.notify('exit', undefined);
    assert.equal(await ending(session.process), 1);
  });

  it('ends when the client goes away', async () => {
    const session = await Session.start();
    session.process.stdin.end();
    assert.equal(await ending(session.process), 1);
  });

  it('ends with 0 when the client goes away after shutdown', async () => {
    const session = await Session.start();
    await session.request('shutdown', undefined);
    session.process.stdin.end();
    assert.equal(await ending(session.process), 0);
  });
});

describe('a stream that is no Language Server Protocol', function () {
  this.timeout(TEST_LIMIT);

  const initialize = framed({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });

  // The client keeps its end open each time: the server must not wait for ever. What else a header
  // can have wrong is tested in `unit/lsp/messageHeaders.test.ts`.
  for (const [name, input] of [
    ['is plain text', 'hello\n'],
    ['has a length beyond all measure', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['goes wrong after a good message', `${initialize}Content-Length: many\r\n\r\n{}`],
    ['holds what is no JSON', 'Content-Length: 5\r\n\r\n{abc}'],
  ] as const) {
    it(`ends the process where it ${name}`, async () => {
      const child = startServer();
      child.stdout.resume();
      let stderr = '';
      child.stderr.on('data', (data: Buffer) => {
        stderr += data.toString();
      });
      child.stdin.on('error', () => undefined);
      child.stdin.write(input);
      assert.equal(await ending(child), 1);
      assert.match(stderr, /^policy-facts: /, 'it says why');
    });
  }

  it('survives a message that is JSON but no message', async () => {
    const child = startServer();
    child.stdout.resume();
    const exit = framed({ jsonrpc: '2.0', method: 'exit' });
    const shutdown = framed({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    const odd = ['null', '[]', '{}', '"text"'].map((body) => framed(JSON.parse(body))).join('');
    child.stdin.write(`${initialize}${odd}${shutdown}${exit}`);
    assert.equal(await ending(child), 0);
  });

  it('takes messages in pieces, and several at once', async () => {
    const child = startServer();
    child.stdout.resume();
    const exit = framed({ jsonrpc: '2.0', method: 'exit' });
    const shutdown = framed({ jsonrpc: '2.0', id: 'é', method: 'shutdown' });
    const bytes = Buffer.from(`${initialize}${shutdown}${exit}`);
    for (let at = 0; at < bytes.length; at += 7) {
      child.stdin.write(bytes.subarray(at, at + 7));
    }
    assert.equal(await ending(child), 0);
  });
});
