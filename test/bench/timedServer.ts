import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  ConfigurationParams,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { peakMemory } from './programs.js';

/** How long an answer may take, in milliseconds. */
const LIMIT = 900_000;

export interface TimedServerOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`, by section. */
  readonly configuration?: (section: string | undefined) => unknown;
  /** Answers requests of the server's own, by method. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** What a server has pushed. */
export interface Push {
  readonly at: number;
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A client with a watch in its hand, for any server over standard input and output. Unlike the
 * tests' `Session` it checks nothing, since that would be measured too.
 */
export class TimedServer {
  /** The last of each file. To look through all of a large folder's would take longer than the server does. */
  private readonly pushes = new Map<string, Push>();
  /** Requests of the server to show diagnostics anew. */
  refreshes = 0;
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly connection: MessageConnection,
    private readonly options: TimedServerOptions,
  ) {}

  /** Starts a server and initialises it. */
  static async start(options: TimedServerOptions): Promise<TimedServer> {
    const { command, args, env, folder, capabilities, initializationOptions } = options;
    const child = spawn(command, args, { env: env ?? process.env, cwd: folder });
    child.stderr.resume();
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new TimedServer(child, connection, options);
    server.listen();
    const uri = URI.file(folder).toString();
    await server.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities,
      workspaceFolders: [{ uri, name: 'bench' }],
      initializationOptions,
    });
    server.notify('initialized', {});
    return server;
  }

  private listen(): void {
    const { connection, options } = this;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
        this.pushes.set(fileOf(uri), { at: performance.now(), uri, version, diagnostics });
        this.wake();
      },
    );
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ section }) => options.configuration?.(section) ?? null),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.wake();
      return null;
    });
    for (const [method, answer] of Object.entries(options.answers ?? {})) {
      connection.onRequest(method, answer);
    }
    connection.onRequest(() => null);
    connection.onUnhandledNotification(() => undefined);
    connection.onError(() => undefined);
    this.child.stdin.on('error', () => undefined);
    this.child.once('exit', () => {
      this.wake();
    });
    connection.listen();
  }

  /** What the server pushed last for a file, if it did so at that time or later. */
  pushed(uri: string, since = -Infinity): Push | undefined {
    const push = this.pushes.get(fileOf(uri));
    return push !== undefined && push.at >= since ? push : undefined;
  }

  private wake(): void {
    for (const look of [...this.waiting]) {
      look();
    }
  }

  /** Resolves once `look` finds something; it looks again whenever the server pushes something. */
  until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        reject(new Error(`Waited in vain for ${what}.`));
      }, LIMIT);
      const check = (): void => {
        const found = look();
        const ended = this.child.exitCode !== null || this.child.signalCode !== null;
        if (found === undefined && !ended) {
          return;
        }
        this.waiting.delete(check);
        clearTimeout(timer);
        if (found === undefined) {
          reject(new Error(`The server ended, waiting for ${what}.`));
        } else {
          resolve(found);
        }
      };
      this.waiting.add(check);
      check();
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** How long the answer to a request takes, in milliseconds. */
  async timed(method: string, params: unknown): Promise<number> {
    const started = performance.now();
    await this.request(method, params);
    return performance.now() - started;
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  /** In MB, if the system tells it. */
  get peakMemory(): number | null {
    return peakMemory(this.child.pid);
  }

  /** Shuts the server down; one that does not end within half a minute is ended. */
  async stop(): Promise<void> {
    const hasEnded = (): boolean => this.child.exitCode !== null || this.child.signalCode !== null;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    if (!hasEnded()) {
      await Promise.race([this.connection.sendRequest('shutdown').catch(() => undefined), gone]);
    }
    if (!hasEnded()) {
      await this.connection.sendNotification('exit').catch(() => undefined);
      await gone;
    }
    clearTimeout(timer);
    this.connection.dispose();
  }
}

/** Some write "%20" and the like in another way than they were told. */
function fileOf(uri: string): string {
  return decodeURIComponent(uri);
}
