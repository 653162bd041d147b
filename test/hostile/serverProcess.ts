import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { URI } from 'vscode-uri';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import type { Client } from './visit.js';

const program = join(import.meta.dirname, '../../../dist/policy-facts.cjs');

/** A server in a process of its own, with a client that does without the protocol's oracle: for many messages. */
export interface ServerProcess extends Client {
  readonly pid: number;
  /** Notifications and requests from the server, by method: how many there were. */
  readonly received: ReadonlyMap<string, number>;
  /** What it said of itself: log messages and its standard error. */
  readonly said: readonly string[];
  /** Whether it has not ended. */
  readonly lives: () => boolean;
  /** Shuts it down in good order. @returns its exit code */
  readonly end: () => Promise<number | null>;
  readonly kill: () => void;
}

/** Starts a server in a folder and goes through `initialize`. */
export async function startServerIn(
  folder: string,
  capabilities: ClientCapabilities,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...process.execArgv, program, 'lsp', '--stdio'], {
    stdio: 'pipe',
  });
  const received = new Map<string, number>();
  const said: string[] = [];
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  child.stdin.on('error', () => undefined);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const count = (method: string): void => {
    received.set(method, (received.get(method) ?? 0) + 1);
  };
  connection.onNotification((method, params) => {
    count(method);
    if (method === 'window/logMessage' || method === 'window/showMessage') {
      said.push(String((params as { message?: unknown }).message));
    }
  });
  connection.onRequest((method, params) => {
    count(method);
    const { items } = (params ?? {}) as { items?: readonly unknown[] };
    return method === 'workspace/configuration' ? (items ?? []).map(() => null) : null;
  });
  connection.onError(() => undefined);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'tests' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    pid: child.pid ?? 0,
    received,
    said,
    lives: () => child.exitCode === null && child.signalCode === null,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exit;
    },
    kill: () => {
      child.kill('SIGKILL');
      connection.dispose();
    },
  };
}

/** The memory of a process that is in use, in megabytes; 0 where the system does not say. */
export function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** The processor time a process has taken, in ticks of 10 ms; 0 where the system does not say. */
export function ticksOf(pid: number): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /);
    const fields = rest.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}
