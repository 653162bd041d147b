import assert from 'node:assert/strict';
import { MessageHeaders } from '../../../server/src/lsp/messageHeaders.js';

/** What passes of these pieces, and what it fails with. */
async function pass(...pieces: readonly string[]): Promise<{ passed: string; error: string }> {
  const headers = new MessageHeaders();
  let passed = '';
  let error = '';
  headers.on('data', (data: Buffer) => {
    passed += data.toString();
  });
  headers.on('error', ({ message }) => {
    error = message;
  });
  for (const piece of pieces) {
    await new Promise((resolve) => {
      headers.write(piece, resolve);
    });
  }
  return { passed, error };
}

describe('the headers of messages', () => {
  const good = 'Content-Length: 2\r\n\r\n{}';

  for (const [name, pieces] of [
    ['one message', [good]],
    ['several at once', [good + good + good]],
    ['a message byte by byte', Array.from(good + good)],
    ['an empty message', ['Content-Length: 0\r\n\r\n', good]],
    [
      'another header before',
      [`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${good}`],
    ],
    ['another header behind', ['Content-Length: 2\r\nContent-Type: x\r\n\r\n{}']],
    ['small letters', ['content-length:2\r\n\r\n{}']],
    ['a body like a header', ['Content-Length: 11\r\n\r\nhello\nworld', good]],
    ['a length in bytes', ['Content-Length: 4\r\n\r\n"é"', good]],
  ] as const) {
    it(`pass with ${name}`, async () => {
      assert.deepEqual(await pass(...pieces), { passed: pieces.join(''), error: '' });
    });
  }

  for (const [name, pieces] of [
    ['plain text', ['hello\n']],
    ['HTTP', ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n']],
    ['no colon', ['Content-Length 5\r\n\r\n{}']],
    ['a length that is no number', ['Content-Length: abc\r\n\r\n{}']],
    ['a negative length', ['Content-Length: -1\r\n\r\n{}']],
    ['a length beyond all measure', ['Content-Length: 99999999999999\r\n\r\n']],
    ['no length', ['Content-Type: application/json\r\n\r\n{}']],
    ['nothing in them', ['\r\n']],
    ['bare line feeds', ['Content-Length: 2\n\n{}']],
    ['no end', [`Content-Type: ${'x'.repeat(5000)}`]],
    ['no end, in pieces', Array.from({ length: 5000 }, () => 'x')],
    ['a fault behind a good message', [good, 'Content-Length: many\r\n\r\n{}']],
  ] as const) {
    it(`fail with ${name}`, async () => {
      assert.notEqual((await pass(...pieces)).error, '');
    });
  }
});
