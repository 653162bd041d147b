import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './programs.js';
import { TimedServer, type TimedServerOptions } from './timedServer.js';

/**
 * Our own server on a folder, ready: every file is read and checked.
 * @param cache where it may keep what it knows for the next start; an empty folder for a cold one
 */
export async function startPolicyFacts(
  folder: string,
  capabilities: TimedServerOptions['capabilities'],
  cache: string,
): Promise<TimedServer> {
  const server = await TimedServer.start({
    command: process.execPath,
    args: [program, 'lsp', '--stdio'],
    env: { ...process.env, XDG_CACHE_HOME: cache },
    folder,
    capabilities,
    initializationOptions: { storage: storageIn(cache) },
  });
  await settled(server);
  return server;
}

/** As an editor gives one to the server, with a name of its own for each folder that is open. */
function storageIn(cache: string): string {
  return join(cache, 'storage');
}

/** How long a server may take until it has put down what it knows, in milliseconds. */
const LIMIT = 120_000;

/**
 * Waits until a server that is left alone has put down what it knows for the next start.
 * @returns false where it did not, in good time
 */
export async function isKept(cache: string): Promise<boolean> {
  const until = performance.now() + LIMIT;
  while (performance.now() < until) {
    const storage = storageIn(cache);
    if (existsSync(storage) && readdirSync(storage).some((name) => name.endsWith('.index'))) {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Settles when everything that was sent is worked on. */
export function settled(server: TimedServer): Promise<unknown> {
  const check = { command: 'policyFacts.checkConsistency', arguments: [] };
  return server.request('workspace/executeCommand', check);
}
