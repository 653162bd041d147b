import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { SharedKeys } from '../../../server/src/corpus/dependencies.js';
import { NamingTable, type Naming } from '../../../server/src/corpus/namingTable.js';
import type { IdKey } from '../../../server/src/corpus/register.js';

const IDS = ['pct', 'nhs', 'essex', 'a:b', ''];
const ARTICLES = ['file:///a.md', 'file:///b.md', 'file:///c.md'];
const keyOf = (id: string): IdKey => `entity:${id}`;

/** How often each is mentioned; a figure may count only what is mentioned. */
const naming: fc.Arbitrary<Naming> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...IDS),
      times: fc.constantFrom(0, 1, 2, 500, 2 ** 27 - 1),
      isCounted: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  )
  .map((all) => ({
    mentioned: new Map(all.map(({ id, times }) => [keyOf(id), times])),
    counted: new Set(all.filter(({ isCounted }) => isCounted).map(({ id }) => id)),
  }));

const steps = fc.array(fc.tuple(fc.constantFrom(...ARTICLES), naming), { maxLength: 12 });

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

describe('what articles name', () => {
  it('is what each was last said to name, and so are the sums', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const table = new NamingTable(new SharedKeys());
        const model = new Map<string, Naming>();
        const isNamed = (key: IdKey): boolean =>
          [...model.values()].some(({ mentioned }) => mentioned.has(key));
        for (const [uri, now] of all) {
          const before = new Map(IDS.map((id) => [keyOf(id), isNamed(keyOf(id))]));
          const told = new Map<IdKey, boolean>();
          table.set(uri, now, (key, was) => {
            told.set(key, told.get(key) ?? was);
          });
          model.set(uri, now);
          assert.deepEqual(table.of(uri), now);
          for (const [key, was] of before) {
            assert.equal(table.isNamed(key), isNamed(key));
            if (was !== isNamed(key)) assert.equal(told.get(key), was, key);
          }
        }
        for (const id of IDS) {
          const key = keyOf(id);
          const naming = [...model].filter(([, { mentioned }]) => mentioned.has(key));
          const times = naming.map(([, { mentioned }]) => mentioned.get(key) ?? 0);
          assert.deepEqual(table.countOf(key), {
            mentions: sum(times),
            articles: times.filter((one) => one > 0).length,
          });
          const uris = naming.map(([uri]) => uri).sort();
          assert.deepEqual([...table.articlesNaming(key)].sort(), uris);
          const counting = [...model].filter(([, { counted }]) => counted.has(id));
          assert.deepEqual([...table.counting(id)].sort(), counting.map(([uri]) => uri).sort());
        }
        const counting = [...model].filter(([, { counted }]) => counted.size > 0);
        assert.deepEqual([...table.countingAnything()].sort(), counting.map(([uri]) => uri).sort());
      }),
    );
  });
});
