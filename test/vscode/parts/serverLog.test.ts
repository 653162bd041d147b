import { strict as assert } from 'node:assert';
import { noiseFilter } from '../launcher/serverLog.js';

describe('the server’s log', () => {
  it('is shown without what says nothing, stack traces of it included', () => {
    const lines = [
      'Server bound to 127.0.0.1:8000 (IPv4)',
      'Error: Cannot find module node-pty',
      'Require stack:',
      '    at Module._load (node:internal/modules/cjs/loader:1038:27)',
      '}',
      'Error: something that matters',
      '    at somewhere (file.js:1:2)',
    ];
    assert.deepEqual(lines.filter(noiseFilter()), [
      'Error: something that matters',
      '    at somewhere (file.js:1:2)',
    ]);
  });
});
