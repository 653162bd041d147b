import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { DiagnosticsSource } from './diagnosticsSource.js';
import { nextTurn } from './nextTurn.js';

/** How many files are told of before other work gets a turn. */
const PORTION = 32;

/** A client's request for the findings of the whole workspace. */
export interface WorkspacePull {
  /** What the client knows: result ids by canonical URI. */
  readonly known: ReadonlyMap<string, string>;
  /** Tells a part of the answer, to a client that takes it in parts. */
  readonly report?: (part: WorkspaceDiagnosticReport) => void;
}

/** One request for the findings of the whole workspace, held until there is news for it. */
export class HeldPull {
  private readonly known: Map<string, string>;
  /** The files whose findings may not be those that the client knows. */
  private pending: Set<string> | null = null;
  private wake: () => void = () => undefined;
  private isEnded = false;

  constructor(
    private readonly source: DiagnosticsSource,
    private readonly pull: WorkspacePull,
    private readonly token: CancellationToken,
    private readonly resultIdOf: (items: readonly Diagnostic[]) => string,
  ) {
    this.known = new Map(pull.known);
  }

  /** Findings of these files may be others now. */
  changed(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.pending?.add(uri);
    }
    this.wake();
  }

  /** Answers with what there is. */
  end(): void {
    this.isEnded = true;
    this.wake();
  }

  /** Settles with the news; where these go out in parts, only when the request comes to its end. */
  async answer(): Promise<WorkspaceDiagnosticReport> {
    const cancellation = this.token.onCancellationRequested(() => {
      this.end();
    });
    try {
      await this.source.ready(this.token);
      this.pending = new Set([...this.source.filesWithFindings(), ...this.known.keys()]);
      const items = new Map<string, WorkspaceDocumentDiagnosticReport>();
      while (!this.hasEnded()) {
        const news = this.nextPortion(this.pending);
        if (this.pull.report === undefined) {
          for (const item of news) {
            items.set(item.uri, item);
          }
        } else if (news.length > 0) {
          this.pull.report({ items: news });
        }
        if (this.pending.size > 0) {
          await nextTurn();
        } else if (items.size > 0) {
          break;
        } else {
          await this.nextChange();
        }
        await this.source.ready(this.token);
      }
      return { items: [...items.values()] };
    } finally {
      cancellation.dispose();
    }
  }

  private hasEnded(): boolean {
    return this.isEnded || this.token.isCancellationRequested;
  }

  private nextChange(): Promise<void> {
    return this.hasEnded()
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.wake = resolve;
        });
  }

  private nextPortion(pending: Set<string>): WorkspaceDocumentDiagnosticReport[] {
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    let left = PORTION;
    for (const uri of pending) {
      if (left-- === 0) {
        break;
      }
      pending.delete(uri);
      // What is being typed in comes back as soon as it is read.
      news.push(...(this.source.isStale(uri) ? [] : this.newsOf(uri)));
    }
    return news;
  }

  private newsOf(uri: string): WorkspaceDocumentDiagnosticReport[] {
    const items = this.source.diagnose(uri);
    const resultId = this.resultIdOf(items);
    const before = this.known.get(uri);
    if (resultId === before || (before === undefined && items.length === 0)) {
      return [];
    }
    this.known.set(uri, resultId);
    return [
      {
        kind: DocumentDiagnosticReportKind.Full,
        uri: this.source.spelling(uri),
        version: this.source.version(uri),
        resultId,
        items,
      },
    ];
  }
}
