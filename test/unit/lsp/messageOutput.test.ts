import { strict as assert } from 'node:assert';
import { Writable } from 'node:stream';
import { StreamMessageWriter } from 'vscode-jsonrpc/node';
import { MessageOutput } from '../../../server/src/lsp/messageOutput.js';

/** Keeps what is written, write by write. */
class Written extends Writable {
  readonly writes: string[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.writes.push(chunk.toString('utf8'));
    done();
  }
}

describe('output of messages', () => {
  it('writes the headers and the body of each message in one go', async () => {
    const output = new Written();
    const writer = new StreamMessageWriter(new MessageOutput(output));
    const messages = [
      { jsonrpc: '2.0', method: 'a' },
      { jsonrpc: '2.0', method: 'b', params: ['ends in\r\n\r\n', 'Trägerschaft – “trusts” 🏥'] },
    ];
    await Promise.all(messages.map((message) => writer.write(message)));
    assert.deepEqual(
      output.writes.map((write) => {
        const [headers = '', body = ''] = write.split(/(?<=^[^{]*\r\n\r\n)/);
        assert.equal(headers, `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
        return JSON.parse(body) as unknown;
      }),
      messages,
    );
  });

  it('fails when what it writes to does', async () => {
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('gone'));
      },
    });
    const writer = new StreamMessageWriter(new MessageOutput(broken));
    const told: string[] = [];
    writer.onError(([error]) => told.push(error.message));
    await assert.rejects(writer.write({ jsonrpc: '2.0' }), /gone/);
    assert.ok(told.includes('gone'), told.join());
  });
});
