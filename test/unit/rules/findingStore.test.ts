import { strict as assert } from 'node:assert';
import type { Finding } from '../../../server/src/rules/finding.js';
import { FindingStore, sourceOf } from '../../../server/src/rules/findingStore.js';

const source = sourceOf('slot', 'beds');

function findings(count: number, message: string): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    code: 'one-witness',
    severity: 'hint',
    uri: `file:///${String(index % 3)}.facts.yaml`,
    span: { start: index, end: index + 1 },
    message,
    related: [],
  }));
}

describe('the store of findings', () => {
  for (const count of [3, 300]) {
    it(`tells those of one file, and their newest: ${String(count)} of one source`, () => {
      const store = new FindingStore();
      for (const message of ['first', 'second']) {
        const all = findings(count, message);
        store.replace(source, all, new Set());
        const uri = 'file:///1.facts.yaml';
        assert.deepEqual(
          store.in(uri),
          all.filter((finding) => finding.uri === uri),
        );
        assert.deepEqual(store.in('file:///none.facts.yaml'), []);
      }
      store.replace(source, [], new Set());
      assert.deepEqual(store.in('file:///1.facts.yaml'), []);
    });
  }
});
