import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import { hoverText } from './answers.js';
import { open, positionIn } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

describe('the server', () => {
  async function hoverWorks(): Promise<void> {
    const article = await open('003-mergers-confirmed.md');
    const mention = positionIn(article, 'PCTs');
    await eventually('a hover', async () =>
      (await hoverText(article, mention)).includes('Primary care trusts'),
    );
  }

  it('comes back after a crash', async () => {
    const { serverPid } = await runningExtension();
    const before = serverPid();
    assert.ok(before !== undefined);
    process.kill(before, 'SIGKILL');
    await eventually('another server', () => {
      const now = serverPid();
      return now !== undefined && now !== before;
    });
    await hoverWorks();
  });

  it('restarts on command', async () => {
    const { serverPid } = await runningExtension();
    const before = serverPid();
    await commands.executeCommand('policyFacts.restartServer');
    assert.notEqual(serverPid(), before);
    await hoverWorks();
  });
});
