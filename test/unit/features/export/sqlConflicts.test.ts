import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worldOf, type Files } from '../../rules/world.js';
import { conflictsByCheck, conflictsByExport, conflictsByRule } from './conflictPairs.js';
import { generatedWorld } from './generatedWorld.js';

/** In milliseconds: hundreds of articles are read and checked. */
const LIMIT = 180_000;

function seeds(): Files {
  const folder = join(process.cwd(), 'seeds');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('The documented SQL, run by DuckDB', function () {
  this.timeout(LIMIT);

  it('finds the pairs that the check finds in the sample articles', async () => {
    const { corpus, checker } = worldOf(seeds());
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
});
