import type { ChildProcess } from 'node:child_process';
import { l10n, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { Crashes } from './crashes.js';

/** How long a start is waited for before the process that does not answer is ended, in milliseconds. */
const LONGEST_START = 10_000;

/** How long a stop is waited for, and then the end of the process. A busy server still answers. */
const LONGEST_STOP = 5000;
const LONGEST_END = 1000;

/** Starts the server if it is not running; resolves to whether it is. Says so when it cannot start. */
export async function ensureRunning(client: LanguageClient): Promise<boolean> {
  try {
    await client.start();
    return true;
  } catch (error) {
    client.error('The server does not start.', error);
    return false;
  }
}

let restarting: Promise<void> | undefined;

/** Stops the server, however it is, and starts it anew. A second call waits for the first. */
export function restartServer(client: LanguageClient, crashes: Crashes): Promise<void> {
  restarting ??= stopAndStart(client, crashes).finally(() => {
    restarting = undefined;
  });
  return restarting;
}

async function stopAndStart(client: LanguageClient, crashes: Crashes): Promise<void> {
  crashes.forget();
  if (client.state === State.Starting) await started(client);
  const before = client.serverProcess;
  // In any other state too: it waits for a stop under way.
  await client.stop(LONGEST_STOP).catch(() => undefined);
  if (before !== undefined) await gone(before);
  if (!(await ensureRunning(client))) {
    void window.showErrorMessage(
      l10n.t('Policy Facts: the server does not start; see its output.'),
    );
  }
}

/**
 * Waits for the end of a process, and sees to it. The client takes the end of a connection for that of
 * the present one: an old server must be gone before another starts.
 */
async function gone(server: ChildProcess): Promise<void> {
  const isEnded = server.exitCode !== null || server.signalCode !== null;
  // The end of its streams is told later, and that is what the client hears.
  if (isEnded && server.stdio.every((stream) => stream?.closed ?? true)) return;
  const closed = new Promise<void>((resolve) => {
    server.once('close', resolve);
  });
  const kill = setTimeout(() => server.kill('SIGKILL'), LONGEST_END);
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    late = setTimeout(resolve, 2 * LONGEST_END);
  });
  await Promise.race([closed, limit]);
  clearTimeout(kill);
  clearTimeout(late);
}

/** A client that is starting cannot be stopped: it is waited for, and helped along if it hangs. */
async function started(client: LanguageClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      client.serverProcess?.kill('SIGKILL');
      resolve();
    }, LONGEST_START);
  });
  await Promise.race([client.start().catch(() => undefined), late]);
  clearTimeout(timer);
}
