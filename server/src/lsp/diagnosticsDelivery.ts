import {
  CancellationToken,
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { DiagnosticsSource } from './diagnosticsSource.js';
import { HeldPull, type WorkspacePull } from './heldPull.js';
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf } from './fingerprint.js';
import { Turns } from './nextTurn.js';
import { heedless } from './refusal.js';

/** What a client can take. */
export interface DeliveryMode {
  readonly pull: boolean;
  readonly refresh: boolean;
  /** Of what is pushed. */
  readonly versions: boolean;
}

/** How long between two requests to show all findings anew, in milliseconds. */
const BETWEEN_REFRESHES = 20;

/** How long findings are pushed in one go, in milliseconds. */
const PORTION = 8;

/** What the client was last told of a file. */
interface Published {
  readonly spelling: string;
  readonly version: number | null;
  readonly fingerprint: string;
}

/**
 * Brings findings to the client: pushed to one that cannot ask, otherwise answered when asked. A
 * request for the whole workspace is held until there is something new to tell.
 *
 * What is told is never older than the text the client has sent: findings are made in one go from
 * the newest text, and those of a document that is being typed in wait until it is read again.
 */
export class DiagnosticsDelivery {
  /** The files with findings at the client: nothing is sent twice. */
  private readonly published = new Map<string, Published>();
  /** The files whose findings are still to be pushed: after a folder was read, most of it. */
  private untold = new Set<string>();
  private telling: Promise<void> | null = null;
  /** Settles when what was pushed last has left. */
  private leaving: Promise<unknown> = Promise.resolve();
  private readonly held = new Set<HeldPull>();
  private refreshQueued = false;
  private lastRefresh = -Infinity;
  private isEnding = false;

  constructor(
    private readonly connection: Connection,
    private readonly source: DiagnosticsSource,
    private readonly mode: DeliveryMode,
  ) {}

  /**
   * Findings of these files may be others now.
   * @param edited the documents whose edit is the reason: their editor asks by itself
   */
  changed(uris: ReadonlySet<string>, edited: ReadonlySet<string>): void {
    if (!this.mode.pull) {
      this.push(uris);
      return;
    }
    for (const pull of this.held) {
      pull.changed(uris);
    }
    if (this.mode.refresh && !this.refreshQueued && [...uris].some((uri) => !edited.has(uri))) {
      this.refreshSoon();
    }
  }

  /** At once where the client was told nothing just now: whoever waits for one key waits for this. */
  private refreshSoon(): void {
    const wait = Math.max(0, this.lastRefresh + BETWEEN_REFRESHES - performance.now());
    const tell = (): void => {
      this.refreshQueued = false;
      this.lastRefresh = performance.now();
      heedless(this.connection.languages.diagnostics.refresh());
    };
    if (wait === 0) {
      tell();
    } else {
      this.refreshQueued = true;
      setTimeout(tell, wait);
    }
  }

  /** What is new goes first, and at once as far as there is time: an edit touches few files, a folder all of them. */
  private push(uris: ReadonlySet<string>): void {
    this.untold = new Set([...uris, ...this.untold]);
    const turns = new Turns(PORTION);
    this.pushUntil(turns);
    if (this.untold.size > 0) {
      this.telling ??= this.pushOthers(turns).finally(() => {
        this.telling = null;
      });
    }
  }

  private async pushOthers(turns: Turns): Promise<void> {
    while (this.untold.size > 0 && !this.isEnding) {
      await this.leaving; // findings are many megabytes: they wait where the client is slow
      await turns.next();
      await this.source.ready(CancellationToken.None);
      this.pushUntil(turns);
    }
  }

  private pushUntil(turns: Turns): void {
    for (const uri of this.untold) {
      this.untold.delete(uri);
      this.publish(uri);
      if (turns.isOver()) {
        break;
      }
    }
  }

  /** Settles when all findings that are known were pushed. */
  async told(): Promise<void> {
    await this.telling;
  }

  private publish(uri: string): void {
    if (this.source.isStale(uri)) {
      return; // it comes with the text that is being typed
    }
    const diagnostics = this.source.diagnose(uri);
    const spelling = this.source.spelling(uri);
    const version = this.source.version(uri);
    const before = this.published.get(uri);
    if (before !== undefined && (before.spelling !== spelling || diagnostics.length === 0)) {
      this.published.delete(uri);
      this.send(before.spelling, before.spelling === spelling ? version : null, []);
    }
    if (diagnostics.length > 0) {
      const now = { spelling, version, fingerprint: fingerprintOf(diagnostics) };
      if (!isDeepStrictEqual(this.published.get(uri), now)) {
        this.published.set(uri, now);
        this.send(spelling, version, diagnostics);
      }
    }
  }

  private send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    const isVersioned = this.mode.versions && version !== null;
    this.leaving = this.connection
      .sendDiagnostics({ uri, diagnostics, ...(isVersioned ? { version } : {}) })
      .catch(() => undefined); // a client that is gone takes nothing more
  }

  /** Answers a pull for one document: `unchanged` where the client has this very answer. */
  pullDocument(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const items = this.source.diagnose(uri);
    const resultId = fingerprintOf(items);
    return resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /**
   * Answers a pull for the workspace once there is something the client does not know. Through
   * `pull.report` it is told piece by piece, and the request stays open for what comes later.
   */
  async pullWorkspace(
    pull: WorkspacePull,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const held = new HeldPull(this.source, pull, token, fingerprintOf);
    this.held.add(held);
    try {
      return this.isEnding ? { items: [] } : await held.answer();
    } finally {
      this.held.delete(held);
    }
  }

  /** Answers what is held, so that the server can end. */
  releaseAll(): void {
    this.isEnding = true;
    for (const pull of this.held) {
      pull.end();
    }
  }
}
