import { strict as assert } from 'node:assert';
import { Writable } from 'node:stream';
import type { Message } from 'vscode-jsonrpc/node';
import { WholeMessageWriter } from '../../../server/src/lsp/wholeMessageWriter.js';

/** Keeps what is written, write by write. */
class Written extends Writable {
  readonly writes: string[] = [];

  constructor() {
    super({ decodeStrings: false });
  }

  override _write(chunk: string, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.writes.push(chunk);
    done();
  }

  override _writev(
    chunks: readonly { readonly chunk: string }[],
    done: (error?: Error) => void,
  ): void {
    this.writes.push(chunks.map(({ chunk }) => chunk).join(''));
    done();
  }
}

const messages = [
  { jsonrpc: '2.0', method: 'a' },
  { jsonrpc: '2.0', method: 'b', params: ['ends in\r\n\r\n', 'Trägerschaft – “trusts” 🏥'] },
];

/** The messages in what was written. */
function read(written: string): readonly unknown[] {
  const found: unknown[] = [];
  for (let rest = Buffer.from(written); rest.length > 0;) {
    const [headers = '', length = ''] =
      /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('utf8')) ?? [];
    assert.ok(headers.length > 0, rest.toString('utf8'));
    const end = headers.length + Number(length);
    found.push(JSON.parse(rest.subarray(headers.length, end).toString('utf8')));
    rest = rest.subarray(end);
  }
  return found;
}

describe('what is written to a client', () => {
  it('goes in one piece, message by message, where a turn lies between them', async () => {
    const output = new Written();
    const writer = new WholeMessageWriter(output);
    for (const message of messages) {
      await writer.write(message);
    }
    assert.deepEqual(
      output.writes.map(read),
      messages.map((message) => [message]),
    );
  });

  it('goes together where it is written in one turn, in order', async () => {
    const output = new Written();
    const writer = new WholeMessageWriter(output);
    await Promise.all(messages.map((message) => writer.write(message)));
    assert.deepEqual(output.writes.map(read), [messages]);
  });

  it('does not wait for a turn of other work', async () => {
    const output = new Written();
    const happened: string[] = [];
    setImmediate(() => happened.push('a turn'));
    await new WholeMessageWriter(output).write({ jsonrpc: '2.0' }).then(() => {
      happened.push('written');
    });
    assert.deepEqual(happened, ['written']);
  });

  it('fails when what it writes to does', async () => {
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('gone'));
      },
    });
    const writer = new WholeMessageWriter(broken);
    const told: string[] = [];
    writer.onError(([error]) => told.push(error.message));
    await assert.rejects(writer.write({ jsonrpc: '2.0' }), /gone/);
    assert.ok(told.includes('gone'), told.join());
  });

  it('fails alone where a message is no JSON', async () => {
    const output = new Written();
    const writer = new WholeMessageWriter(output);
    const endless: Message & { self?: unknown } = { jsonrpc: '2.0' };
    endless.self = endless;
    await Promise.all([
      assert.rejects(writer.write(endless), TypeError),
      writer.write({ jsonrpc: '2.0' }),
    ]);
    assert.deepEqual(output.writes.map(read), [[{ jsonrpc: '2.0' }]]);
  });
});
