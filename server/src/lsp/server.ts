import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { canonicalUri, SETTINGS_FILE } from '../corpus/uri.js';
import type { FeatureContext } from '../features/context.js';
import { provideShownDiagnostics } from '../features/diagnostics.js';
import { readFolders, readProfile, type ClientProfile } from './clientProfile.js';
import { CrashJournal } from './crashJournal.js';
import { DiagnosticsDelivery } from './diagnosticsDelivery.js';
import { Faults } from './faults.js';
import { FileEvents } from './fileEvents.js';
import { giveHeapRoom } from './heapRoom.js';
import { IndexCache } from './indexCache.js';
import { IndexSaver } from './indexSaver.js';
import { OpenDocuments } from './openDocuments.js';
import { GuardedReading } from './guardedReading.js';
import { heedless } from './refusal.js';
import { RequestHost } from './requestHost.js';
import { readingAidsFromEditor, type ReadingAids } from './readingAids.js';
import { Refreshes, type RefreshKind } from './refresh.js';
import { requestKinds } from './requests/kinds.js';
import { settingsFromEditor } from './settings.js';
import { readStorage } from './storage.js';
import { heedsTreeNews, TREE_CHANGED, TREE_SHOWN, TreeNews } from './treeNews.js';
import { Workspace } from './workspace.js';

const WATCHED = [
  '**/*.{facts.yaml,facts.yml,md,markdown,txt}',
  `**/${SETTINGS_FILE}`,
  '**/.gitignore',
];

/** A file that decides which others are read, and how. */
const decidesOnOthers = new RegExp(`/(?:${SETTINGS_FILE.replace('.', '\\.')}|\\.gitignore)$`);

export interface ServerOptions {
  readonly version: string;
  /** Tells this build from any other, of the same version too. */
  readonly build: string;
  readonly rulePage: (code: string) => string | undefined;
}

/** Connects the analysis to a client. One instance serves one connection. */
export class LanguageServer {
  /** As of a client that can do nothing, until it has said what it can. */
  private profile: ClientProfile = readProfile({});
  private folders: readonly string[] = [];
  private delivery: DiagnosticsDelivery | undefined;
  /** The settings as a client tells them that cannot be asked. */
  private toldSettings: unknown;
  /** Our own mistakes, told to the client's log. */
  readonly faults = new Faults((message) => {
    this.connection.console.error(message);
  });
  private readonly workspace = new Workspace((uris) => {
    this.faults.attempt('telling of findings', undefined, () => {
      this.tell(uris);
    });
  }, this.faults.report);
  private readonly documents = new OpenDocuments(
    (uri, text, languageId) => {
      this.faults.attempt(`taking in ${uri}`, undefined, () => {
        this.workspace.setOpen(uri, text, languageId);
        this.saver.soon();
      });
    },
    () => this.workspace.lastPass,
  );
  private readonly fileEvents = new FileEvents((uris) => {
    this.lookAtFiles(uris);
  });
  private readonly saver = new IndexSaver(() => this.workspace.save());
  private readonly host: RequestHost;
  private readonly refreshes = new Refreshes(
    (kind) => canRefresh(this.profile, kind),
    (kind) => {
      heedless(this.connection.sendRequest(`workspace/${kind}/refresh`));
    },
  );
  private readonly treeNews = new TreeNews(() => {
    heedless(this.connection.sendNotification(TREE_CHANGED, {}));
  });
  /** Null where the client gives no place to keep it. */
  private journal: CrashJournal | null = null;
  private readingAids: ReadingAids = readingAidsFromEditor(null);
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
    this.host = new RequestHost(connection, this.documents, this.refreshes, {
      context: () => this.context(),
      profile: () => this.profile,
      indexed: () => this.whenIndexed(),
      checked: () => this.workspace.checked(),
      told: () => this.delivery?.told() ?? Promise.resolve(),
      isIndexing: () => this.untold !== null,
      refresh: (uris) => {
        this.thenRead(() => this.workspace.refreshTrees(uris));
      },
      readingAids: () => this.readingAids,
    });
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    this.documents.onClose((uri) => {
      this.refreshes.closed(uri);
    });
    connection.onShutdown(() => {
      this.refreshes.end();
      this.treeNews.end();
      this.saver.end();
      this.delivery?.releaseAll();
    });
    connection.onNotification(TREE_SHOWN, (params: unknown) => {
      this.treeNews.shown(params);
    });
    this.syncDocuments();
    this.answerRequests();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const profile = readProfile(params.capabilities, params.initializationOptions);
    this.profile = profile;
    this.folders = readFolders(params);
    this.keepJournal(params);
    const storage = readStorage(params);
    if (storage !== undefined) {
      this.workspace.useCache(new IndexCache(storage.folder, this.options.build));
    }
    this.treeNews.isHeeded = heedsTreeNews(params);
    this.documents.encoding = profile.encoding;
    this.delivery = new DiagnosticsDelivery(
      this.connection,
      {
        diagnose: (uri) =>
          this.faults.attempt(`showing findings of ${uri}`, [], () =>
            provideShownDiagnostics(this.context(), uri).map((diagnostic) =>
              this.host.spelledDiagnostic(diagnostic),
            ),
          ),
        filesWithFindings: () => this.workspace.checker.files(),
        spelling: (uri) => this.documents.spelling(uri),
        version: (uri) => this.documents.version(uri),
        isStale: (uri) => this.documents.isBeingTyped(uri),
        ready: (token) => this.host.ready(token),
      },
      {
        pull: profile.pullsDiagnostics,
        refresh: profile.refreshesDiagnostics,
        versions: profile.diagnostics.version,
      },
    );
    const declared = declaredTo(profile);
    return {
      serverInfo: { name: 'Policy Facts', version: this.options.version },
      capabilities: {
        ...declared,
        positionEncoding:
          profile.encoding === 'utf-8' ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          ...declared.workspace,
          workspaceFolders: { supported: true, changeNotifications: true },
        },
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

  /** With a place to keep it there is a journal of what is being read. */
  private keepJournal(params: InitializeParams): void {
    const storage = readStorage(params);
    if (storage !== undefined) {
      this.journal = CrashJournal.open(storage.folder);
      if (storage.tryAgain) {
        this.journal?.forgetEarlier();
      }
      this.workspace.guard = new GuardedReading(this.faults.report, this.journal);
    }
  }

  /** Names the files that the last run was reading when it came to its end. */
  private tellOfCrash(): void {
    for (const { uri } of this.journal?.found ?? []) {
      const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
      heedless(
        this.connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message:
            `Policy Facts ended unexpectedly while it was reading ${name}. That file is left out until ` +
            'it changes, or until you run “Policy Facts: Restart Server”.',
        }),
      );
    }
  }

  private async initialized(): Promise<void> {
    const { connection, profile } = this;
    this.tellOfCrash();
    if (profile.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      heedless(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (profile.registersConfiguration) {
      const section = 'policyFacts';
      heedless(connection.client.register(DidChangeConfigurationNotification.type, { section }));
    }
    if (profile.workspaceFolders) {
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

  /** Settles when nothing is being read, and nothing is about to be. */
  private async whenIndexed(): Promise<void> {
    this.fileEvents.flush();
    do {
      await this.indexed;
    } while (this.untold !== null);
  }

  /** Reads settings and all folders again, after what is being read now. */
  private reload(): void {
    this.untold ??= new Set();
    this.thenRead(() => this.index());
  }

  /** Reads something after what is being read now; what asks for all findings waits for it too. */
  private thenRead(read: () => Promise<void>): void {
    this.indexed = this.indexed
      .then(read)
      .catch((error: unknown) => {
        this.faults.report('reading the workspace', error);
      })
      .then(() => {
        this.saver.soon();
      });
  }

  private tell(uris: ReadonlySet<string>): void {
    if (this.untold === null) {
      const edited = this.documents.takeEdited();
      this.delivery?.changed(uris, edited);
      this.refreshes.changed(edited);
      if (uris.size > 0) {
        this.treeNews.changed();
      }
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
    heedless((this.delivery?.told() ?? Promise.resolve()).then(giveHeapRoom));
  }

  private async readEverything(): Promise<void> {
    const configuration = await this.editorConfiguration();
    this.workspace.setEditorSettings(settingsFromEditor(configuration));
    this.readingAids = readingAidsFromEditor(configuration);
    const progress = this.profile.progress
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
    if (!this.profile.configuration) {
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
      workspace.close(documents.close(textDocument.uri));
      this.saver.soon();
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      this.toldSettings = (settings as { policyFacts?: unknown } | null)?.policyFacts;
      this.reload();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.fileEvents.add(changes.map(({ uri }) => canonicalUri(uri)));
    });
  }

  private lookAtFiles(uris: readonly string[]): void {
    if (uris.some((uri) => decidesOnOthers.test(uri))) {
      this.reload();
    } else {
      this.thenRead(() => this.workspace.refreshFiles(uris));
    }
  }

  private answerRequests(): void {
    const { connection, documents, host } = this;
    for (const kind of requestKinds) {
      kind.register(connection, this.host);
    }
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      // A client may ask after every key: all of a burst are answered from one pass.
      await documents.paused();
      await host.ready(token);
      await this.workspace.checked();
      return host.answer<DocumentDiagnosticReport, DiagnosticServerCancellationData>(
        token,
        { kind: 'full', items: [] },
        () => this.requireDelivery().pullDocument(canonicalUri(textDocument.uri), previousResultId),
      );
    });
    connection.languages.diagnostics.onWorkspace(
      async ({ previousResultIds }, token, _progress, partial) => {
        await documents.paused();
        const known = new Map(
          previousResultIds.map(({ uri, value }) => [canonicalUri(uri), value]),
        );
        return this.requireDelivery().pullWorkspace(
          {
            known,
            ...(partial === undefined
              ? {}
              : {
                  report: (part) => {
                    partial.report(part);
                  },
                }),
          },
          token,
        );
      },
    );
  }

  private context(): FeatureContext {
    return {
      corpus: this.workspace.corpus,
      checker: this.workspace.checker,
      encoding: this.profile.encoding,
      markdown: this.profile.markdown,
      rulePage: this.options.rulePage,
      createsFiles: this.profile.createsFiles,
    };
  }

  private requireDelivery(): DiagnosticsDelivery {
    if (this.delivery === undefined) {
      throw new Error('No request is admitted before `initialize`.');
    }
    return this.delivery;
  }
}

function canRefresh(profile: ClientProfile, kind: RefreshKind): boolean {
  return {
    semanticTokens: profile.refreshesTokens,
    inlayHint: profile.refreshesHints,
    codeLens: profile.refreshesLenses,
  }[kind];
}

/** What the kinds of request declare, together. */
function declaredTo(profile: ClientProfile): ServerCapabilities {
  return Object.assign(
    {},
    ...requestKinds.map(({ capabilities }) => capabilities(profile)),
  ) as ServerCapabilities;
}
