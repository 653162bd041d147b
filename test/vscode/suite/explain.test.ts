import assert from 'node:assert/strict';
import { commands, window } from 'vscode';

describe('Explain How Two Facts Compare', () => {
  it('shows the comparison step by step, and its result', async () => {
    const text = await commands.executeCommand<string | undefined>(
      'policyFacts.explainPair',
      'briefing-draft#count-since-2006',
      '002-tory-health-plans#trusts-152',
    );
    assert.match(text ?? '', /Slot: the same/);
    assert.match(text ?? '', /Verdict: value-conflict/);
    assert.equal(window.activeTextEditor?.document.getText(), text);
  });
});
