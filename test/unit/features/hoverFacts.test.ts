import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { latestFacts } from '../../../server/src/features/hoverFactTable.js';
import { Checker } from '../../../server/src/rules/checker.js';
import { root, uriOf } from '../rules/world.js';

/* A hover of a body with many facts goes through what came and went, and no more. */

/** A sidecar with facts about trusts: of so many beds each, in a year each. */
type Beds = readonly { readonly beds: number; readonly year: number; readonly isOld: boolean }[];

function sidecar(facts: Beds): string {
  const lines = facts.map(
    ({ beds, year, isOld }) =>
      `  - {subject: pct, property: beds, value: ${beds}, asOf: ${year}${isOld ? ', rank: deprecated, reason: old' : ''}}`,
  );
  return `facts:\n${lines.join('\n')}\n`;
}

const register =
  'organisations: {pct: {name: Trusts}}\nproperties: {beds: {name: Beds, type: quantity}}\n';

const beds = fc.array(
  fc.record({
    beds: fc.integer({ min: 1, max: 9 }),
    year: fc.integer({ min: 1990, max: 2020 }),
    isOld: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** Which file says what next; null takes it away. */
const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(beds), fc.boolean()), {
  minLength: 1,
  maxLength: 12,
});

function shown(corpus: Corpus): readonly string[] {
  const checker = new Checker(corpus);
  const context = { corpus, checker, encoding: 'utf-16', markdown: true } as const;
  return latestFacts({ ...context, rulePage: () => undefined }, 'pct');
}

describe('the latest facts in a hover', () => {
  it('are those of a fresh start, whatever was typed before and whenever somebody looked', () => {
    fc.assert(
      fc.property(steps, (edits) => {
        const now = new Map([['register', register]]);
        const corpus = new Corpus();
        const put = (into: Corpus, name: string, text: string): void => {
          into.setFile({ uri: uriOf(`${name}.facts.yaml`), root, text });
        };
        put(corpus, 'register', register);
        for (const [name, facts, isLookedAt] of edits) {
          if (facts === null) {
            now.delete(name);
            corpus.removeFile(uriOf(`${name}.facts.yaml`));
          } else {
            now.set(name, sidecar(facts));
            put(corpus, name, sidecar(facts));
          }
          if (isLookedAt) {
            const fresh = new Corpus();
            for (const [each, text] of now) {
              put(fresh, each, text);
            }
            assert.deepEqual(shown(corpus), shown(fresh));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
