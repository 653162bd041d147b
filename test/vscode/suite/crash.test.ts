import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { hoverText } from './answers.js';
import { open, positionIn } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

/** One more than the client starts the server by itself. */
const MOST_CRASHES = 5;

describe('the server', function () {
  this.timeout(240_000);

  async function hoverWorks(): Promise<void> {
    const article = await open('003-mergers-confirmed.md');
    const mention = positionIn(article, 'PCTs');
    await eventually('a hover', async () =>
      (await hoverText(article, mention)).includes('Primary care trusts'),
    );
  }

  /**
   * Kills the server without warning, once it has read everything: a file that it was reading would be
   * passed over by the next.
   *
   * @returns the id it had
   */
  async function kill(): Promise<number> {
    const { client, serverPid } = await runningExtension();
    await client.sendRequest('workspace/executeCommand', {
      command: 'policyFacts.checkConsistency',
    });
    const pid = await eventually('a server', () => serverPid());
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  async function restart(): Promise<void> {
    await commands.executeCommand('policyFacts.restartServer');
  }

  it('comes back after each crash, until there are too many; and when it is asked to', async () => {
    const { client, serverPid } = await runningExtension();
    await restart(); // what crashed before does not count
    for (let crash = 1; crash < MOST_CRASHES; crash++) {
      const before = await kill();
      await eventually('another server', () => {
        const now = serverPid();
        return client.state === State.Running && now !== undefined && now !== before;
      });
      await hoverWorks();
    }
    await kill();
    await eventually('the client to give up', () => client.state === State.Stopped);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(client.state, State.Stopped, 'it is not started again by itself');
    await restart();
    await hoverWorks();
    const last = await kill();
    await eventually('a server after one more crash', () => {
      const now = serverPid();
      return now !== undefined && now !== last;
    });
    await hoverWorks();
  });

  it('comes back when much is said to it as it dies', async () => {
    const { client, serverPid } = await runningExtension();
    await restart();
    const before = await kill();
    // Each of these cannot be written any more. An error of writing is no reason to give up.
    for (let count = 0; count < 200 && client.state === State.Running; count++) {
      await client.sendNotification('$/nothing', { count }).catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually('another server', () => {
      const now = serverPid();
      return client.state === State.Running && now !== undefined && now !== before;
    });
    await hoverWorks();
  });

  it('restarts on command', async () => {
    const { serverPid } = await runningExtension();
    const before = serverPid();
    await restart();
    assert.notEqual(serverPid(), before);
    await hoverWorks();
  });

  it('restarts on command in whatever state it is', async () => {
    const { client, serverPid } = await runningExtension();
    // Twice at once; while it stops; while it starts; and just after a crash that nobody has noticed.
    await Promise.all([restart(), restart()]);
    const stopping = client.stop(30_000);
    await restart();
    await stopping;
    assert.equal(client.state, State.Running);
    await client.stop(30_000);
    const starting = client.start();
    await restart();
    await starting.catch(() => undefined);
    assert.equal(client.state, State.Running);
    const before = await kill();
    await restart();
    await eventually('another server', () => {
      const now = serverPid();
      return client.state === State.Running && now !== undefined && now !== before;
    });
    await hoverWorks();
  });
});
