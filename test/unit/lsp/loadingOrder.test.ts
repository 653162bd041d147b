import assert from 'node:assert/strict';
import { inLoadingOrder } from '../../../server/src/lsp/loadingOrder.js';

describe('the order of loading', () => {
  it('puts what defines something first, then each article with its sidecars', () => {
    const order = inLoadingOrder(
      [
        'b.facts.yaml',
        'b.md',
        'a/b.facts.yaml',
        'c.facts.yml',
        'c.txt',
        'd.facts.yaml',
        'd.md',
        'policy-facts.yaml',
        'z.facts.yaml',
      ].map((name) => `file:///w/${name}`),
      (uri) => uri.endsWith('/d.facts.yaml'),
    );
    assert.deepEqual(
      order.map((together) => together.map((uri) => uri.replace('file:///w/', ''))),
      [
        ['a/b.facts.yaml'],
        ['d.facts.yaml'],
        ['policy-facts.yaml'],
        ['z.facts.yaml'],
        ['b.md', 'b.facts.yaml'],
        ['c.txt', 'c.facts.yml'],
        ['d.md'],
      ],
    );
  });
});
