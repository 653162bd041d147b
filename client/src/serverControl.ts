import { window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

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

/** Stops the server, however it is, and starts it anew. */
export async function restartServer(client: LanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop().catch(() => undefined);
  if (!(await ensureRunning(client))) {
    void window.showErrorMessage('Policy Facts: the server does not start; see its output.');
  }
}
