import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import type { CheckSummary } from '../../../client/src/checkSummary.js';
import { runningExtension } from './extension.js';

describe('Run Consistency Check', () => {
  before(runningExtension);

  it('returns what it counted', async () => {
    const summary = await commands.executeCommand<CheckSummary>('policyFacts.checkConsistency');
    assert.ok(summary.articles >= 5, 'articles');
    assert.ok(summary.sidecars >= 6, 'sidecars');
    assert.ok(summary.facts > 20, 'facts');
    assert.ok(summary.organisations > 0, 'organisations');
    const found = summary.error + summary.warning + summary.information + summary.hint;
    assert.ok(found > 0, 'the practice draft has findings');
  });
});
