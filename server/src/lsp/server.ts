import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  PositionEncodingKind,
  ResponseError,
  LSPErrorCodes,
  TextDocumentSyncKind,
  type CancellationToken,
  type CodeAction,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  type Location,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { canonicalUri, SETTINGS_FILE } from '../corpus/uri.js';
import { codeActionKinds, provideCodeActions } from '../features/codeActions.js';
import { linesOf, type FeatureContext } from '../features/context.js';
import { provideDefinition } from '../features/definition.js';
import { inReadingOrder, provideDiagnostics } from '../features/diagnostics.js';
import { provideHover } from '../features/hover.js';
import { provideReferences } from '../features/references.js';
import { provideDocumentSymbols, provideWorkspaceSymbols } from '../features/symbols.js';
import type { Summary } from '../rules/checker.js';
import { explainReferences } from '../rules/explainPair.js';
import { readFolders, readProfile, type ClientProfile } from './clientProfile.js';
import { DiagnosticsDelivery } from './diagnosticsDelivery.js';
import { flatSymbols } from './flatSymbols.js';
import { OpenDocuments } from './openDocuments.js';
import { heedless } from './refusal.js';
import { settingsFromEditor } from './settings.js';
import { Workspace } from './workspace.js';
import { actionForClient } from './workspaceEdit.js';

/** The command that reads everything and answers with a {@link Summary}. */
export const CHECK_COMMAND = 'policyFacts.checkConsistency';

/** The command that answers with what two facts are to each other, step by step, as text. */
export const EXPLAIN_COMMAND = 'policyFacts.explainPair';

const WATCHED = ['**/*.{facts.yaml,facts.yml,md,markdown,txt}', `**/${SETTINGS_FILE}`];

export interface ServerOptions {
  readonly version: string;
  readonly rulePage: (code: string) => string | undefined;
}

/** Connects the analysis to a client. One instance serves one connection. */
export class LanguageServer {
  private profile: ClientProfile | undefined;
  private folders: readonly string[] = [];
  private delivery: DiagnosticsDelivery | undefined;
  /** The settings as a client tells them that cannot be asked. */
  private toldSettings: unknown;
  private readonly workspace = new Workspace((uris) => {
    this.tell(uris);
  });
  private readonly documents = new OpenDocuments((uri, text, languageId) => {
    this.workspace.setOpen(uri, text, languageId);
  });
  /** Settles when the files of all folders are read. */
  private indexed: Promise<void> = Promise.resolve();
  /**
   * The files with news while folders are being read; null at other times. Until the registers are
   * read every id would be reported as unknown, so findings wait for the end.
   */
  private untold: Set<string> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly options: ServerOptions,
  ) {
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onShutdown(() => {
      this.delivery?.releaseAll();
    });
    this.syncDocuments();
    this.answerRequests();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const profile = readProfile(params);
    this.profile = profile;
    this.folders = readFolders(params);
    this.documents.encoding = profile.encoding;
    this.delivery = new DiagnosticsDelivery(
      this.connection,
      {
        diagnose: (uri) =>
          inReadingOrder(provideDiagnostics(this.context(), uri)).map((diagnostic) =>
            this.spelled(diagnostic),
          ),
        filesWithFindings: () => this.workspace.checker.files(),
        spelling: (uri) => this.documents.spelling(uri),
        version: (uri) => this.documents.version(uri),
      },
      { pull: profile.pullsDiagnostics, refresh: profile.refreshesDiagnostics },
    );
    return {
      serverInfo: { name: 'Policy Facts', version: this.options.version },
      capabilities: {
        positionEncoding:
          profile.encoding === 'utf-8' ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        ...(profile.codeActions
          ? { codeActionProvider: { codeActionKinds: [...codeActionKinds] } }
          : {}),
        executeCommandProvider: { commands: [CHECK_COMMAND, EXPLAIN_COMMAND] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(profile.pullsDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'policy-facts',
                interFileDependencies: true,
                workspaceDiagnostics: true,
              },
            }
          : {}),
      },
    };
  }

  private async initialized(): Promise<void> {
    const { connection, profile } = this;
    if (profile?.watchesFiles === true) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      heedless(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (profile?.registersConfiguration === true) {
      const section = 'policyFacts';
      heedless(connection.client.register(DidChangeConfigurationNotification.type, { section }));
    }
    if (profile?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
        const kept = this.folders.filter((uri) => !gone.has(canonicalUri(uri)));
        this.folders = [...kept, ...added.map(({ uri }) => uri)];
        this.reload();
      });
    }
    this.reload();
    await this.indexed;
  }

  /** Reads settings and all folders again, after what is being read now. */
  private reload(): void {
    this.untold ??= new Set();
    this.thenRead(() => this.index());
  }

  /** Reads something after what is being read now; what asks for all findings waits for it too. */
  private thenRead(read: () => Promise<void>): void {
    this.indexed = this.indexed.then(read).catch((error: unknown) => {
      this.connection.console.error(`Reading the workspace failed: ${String(error)}`);
    });
  }

  private tell(uris: ReadonlySet<string>): void {
    if (this.untold === null) {
      this.delivery?.changed(uris, this.documents.justEdited);
      return;
    }
    for (const uri of uris) {
      this.untold.add(uri);
    }
  }

  private async index(): Promise<void> {
    this.untold ??= new Set();
    try {
      await this.readEverything();
    } finally {
      const { untold } = this;
      this.untold = null;
      this.tell(untold);
    }
  }

  private async readEverything(): Promise<void> {
    this.workspace.setEditorSettings(settingsFromEditor(await this.editorConfiguration()));
    const progress =
      this.profile?.progress === true
        ? await this.connection.window.createWorkDoneProgress().catch(() => undefined)
        : undefined;
    progress?.begin('Policy Facts: reading articles', 0, undefined, true);
    try {
      await this.workspace.load(this.folders, {
        progress: (done, total) => {
          const percentage = total === 0 ? 100 : Math.floor((done / total) * 100);
          progress?.report(percentage, `${done} of ${total} files`);
        },
        isCancelled: () => progress?.token.isCancellationRequested ?? false,
      });
    } finally {
      progress?.done();
    }
  }

  private async editorConfiguration(): Promise<unknown> {
    if (this.profile?.configuration !== true) {
      return this.toldSettings;
    }
    try {
      return (await this.connection.workspace.getConfiguration('policyFacts')) as unknown;
    } catch {
      return null;
    }
  }

  private syncDocuments(): void {
    const { connection, documents, workspace } = this;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      documents.open(textDocument);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      documents.change(textDocument, contentChanges);
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const closed = workspace.close(documents.close(textDocument.uri));
      this.thenRead(() => closed);
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.toldSettings = (settings as { policyFacts?: unknown } | null)?.policyFacts;
      this.reload();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const uris = changes.map(({ uri }) => canonicalUri(uri));
      if (uris.some((uri) => uri.endsWith(`/${SETTINGS_FILE}`))) {
        this.reload();
        return;
      }
      this.thenRead(async () => {
        for (const uri of uris) {
          await workspace.refreshFile(uri);
        }
      });
    });
  }

  private answerRequests(): void {
    const { connection, documents } = this;
    connection.onHover(({ textDocument, position }, token) =>
      this.answer(token, null, () => {
        const at = documents.locate(textDocument.uri, position, this.context());
        return at === null ? null : provideHover(this.context(), at.uri, at.offset);
      }),
    );
    connection.onDefinition(({ textDocument, position }, token) =>
      this.answer<Location[]>(token, [], () => {
        const at = documents.locate(textDocument.uri, position, this.context());
        return at === null
          ? []
          : this.spelledAll(provideDefinition(this.context(), at.uri, at.offset));
      }),
    );
    connection.onReferences(({ textDocument, position, context }, token) =>
      this.answer<Location[]>(token, [], () => {
        const at = documents.locate(textDocument.uri, position, this.context());
        return at === null
          ? []
          : this.spelledAll(
              provideReferences(this.context(), at.uri, at.offset, context.includeDeclaration),
            );
      }),
    );
    connection.onDocumentSymbol(({ textDocument }, token) =>
      this.answer<DocumentSymbol[] | SymbolInformation[]>(token, [], () => {
        const symbols = provideDocumentSymbols(this.context(), canonicalUri(textDocument.uri));
        return this.profile?.nestedSymbols === true
          ? symbols
          : flatSymbols(symbols, textDocument.uri);
      }),
    );
    connection.onWorkspaceSymbol(({ query }, token) =>
      this.answer(token, [], () =>
        this.spelledSymbols(provideWorkspaceSymbols(this.context(), query)),
      ),
    );
    connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
      this.answer<CodeAction[]>(token, [], () => {
        const uri = canonicalUri(textDocument.uri);
        const lines = linesOf(this.context(), uri);
        if (lines === undefined || this.profile?.codeActions !== true) {
          return [];
        }
        const start = lines.offsetAt(range.start, documents.encoding);
        const end = lines.offsetAt(range.end, documents.encoding);
        return provideCodeActions(this.context(), uri, { start, end }, only).map((action) =>
          this.spelledAction(action),
        );
      }),
    );
    connection.onExecuteCommand((params, token) => this.executeCommand(params, token));
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      await this.ready(token);
      return this.answer<DocumentDiagnosticReport, DiagnosticServerCancellationData>(
        token,
        { kind: 'full', items: [] },
        () => this.requireDelivery().pullDocument(canonicalUri(textDocument.uri), previousResultId),
      );
    });
    connection.languages.diagnostics.onWorkspace(async (params, token) => {
      await this.ready(token);
      documents.flush();
      return this.requireDelivery().pullWorkspace(params.previousResultIds, canonicalUri, token);
    });
  }

  /**
   * Around every request: what was typed counts first, a cancelled request is not worked on, and a
   * fault in one feature never takes the server down.
   */
  private answer<T, E = void>(
    token: CancellationToken,
    fallback: T,
    work: () => T,
  ): T | ResponseError<E> {
    if (token.isCancellationRequested) {
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    }
    try {
      this.documents.flush();
      return work();
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.connection.console.error(`A request failed: ${detail}`);
      return fallback;
    }
  }

  private async executeCommand(
    { command, arguments: args = [] }: ExecuteCommandParams,
    token: CancellationToken,
  ): Promise<Summary | string | ResponseError> {
    if (command !== CHECK_COMMAND && command !== EXPLAIN_COMMAND) {
      return new ResponseError(LSPErrorCodes.RequestFailed, `There is no command \`${command}\`.`);
    }
    await this.ready(token);
    if (token.isCancellationRequested) {
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    }
    this.documents.flush();
    if (command === CHECK_COMMAND) {
      return this.workspace.checker.summary();
    }
    const [a, b] = (args as unknown[]).map(String);
    const answer = explainReferences(this.workspace.corpus, a ?? '', b ?? '');
    return answer.kind === 'explained'
      ? answer.text
      : new ResponseError(LSPErrorCodes.RequestFailed, answer.message);
  }

  /** Waits until all folders are read, or the request is cancelled. */
  private async ready(token: CancellationToken): Promise<void> {
    await Promise.race([this.indexed, cancellation(token)]);
  }

  private context(): FeatureContext {
    return {
      corpus: this.workspace.corpus,
      checker: this.workspace.checker,
      encoding: this.profile?.encoding ?? 'utf-16',
      markdown: this.profile?.markdown ?? false,
      rulePage: this.options.rulePage,
    };
  }

  private requireDelivery(): DiagnosticsDelivery {
    if (this.delivery === undefined) {
      throw new Error('No request is admitted before `initialize`.');
    }
    return this.delivery;
  }

  /** Answers name files as the client spells them. */
  private spelledAll(locations: Location[]): Location[] {
    return locations.map(({ uri, range }) => ({ uri: this.documents.spelling(uri), range }));
  }

  private spelledSymbols<T extends { location: { uri: string } }>(symbols: T[]): T[] {
    return symbols.map((symbol) => ({
      ...symbol,
      location: { ...symbol.location, uri: this.documents.spelling(symbol.location.uri) },
    }));
  }

  private spelledAction(action: CodeAction): CodeAction {
    const { diagnostics = [] } = action;
    return {
      ...actionForClient(action, this.documents, this.profile),
      ...(diagnostics.length > 0
        ? { diagnostics: diagnostics.map((diagnostic) => this.spelled(diagnostic)) }
        : {}),
    };
  }

  private spelled<T extends { relatedInformation?: { location: Location; message: string }[] }>(
    diagnostic: T,
  ): T {
    return {
      ...diagnostic,
      relatedInformation: diagnostic.relatedInformation?.map(({ location, message }) => ({
        location: { uri: this.documents.spelling(location.uri), range: location.range },
        message,
      })),
    };
  }
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}
