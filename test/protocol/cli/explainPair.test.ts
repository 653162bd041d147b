import assert from 'node:assert/strict';
import { TEST_LIMIT } from '../program.js';
import { agreeing, countOf } from '../records.js';
import { WorkspaceFolder } from '../workspaceFolder.js';
import { run } from './run.js';

describe('policy-facts explain A B', function () {
  this.timeout(TEST_LIMIT);
  let folder: WorkspaceFolder;
  before(() => {
    folder = new WorkspaceFolder({ ...agreeing, 'herald.facts.yaml': countOf('151') });
  });
  after(() => {
    folder.dispose();
  });

  it('prints how two facts compare, in the current folder or another', async () => {
    const args = ['explain', 'herald#trusts', 'courier#trusts'];
    const [here, there] = await Promise.all([
      run(args, { cwd: folder.path }),
      run([...args, '--folder', folder.path]),
    ]);
    assert.equal(here.code, 0, here.stderr);
    assert.deepEqual(there, here);
    for (const line of [
      'A: herald#trusts: Primary care trusts, count, England: 151 (12 July 2010)',
      'B: courier#trusts: Primary care trusts, count, England: 152 (20 July 2010)',
      'Slot: the same (Primary care trusts, count, England).',
      'Voices: A herald itself; B courier itself: they count as one voice.',
    ]) {
      assert.ok(here.stdout.split('\n').includes(line), `${line}\nis not in\n${here.stdout}`);
    }
    assert.match(here.stdout, /^Verdict: value-conflict \(warning\)\. .*151 here/m);
  });

  it('ends with 2 where there is no such fact, article or folder', async () => {
    const outcomes = await Promise.all([
      run(['explain', 'herald#trusts', 'courir#trusts', '--folder', folder.path]),
      run(['explain', 'herald#1', 'courier#9', '--folder', folder.path]),
      run(['explain', 'value-conflict', 'courier#trusts', '--folder', folder.path]),
      run(['explain', 'herald#trusts', 'courier#trusts', '--folder', '/no/such/folder']),
    ]);
    assert.deepEqual(
      outcomes.map(({ code, stdout }) => [code, stdout]),
      outcomes.map(() => [2, '']),
    );
    assert.match(outcomes[0].stderr, /There is no article courir\. Did you mean courier\?/);
    assert.match(outcomes[1].stderr, /has the id 9/);
    assert.match(outcomes[2].stderr, /“value-conflict” is no fact reference/);
  });
});
