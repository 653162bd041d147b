import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SeededRandom } from '../unit/text/seededRandom.js';
import { tryAnyOrder } from './anyOrder.js';
import { framed } from './framed.js';

const program = join(import.meta.dirname, '../../../dist/policy-facts.cjs');
const initialize = { processId: null, rootUri: null, capabilities: {} };

describe('the server among messages in any order', function () {
  this.timeout(300_000);

  for (const seed of [1, 2, 3]) {
    it(`ends up where a new one starts (${seed})`, async () => {
      const { messages, refused } = await tryAnyOrder(seed, 400);
      assert.equal(messages, 400);
      assert.ok(refused > 0, 'some of it is refused');
    });
  }

  it('ends when its input does, whatever came before', async () => {
    const random = new SeededRandom(20060530);
    for (let round = 0; round < 12; round++) {
      const bytes = Buffer.from(
        framed({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize }) +
          framed({ jsonrpc: '2.0', method: 'initialized', params: {} }) +
          framed({ jsonrpc: '2.0', id: 2, method: 'textDocument/hover', params: {} }),
      );
      for (let fault = 0; fault < 1 + round; fault++) {
        bytes[random.below(bytes.length)] = random.below(256);
      }
      const code = await codeAfter(bytes);
      assert.ok(code === 0 || code === 1, `round ${round}: ${code}`);
    }
  });
});

/** The exit code of a server that is sent bytes, and then nothing more; null if a signal ended it. */
function codeAfter(bytes: Buffer): Promise<number | null> {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  return new Promise((resolve) => child.once('exit', resolve));
}
