import assert from 'node:assert/strict';
import { readingAidsFromEditor } from '../../../server/src/lsp/readingAids.js';

const all = { inlayHints: { values: true, dates: true, names: true }, codeLens: true };

describe('settings of the aids to reading', () => {
  it('leave all on where nothing sensible is set', () => {
    for (const configuration of [
      undefined,
      null,
      'no',
      {},
      { inlayHints: null, codeLens: null },
      { inlayHints: { values: 'off' }, codeLens: 0 },
    ]) {
      assert.deepEqual(readingAidsFromEditor(configuration), all);
    }
  });

  it('switch each off by itself', () => {
    assert.deepEqual(readingAidsFromEditor({ inlayHints: { dates: false }, codeLens: false }), {
      inlayHints: { values: true, dates: false, names: true },
      codeLens: false,
    });
  });
});
