import assert from 'node:assert/strict';
import { pushClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';

describe('the command policyFacts.exportData', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('answers with the text of the file, of what is typed', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pushClient });
    const ask = (...args: unknown[]): Promise<string> =>
      session.request('workspace/executeCommand', {
        command: 'policyFacts.exportData',
        arguments: args,
      });
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', 'value: 152', 'value: 151');
    const rows = (await ask('ndjson')).trimEnd().split('\n');
    assert.deepEqual(
      rows.map((row) => (JSON.parse(row) as { value: string }).value),
      ['152', '151'],
    );
    assert.match(await ask('csv', { bom: true }), /^\uFEFFfact_key,/);
    assert.match(await ask('csv'), /^fact_key,/);
    assert.match(await ask('jsonld'), /"@type":"Claim"/);
    assert.match(await ask('popolo'), /"organizations"/);
    await assert.rejects(
      ask('xlsx'),
      /no export format “xlsx”; there are csv, jsonld, popolo, ndjson/,
    );
    await assert.rejects(ask(), /no export format/);
    await assert.rejects(ask({ format: 'csv' }), /no export format/);
  });
});
