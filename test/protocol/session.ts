import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  ConfigurationParams,
  Diagnostic,
  DidChangeTextDocumentParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FileChangeType,
  Hover,
  InitializeParams,
  InitializeResult,
  Location,
  LocationLink,
  Position,
  PublishDiagnosticsParams,
  Registration,
  RegistrationParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceDiagnosticReport,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { pushClient } from './clients.js';
import { framed } from './framed.js';
import { positionAt, textIn, withoutMarkers, type Encoding } from './markers.js';
import { ending, LIMIT, startServer } from './program.js';
import { WorkspaceFolder, type Files } from './workspaceFolder.js';

export interface SessionOptions {
  /** The files on disk. `$$CURSOR$$` marks places in them: see {@link Session.cursor}. */
  readonly files?: Files;
  readonly capabilities?: ClientCapabilities;
  /** The workspace folders, as paths below the temporary folder; that folder itself by default. */
  readonly folders?: readonly string[];
  /** What `workspace/configuration` answers for each section asked for; a function may throw. */
  readonly configuration?: (section: string | undefined) => unknown;
  /** Other parameters of `initialize`. */
  readonly initialize?: Partial<InitializeParams>;
  /** Variables of the server's environment, beside the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
  /** Answers `client/registerCapability`, `window/workDoneProgress/create` and refreshes: may throw. */
  readonly onRequest?: (method: string) => unknown;
}

/** A document as the client has it open. */
interface OpenText {
  text: string;
  version: number;
}

/** A file by its name in the temporary folder, or by its whole URI. */
export type Name = string;

/**
 * A language client that is not VS Code: it speaks to the server over its standard input and output,
 * and knows nothing of the server's code.
 */
export class Session {
  readonly folder: WorkspaceFolder;
  readonly connection: MessageConnection;
  /** Every `publishDiagnostics`, in order. */
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  readonly requestsToClient: string[] = [];
  readonly progress: unknown[] = [];
  readonly logged: string[] = [];
  /** What was shown to the person. */
  readonly messages: string[] = [];
  stderr = '';
  server: InitializeResult = { capabilities: {} };
  private readonly texts = new Map<string, OpenText>();
  private readonly cursors = new Map<string, readonly Position[]>();
  private readonly waiting = new Set<() => void>();
  /** What the answers to `workspace/configuration` are; may be changed in a test. */
  configuration: (section: string | undefined) => unknown;

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    private readonly options: SessionOptions,
  ) {
    this.folder = new WorkspaceFolder(this.unmarked(options.files ?? {}));
    this.configuration = options.configuration ?? ((): unknown => null);
    process.stderr.on('data', (data: Buffer) => {
      this.stderr += data.toString();
    });
    process.stdin.on('error', () => undefined); // the server may have ended: the test will say so
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.listen();
  }

  /** Starts a server and goes through `initialize` and `initialized`. */
  static async start(options: SessionOptions = {}): Promise<Session> {
    const session = Session.create(options);
    await session.initialize();
    return session;
  }

  /** Starts a server and sends nothing yet. */
  static create(options: SessionOptions = {}): Session {
    const session = new Session(startServer(options.env), options);
    live.add(session);
    return session;
  }

  /** @param others parameters of `initialize` that are only known now */
  async initialize(others?: Partial<InitializeParams>): Promise<void> {
    const { capabilities = pushClient, folders = [''], initialize } = this.options;
    const workspaceFolders = folders.map((name) => ({
      uri: this.uri(name),
      name: name || 'tests',
    }));
    this.server = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.length === 0 ? null : workspaceFolders,
      ...initialize,
      ...others,
    });
    await this.notify('initialized', {});
  }

  private unmarked(files: Files): Files {
    return Object.fromEntries<Files[string]>(
      Object.entries(files).map(([name, content]) => {
        if (typeof content !== 'string') {
          return [name, content];
        }
        const { text, offsets } = withoutMarkers(content);
        this.cursors.set(
          name,
          offsets.map((offset) => positionAt(text, offset, this.encoding)),
        );
        return [name, text];
      }),
    );
  }

  private get encoding(): Encoding {
    const [first] = this.options.capabilities?.general?.positionEncodings ?? [];
    return first === 'utf-8' ? 'utf-8' : 'utf-16';
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.pushes.push(params as PublishDiagnosticsParams);
      this.wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    connection.onNotification('$/progress', ({ value }: { value: unknown }) => {
      this.progress.push(value);
      this.wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      this.noteRequest('workspace/configuration');
      return items.map(({ section }) => this.configuration(section));
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      return this.noteRequest('client/registerCapability');
    });
    for (const method of [
      'window/workDoneProgress/create',
      'workspace/diagnostic/refresh',
      'workspace/semanticTokens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/codeLens/refresh',
    ]) {
      connection.onRequest(method, () => this.noteRequest(method));
    }
    connection.onUnhandledNotification(() => undefined);
    connection.onError(() => undefined);
    connection.onClose(() => {
      this.wake();
    });
    this.process.once('exit', () => {
      this.wake();
    });
    connection.listen();
  }

  private noteRequest(method: string): unknown {
    this.requestsToClient.push(method);
    this.wake();
    return this.options.onRequest?.(method) ?? null;
  }

  /** Has what is waited for looked at again. */
  wake(): void {
    for (const check of [...this.waiting]) {
      check();
    }
  }

  /** Resolves once `look` finds something; looks again after everything the server sends. */
  until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.waiting.delete(check);
        clearTimeout(timer);
      };
      const check = (): void => {
        const found = look();
        if (found !== undefined) {
          settle();
          resolve(found);
        } else if (this.process.exitCode !== null) {
          settle();
          reject(new Error(`The server ended, waiting for ${what}. ${this.stderr}`));
        }
      };
      const timer = setTimeout(() => {
        settle();
        reject(new Error(`Waited in vain for ${what}. ${this.stderr}`));
      }, LIMIT);
      this.waiting.add(check);
      check();
    });
  }

  /** Sends a request; rejects when the answer does not come in time. */
  async request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`No answer to ${method}. ${this.stderr}`));
      }, LIMIT);
    });
    try {
      const all = [params, token].filter((given) => given !== undefined);
      const answer = this.connection.sendRequest<T>(method, ...all);
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  notify(method: string, params: unknown): Promise<void> {
    return params === undefined
      ? this.connection.sendNotification(method)
      : this.connection.sendNotification(method, params);
  }

  /** Resolves when everything sent so far has been worked on and all files are read. */
  async settled(): Promise<void> {
    await this.check();
  }

  // --- Files and documents ---

  uri(name: Name): string {
    return this.folder.uriOf(name);
  }

  /** Where the marker stands in a file; the first one, unless it is told which. */
  cursor(name: Name, index = 0): Position {
    const position = this.cursors.get(name)?.[index];
    assert.ok(position, `There is no marker ${index} in ${name}.`);
    return position;
  }

  /** Opens a document with its text on disk or with another one, which may hold markers. */
  async open(name: Name, marked: string, languageId = languageOf(name)): Promise<void> {
    const { text, offsets } = withoutMarkers(marked);
    if (offsets.length > 0) {
      this.cursors.set(
        name,
        offsets.map((offset) => positionAt(text, offset, this.encoding)),
      );
    }
    this.texts.set(name, { text, version: 1 });
    await this.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId, version: 1, text },
    });
  }

  /** Replaces words of an open document by others: one incremental change. */
  async edit(name: Name, old: string, by: string): Promise<void> {
    const document = this.opened(name);
    const start = document.text.indexOf(old);
    assert.ok(start >= 0, `${name} does not hold ${old}`);
    await this.replace(name, start, start + old.length, by);
  }

  /** Types behind some words, one change a key. */
  async type(name: Name, behind: string, keys: string): Promise<void> {
    let at = this.opened(name).text.indexOf(behind) + behind.length;
    for (const key of keys) {
      await this.replace(name, at, at, key);
      at += key.length;
    }
  }

  /** Takes back characters before some words, one change a key. */
  async backspace(name: Name, before: string, count: number): Promise<void> {
    for (let key = 0; key < count; key++) {
      const at = this.opened(name).text.indexOf(before);
      await this.replace(name, at - 1, at, '');
    }
  }

  /** As {@link type}, with all the keys in one packet. */
  typeAtOnce(name: Name, behind: string, keys: string): void {
    let at = this.opened(name).text.indexOf(behind) + behind.length;
    const messages = Array.from(keys, (key) => {
      const params = this.replaced(name, at, at, key);
      at += key.length;
      return framed({ jsonrpc: '2.0', method: 'textDocument/didChange', params });
    });
    this.process.stdin.write(messages.join(''));
  }

  private async replace(name: Name, start: number, end: number, by: string): Promise<void> {
    await this.notify('textDocument/didChange', this.replaced(name, start, end, by));
  }

  private replaced(
    name: Name,
    start: number,
    end: number,
    by: string,
  ): DidChangeTextDocumentParams {
    const document = this.opened(name);
    const range = {
      start: positionAt(document.text, start, this.encoding),
      end: positionAt(document.text, end, this.encoding),
    };
    document.text = document.text.slice(0, start) + by + document.text.slice(end);
    document.version++;
    return {
      textDocument: { uri: this.uri(name), version: document.version },
      contentChanges: [{ range, text: by }],
    };
  }

  private opened(name: Name): OpenText {
    const document = this.texts.get(name);
    assert.ok(document, `${name} is not open`);
    return document;
  }

  textOf(name: Name): string {
    return this.opened(name).text;
  }

  versionOf(name: Name): number {
    return this.opened(name).version;
  }

  async close(name: Name): Promise<void> {
    this.texts.delete(name);
    await this.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Tells the server that a file on disk is another, or gone. */
  async changedOnDisk(name: Name, type: FileChangeType): Promise<void> {
    await this.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(name), type }],
    });
  }

  /** Closes all documents, and makes the files on disk what they were. */
  async restore(files: Files): Promise<void> {
    for (const name of [...this.texts.keys()]) {
      await this.close(name);
    }
    for (const [name, content] of Object.entries(files)) {
      this.folder.write(name, content);
      await this.changedOnDisk(name, 2);
    }
  }

  async changeSettings(settings: unknown = {}): Promise<void> {
    await this.notify('workspace/didChangeConfiguration', { settings });
  }

  // --- Diagnostics ---

  /** What was last pushed for a file. */
  pushed(name: Name): readonly Diagnostic[] {
    return this.lastPush(name)?.diagnostics ?? [];
  }

  lastPush(name: Name): PublishDiagnosticsParams | undefined {
    const uri = this.uri(name);
    return this.pushes.findLast((push) => push.uri === uri);
  }

  /** Resolves once the diagnostics pushed for a file are as wanted. */
  waitForDiagnostics(
    name: Name,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return this.until(`diagnostics of ${name}`, () => {
      const diagnostics = this.pushed(name);
      return wanted(diagnostics) ? diagnostics : undefined;
    });
  }

  pull(name: Name, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  pullWorkspace(
    previousResultIds: readonly { uri: string; value: string }[] = [],
    token?: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    return this.request('workspace/diagnostic', { previousResultIds }, token);
  }

  get refreshes(): number {
    return this.requestsToClient.filter((method) => method === 'workspace/diagnostic/refresh')
      .length;
  }

  // --- Features ---

  hover(name: Name, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', this.at(name, position));
  }

  /** The text of a hover, whatever form it has; empty for none. */
  async hoverText(name: Name, position: Position): Promise<string> {
    const contents = (await this.hover(name, position))?.contents;
    assert.ok(contents === undefined || (typeof contents === 'object' && 'kind' in contents));
    return contents?.value ?? '';
  }

  /** Where a definition stands, whether the client is given links or plain locations. */
  async definition(name: Name, position: Position): Promise<Location[]> {
    const places = await this.request<(Location | LocationLink)[]>(
      'textDocument/definition',
      this.at(name, position),
    );
    return places.map((place) =>
      'targetUri' in place ? { uri: place.targetUri, range: place.targetSelectionRange } : place,
    );
  }

  references(name: Name, position: Position, includeDeclaration = true): Promise<Location[]> {
    const context = { includeDeclaration };
    return this.request('textDocument/references', { ...this.at(name, position), context });
  }

  documentSymbols(name: Name): Promise<DocumentSymbol[] | SymbolInformation[]> {
    return this.request('textDocument/documentSymbol', { textDocument: { uri: this.uri(name) } });
  }

  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]> {
    return this.request('workspace/symbol', { query });
  }

  /** Runs the consistency check. */
  check(token?: CancellationToken): Promise<Record<string, number>> {
    const params = { command: 'policyFacts.checkConsistency', arguments: [] };
    return this.request('workspace/executeCommand', params, token);
  }

  private at(name: Name, position: Position): TextDocumentPositionParams {
    return { textDocument: { uri: this.uri(name) }, position };
  }

  /** Places as `file.md "the words there"`, for comparing at a glance. */
  words(locations: readonly Location[], files: Readonly<Record<string, string>>): string[] {
    return locations.map(({ uri, range }) => {
      const [name, marked] =
        Object.entries(files).find(([file]) => this.uri(file) === uri) ?? assert.fail(uri);
      return `${name} "${textIn(withoutMarkers(marked).text, range, this.encoding)}"`;
    });
  }

  // --- End ---

  /** Shuts the server down as a good client does. @returns its exit code */
  async shutdown(): Promise<number | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    return ending(this.process);
  }

  /** Ends the session, however it stands with it. */
  async dispose(): Promise<void> {
    live.delete(this);
    if (this.process.exitCode === null) {
      this.process.kill('SIGKILL');
      await ending(this.process);
    }
    this.connection.dispose();
    this.folder.dispose();
  }
}

const live = new Set<Session>();

/** Ends all sessions. To be called after each test, or after all tests that share one. */
export async function endSessions(): Promise<void> {
  await Promise.all([...live].map((session) => session.dispose()));
}

/** The words of a diagnostic. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

function languageOf(name: Name): string {
  return /\.facts\.ya?ml$/.test(name)
    ? 'policy-facts'
    : name.endsWith('.txt')
      ? 'plaintext'
      : 'markdown';
}

/** The codes of diagnostics, in order. */
export function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}
