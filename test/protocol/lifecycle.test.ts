import assert from 'node:assert/strict';
import { framed } from './framed.js';
import { lives } from './lifecycleTable.js';
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

  for (const { name, steps, ends } of lives) {
    it(name, async () => {
      const session = Session.create();
      for (const step of steps) {
        if ('raw' in step) {
          session.process.stdin.write(step.raw);
        } else if ('notify' in step) {
          await session.notify(step.notify, step.params);
        } else {
          const answer = session.request(step.request, step.params);
          const code = await answer.then(
            () => 0,
            (error: unknown) => (error as { code?: unknown }).code,
          );
          assert.equal(code, step.expect, step.request);
        }
      }
      assert.equal(await ending(session.process), ends);
    });
  }

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

  it('answers everything that came in one packet with `exit` before it ends', async () => {
    const child = startServer();
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
    });
    const shutdown = framed({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    child.stdin.end(`${initialize}${shutdown}${framed({ jsonrpc: '2.0', method: 'exit' })}`);
    assert.equal(await ending(child), 0);
    assert.match(stdout, /"id":1,"result"/);
    assert.match(stdout, /"id":2,"result":null/);
  });

  it('may state the type of its content, in the old spelling too', async () => {
    const child = startServer();
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
    });
    for (const [id, charset] of ['utf-8', 'utf8'].entries()) {
      const type = `Content-Type: application/vscode-jsonrpc; charset=${charset}`;
      const params = { processId: null, rootUri: null, capabilities: {} };
      const message = framed({ jsonrpc: '2.0', id, method: 'initialize', params });
      child.stdin.write(message.replace('\r\n', `\r\n${type}\r\n`));
    }
    child.stdin.end();
    await ending(child);
    assert.match(stdout, /"result"/);
    assert.match(stdout, /-32600/, 'the second one was read as well');
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
