import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import { open } from './documents.js';
import { eventually } from './eventually.js';
import { extension, runningExtension } from './extension.js';

describe('activation', () => {
  it('a folder with sidecars wakes the extension', async () => {
    await eventually('the extension to wake', () => extension().isActive);
  });

  it('a sidecar is a Policy Facts document', async () => {
    const document = await open('003-mergers-confirmed.facts.yaml');
    assert.equal(document.languageId, 'policy-facts');
  });

  it('the server runs in a process of its own', async () => {
    const { serverPid } = await runningExtension();
    const pid = serverPid();
    assert.ok(pid !== undefined && pid !== process.pid);
    assert.doesNotThrow(() => process.kill(pid, 0));
  });

  it('every contributed command is registered', async () => {
    const manifest = extension().packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
