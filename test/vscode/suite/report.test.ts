import { strict as assert } from 'node:assert';
import { commands, window } from 'vscode';
import { fileUri } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

describe('Show Report', () => {
  before(runningExtension);

  it('opens a page with every finding', async () => {
    const page = await commands.executeCommand<string>('policyFacts.showReport');
    assert.match(page, /<h1>Policy Facts report: /);
    assert.match(page, /value-conflict \(\d+\)/);
    await eventually('its tab', () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label }) => label === 'Policy Facts Report'),
    );
  });

  it('its links open a line of a file of the folder, and nothing else', async () => {
    const article = fileUri('003-mergers-confirmed.md');
    await commands.executeCommand('policyFacts.openReportPlace', article.toString(), 5, 1);
    assert.equal(window.activeTextEditor?.document.uri.toString(), article.toString());
    assert.equal(window.activeTextEditor.selection.active.line, 4);
    await commands.executeCommand('policyFacts.openReportPlace', 'file:///etc/hostname', 1, 1);
    await commands.executeCommand('policyFacts.openReportPlace', 'command:policyFacts.x', 1, 1);
    await commands.executeCommand('policyFacts.openReportPlace');
    assert.equal(window.activeTextEditor.document.uri.toString(), article.toString());
  });
});
