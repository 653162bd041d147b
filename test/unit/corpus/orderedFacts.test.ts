import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { BoundFact } from '../../../server/src/corpus/boundFact.js';
import { inOrder, OrderedFacts } from '../../../server/src/corpus/orderedFacts.js';

const place = fc.record({ uri: fc.constantFrom('file:///a', 'file:///b'), position: fc.nat(30) });
const topics = Array.from({ length: 20 }, (_, at) => `topic ${at}`);
const step = fc.record({ topic: fc.constantFrom(...topics), place, isThere: fc.boolean() });

const placesOf = (facts: readonly BoundFact[]): readonly string[] =>
  facts.map(({ uri, position }) => `${uri} ${position}`);

const itself = (bound: BoundFact): BoundFact => bound;

describe('facts in order', () => {
  it('are those that are there, ordered by place, whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const ordered = new OrderedFacts();
        const there = new Map(topics.map((topic) => [topic, new Map<string, BoundFact>()]));
        for (const { topic, place: at, isThere } of steps) {
          const facts = there.get(topic) ?? new Map<string, BoundFact>();
          const key = `${at.uri} ${at.position}`;
          const known = facts.get(key);
          if (isThere && known === undefined) {
            const bound = at as BoundFact;
            facts.set(key, bound);
            ordered.add(topic, bound);
          } else if (!isThere && known !== undefined) {
            facts.delete(key);
            ordered.delete(topic, known);
          }
          const now = ordered.of(topic, () => facts.values(), itself);
          assert.deepEqual(placesOf(now), placesOf(inOrder(facts.values())));
          assert.equal(now.length, facts.size);
        }
      }),
    );
  });

  it('are not another list when they change for whoever has one', () => {
    const ordered = new OrderedFacts();
    const factAt = (position: number): BoundFact => {
      const at: Pick<BoundFact, 'uri' | 'position'> = { uri: 'file:///a', position };
      return at as BoundFact;
    };
    const [a, b] = [factAt(0), factAt(1)];
    ordered.of('t', () => [b], itself);
    const before = ordered.of('t', () => [b], itself);
    ordered.add('t', a);
    assert.deepEqual(before, [b]);
    assert.deepEqual(
      ordered.of('t', () => [], itself),
      [a, b],
    );
  });
});
