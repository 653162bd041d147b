import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import './oracle/hooks.js';
import { tap } from './oracle/tap.js';

/** The root of the project, seen from `out/test/protocol/`. */
export const projectFolder = join(import.meta.dirname, '../../..');

/** What people install: the server and the command line in one file. */
export const program = join(projectFolder, 'dist/policy-facts.cjs');

/** How long anything may take before it counts as never, in milliseconds: for a slow, busy machine. */
export const LIMIT = 30_000;

/** For `this.timeout`: a wait within a test speaks before Mocha does. */
export const TEST_LIMIT = 2 * LIMIT;

const running = new Set<ChildProcessWithoutNullStreams>();

/** Starts the program. Whatever a test leaves running is ended with the tests. */
export function start(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

let spare: ChildProcessWithoutNullStreams | undefined;

/**
 * A server that waits for a client; all it is told and says is held against the protocol. The next
 * one starts meanwhile, so that no test waits for it.
 *
 * @param env for a server of its own, in an environment with these variables too
 */
export function startServer(env?: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams {
  if (env !== undefined) {
    const own = start(['lsp', '--stdio'], { env: { ...process.env, ...env } });
    tap(own);
    return own;
  }
  const child = spare ?? start(['lsp', '--stdio']);
  spare = start(['lsp', '--stdio']);
  tap(child);
  return child;
}

after(() => {
  spare?.kill('SIGKILL');
});

process.once('exit', () => {
  for (const child of running) {
    child.kill('SIGKILL');
  }
});

/** The exit code of a process; rejects when it does not end in time. */
export function ending(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(child.exitCode);
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The process did not end.'));
    }, LIMIT);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}
