import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { fingerprintOf } from './fingerprint.js';
import { heedless } from './refusal.js';

/** Where the delivery gets its facts from. */
export interface DiagnosticsSource {
  diagnose(uri: string): Diagnostic[];
  /** All files that have findings. */
  filesWithFindings(): readonly string[];
  /** The client's own spelling of a canonical URI. */
  spelling(uri: string): string;
  /** The version of an open document; null for a file that is not open. */
  version(uri: string): number | null;
}

/**
 * Brings findings to the client: pushed to one that cannot ask, otherwise answered when asked. A
 * request for the whole workspace is held until there is something new to tell.
 */
export class DiagnosticsDelivery {
  /** The files with findings at the client, and how it was told their name. */
  private readonly published = new Map<string, string>();
  private readonly held = new Set<() => void>();
  private refreshQueued = false;
  private isEnding = false;

  constructor(
    private readonly connection: Connection,
    private readonly source: DiagnosticsSource,
    private readonly mode: { readonly pull: boolean; readonly refresh: boolean },
  ) {}

  /**
   * Findings of these files may be others now.
   * @param edited the documents whose edit is the reason: their editor asks by itself
   */
  changed(uris: ReadonlySet<string>, edited: ReadonlySet<string>): void {
    if (!this.mode.pull) {
      for (const uri of uris) {
        this.publish(uri);
      }
      return;
    }
    for (const release of [...this.held]) {
      release();
    }
    if (this.mode.refresh && !this.refreshQueued && [...uris].some((uri) => !edited.has(uri))) {
      this.refreshQueued = true;
      setTimeout(() => {
        this.refreshQueued = false;
        heedless(this.connection.languages.diagnostics.refresh());
      }, 20);
    }
  }

  private publish(uri: string): void {
    const diagnostics = this.source.diagnose(uri);
    const spelling = this.source.spelling(uri);
    const version = this.source.version(uri);
    const before = this.published.get(uri);
    if (before !== undefined && (before !== spelling || diagnostics.length === 0)) {
      this.published.delete(uri);
      this.send(before, before === spelling ? version : null, []);
    }
    if (diagnostics.length > 0) {
      this.published.set(uri, spelling);
      this.send(spelling, version, diagnostics);
    }
  }

  private send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    heedless(
      this.connection.sendDiagnostics({
        uri,
        diagnostics,
        ...(version === null ? {} : { version }),
      }),
    );
  }

  /** Answers a pull for one document: `unchanged` where the client has this very answer. */
  pullDocument(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const items = this.source.diagnose(uri);
    const resultId = fingerprintOf(items);
    return resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** Answers a pull for the workspace once there is something the client does not know. */
  async pullWorkspace(
    previous: readonly PreviousResultId[],
    canonical: (uri: string) => string,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previous.map(({ uri, value }) => [canonical(uri), value]));
    for (;;) {
      const items = this.workspaceNews(known);
      if (items.length > 0 || token.isCancellationRequested || this.isEnding) {
        return { items };
      }
      await this.nextChange(token);
    }
  }

  private workspaceNews(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const uris = new Set([...this.source.filesWithFindings(), ...known.keys()]);
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      const items = this.source.diagnose(uri);
      const resultId = fingerprintOf(items);
      const before = known.get(uri);
      if (resultId === before || (before === undefined && items.length === 0)) {
        continue;
      }
      news.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri: this.source.spelling(uri),
        version: this.source.version(uri),
        resultId,
        items,
      });
    }
    return news;
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const release = (): void => {
        this.held.delete(release);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(release);
      this.held.add(release);
    });
  }

  /** Answers what is held, so that the server can end. */
  releaseAll(): void {
    this.isEnding = true;
    for (const release of [...this.held]) {
      release();
    }
  }
}
