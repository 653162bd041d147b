import { strict as assert } from 'node:assert';
import { workspace } from 'vscode';
import { findings } from './answers.js';
import { open } from './documents.js';
import { eventually } from './eventually.js';
import { extension } from './extension.js';

const aWhileMs = 1_500;

describe('in a folder without sidecars', () => {
  it('a plain text file wakes nothing', async () => {
    await open('notes.txt');
    await new Promise((resolve) => setTimeout(resolve, aWhileMs));
    assert.equal(extension().isActive, false);
  });

  it('the first sidecar wakes the extension, saved or not', async () => {
    const content = 'facts:\n  - subject: nobody-knows\n    property: count\n    value: 3\n';
    const sidecar = await workspace.openTextDocument({ language: 'policy-facts', content });
    await eventually('the extension to wake', () => extension().isActive);
    await eventually(
      'a finding about the unknown subject',
      () => findings(sidecar, 'unknown-reference').length > 0,
    );
  });
});
