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
  });
  await settled(server);
  return server;
}

/** Settles when everything that was sent is worked on. */
export function settled(server: TimedServer): Promise<unknown> {
  const check = { command: 'policyFacts.checkConsistency', arguments: [] };
  return server.request('workspace/executeCommand', check);
}
