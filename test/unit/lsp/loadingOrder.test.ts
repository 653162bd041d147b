import assert from 'node:assert/strict';
import { inLoadingOrder } from '../../../server/src/lsp/loadingOrder.js';

describe('the order of loading', () => {
  it('puts registers first and the sidecars of articles last, each in the order they came', () => {
    const order = inLoadingOrder(
      [
        'b.facts.yaml',
        'b.md',
        'a/b.facts.yaml',
        'c.facts.yml',
        'c.txt',
        'policy-facts.yaml',
        'z.facts.yaml',
      ].map((name) => `file:///w/${name}`),
    );
    assert.deepEqual(
      order.map((uri) => uri.replace('file:///w/', '')),
      [
        'a/b.facts.yaml',
        'policy-facts.yaml',
        'z.facts.yaml',
        'b.md',
        'c.txt',
        'b.facts.yaml',
        'c.facts.yml',
      ],
    );
  });
});
