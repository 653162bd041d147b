import assert from 'node:assert/strict';
import { worldOf } from '../../rules/world.js';
import { conflictsByCheck, conflictsByExport, conflictsByRule } from './conflictPairs.js';
import { generatedWorld } from './generatedWorld.js';
import { oddFiles } from './oddFacts.js';
import { seedFiles } from './seedFiles.js';

/** In milliseconds: hundreds of articles are read and checked. */
const LIMIT = 180_000;

describe('The documented SQL, run by DuckDB', function () {
  this.timeout(LIMIT);

  it('finds the pairs that the check finds in the sample articles', async () => {
    const { corpus, checker } = worldOf(seedFiles());
    const expected = conflictsByCheck(corpus, checker);
    assert.ok(expected.length > 0);
    assert.deepEqual(await conflictsByExport(corpus), { json: expected, parquet: expected });
  });

  it('finds the pairs that the check finds in hundreds of articles', async () => {
    const { corpus, checker } = generatedWorld(300, 7);
    const expected = conflictsByCheck(corpus, checker);
    assert.ok(expected.length > 20, `${expected.length} pairs`);
    assert.deepEqual(await conflictsByExport(corpus), { json: expected, parquet: expected });
    assert.deepEqual(conflictsByRule(corpus), expected);
  });

  it('finds the pairs that the rule finds among facts of all kinds', async () => {
    const { corpus } = worldOf(oddFiles());
    const expected = conflictsByRule(corpus);
    for (const code of ['value-conflict', 'self-conflict']) {
      assert.ok(expected.filter((line) => line.startsWith(code)).length > 20, code);
    }
    assert.deepEqual(await conflictsByExport(corpus), { json: expected, parquet: expected });
  });
});
