import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type Range,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { canonicalUri } from '../corpus/uri.js';
import { linesOf, type FeatureContext } from '../features/context.js';
import type { Span } from '../text/span.js';
import type { ClientProfile } from './clientProfile.js';
import { diagnosticForClient } from './diagnosticForClient.js';
import type { OpenDocuments } from './openDocuments.js';
import type { ReadingAids } from './readingAids.js';
import type { Refreshes, RefreshKind } from './refresh.js';

/** A kind of request: what the server declares for it, and what answers it. One file each. */
export interface RequestKind {
  /** What is declared to a client; nothing where the client could not use it. */
  readonly capabilities: (profile: ClientProfile) => ServerCapabilities;
  /** Called once, before `initialize`. */
  readonly register: (connection: Connection, host: RequestHost) => void;
}

/** What answers to requests are made from. */
export interface RequestSources {
  readonly context: () => FeatureContext;
  readonly profile: () => ClientProfile;
  /** Settles when the files of all folders are read. */
  readonly indexed: () => Promise<void>;
  /** Settles when everything that was read or typed is checked. */
  readonly checked: () => Promise<void>;
  /** Settles when all findings that are known were sent to a client that does not ask for them. */
  readonly told: () => Promise<void>;
  /** Whether they are being read right now. */
  readonly isIndexing: () => boolean;
  /** Reads files and folders again, and what is below these; canonical URIs. */
  readonly refresh: (uris: readonly string[]) => void;
  readonly readingAids: () => ReadingAids;
}

/** An answer; a promise of it only where it has to wait for the folders to be read. */
export type Answer<T, E = void> = T | ResponseError<E> | Promise<T | ResponseError<E>>;

/** What every request handler needs: the corpus as typed, the client's spelling, and care for faults. */
export class RequestHost {
  constructor(
    private readonly connection: Connection,
    readonly documents: OpenDocuments,
    private readonly refreshes: Refreshes,
    private readonly sources: RequestSources,
  ) {}

  get context(): FeatureContext {
    return this.sources.context();
  }

  get profile(): ClientProfile {
    return this.sources.profile();
  }

  get readingAids(): ReadingAids {
    return this.sources.readingAids();
  }

  /**
   * Around every request: what was typed counts first, a cancelled request is not worked on, and a
   * fault in one feature never takes the server down. While folders are being read, what is known
   * already is answered at once; but "nothing" is said only when everything is known.
   */
  answer<T, E = void>(
    token: CancellationToken,
    fallback: T,
    work: (context: FeatureContext) => T,
  ): Answer<T, E> {
    const answer = this.attempt<T, E>(token, fallback, work);
    return this.sources.isIndexing() && isEmpty(answer)
      ? this.ready(token).then(() => this.attempt<T, E>(token, fallback, work))
      : answer;
  }

  private attempt<T, E = void>(
    token: CancellationToken,
    fallback: T,
    work: (context: FeatureContext) => T,
  ): T | ResponseError<E> {
    if (token.isCancellationRequested) {
      return cancelled();
    }
    return this.careful(fallback, () => {
      this.documents.flush();
      return work(this.context);
    });
  }

  private careful<T>(fallback: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.connection.console.error(`A request failed: ${detail}`);
      return fallback;
    }
  }

  /** As {@link answer}, about a position; the fallback for a file that is not in the corpus. */
  answerAt<T>(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
    fallback: T,
    work: (context: FeatureContext, uri: string, offset: number) => T,
  ): Answer<T> {
    return this.answer(token, fallback, (context) => {
      const uri = canonicalUri(textDocument.uri);
      const lines = linesOf(context, uri);
      return lines === undefined
        ? fallback
        : work(context, uri, lines.offsetAt(position, context.encoding));
    });
  }

  /** As {@link answer}, about a file, by its canonical URI. */
  answerIn<T>(
    { textDocument }: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    fallback: T,
    work: (context: FeatureContext, uri: string) => T,
  ): Answer<T> {
    return this.answer(token, fallback, (context) => {
      const uri = canonicalUri(textDocument.uri);
      return linesOf(context, uri) === undefined ? fallback : work(context, uri);
    });
  }

  /**
   * As {@link answerIn}, for what the client goes on showing: it is told to ask again when the change
   * of another file alters the answer. A client that cannot be told waits until all files are read.
   */
  async answerShown<T>(
    kind: RefreshKind,
    params: { readonly textDocument: { readonly uri: string } },
    token: CancellationToken,
    fallback: T,
    work: (context: FeatureContext, uri: string) => T,
  ): Promise<T | ResponseError> {
    if (!this.refreshes.isHeeded(kind)) {
      await this.ready(token);
      return this.answerIn(params, token, fallback, work);
    }
    await this.sources.checked(); // nobody waits for colours: what is asked for at once goes first
    const uri = canonicalUri(params.textDocument.uri);
    this.refreshes.forget(kind, uri);
    return this.answerPart(kind, uri, token, fallback, '', (context) =>
      linesOf(context, uri) === undefined ? fallback : work(context, uri),
    );
  }

  /** The same for a part of such an answer, asked for by itself and told apart by its name. */
  answerPart<T>(
    kind: RefreshKind,
    uri: string,
    token: CancellationToken,
    fallback: T,
    part: string,
    work: (context: FeatureContext) => T,
  ): T | ResponseError {
    const answer = this.attempt(token, fallback, work);
    if (!(answer instanceof ResponseError) && this.documents.version(uri) !== null) {
      this.refreshes.answered(
        kind,
        uri,
        answer,
        () => this.careful(fallback, () => work(this.context)),
        part,
      );
    }
    return answer;
  }

  /** A client's range as offsets; undefined for a file that is not in the corpus. */
  spanOf(uri: string, { start, end }: Range): Span | undefined {
    const lines = linesOf(this.context, uri);
    return lines === undefined
      ? undefined
      : {
          start: lines.offsetAt(start, this.context.encoding),
          end: lines.offsetAt(end, this.context.encoding),
        };
  }

  /** Waits until all folders are read, or the request is cancelled. */
  async ready(token: CancellationToken): Promise<void> {
    await Promise.race([this.sources.indexed(), cancellation(token)]);
  }

  /** Files or folders were created, renamed or deleted. */
  refresh(uris: readonly string[]): void {
    this.sources.refresh(uris.map((uri) => canonicalUri(uri).replace(/\/$/, '')));
  }

  /** Waits until everything that was read and typed is checked and told. */
  async settled(token: CancellationToken): Promise<void> {
    await this.ready(token);
    this.documents.flush();
    await this.sources.checked();
    await this.sources.told();
  }

  /** Answers name files as the client spells them. */
  spelled<T extends { readonly uri: string }>(places: readonly T[]): T[] {
    return places.map((place) => ({ ...place, uri: this.documents.spelling(place.uri) }));
  }

  /** The same for what has a location. */
  spelledWithin<T extends { readonly location: { readonly uri: string } }>(
    things: readonly T[],
  ): T[] {
    return things.map((thing) => ({
      ...thing,
      location: { ...thing.location, uri: this.documents.spelling(thing.location.uri) },
    }));
  }

  /** A diagnostic as the client shows it, with its related places as the client spells them. */
  spelledDiagnostic(diagnostic: Diagnostic): Diagnostic {
    const { relatedInformation = [] } = diagnostic;
    return diagnosticForClient(
      { ...diagnostic, relatedInformation: this.spelledWithin(relatedInformation) },
      this.profile.diagnostics,
    );
  }
}

/** The answer to a request that the client has taken back. */
export function cancelled<E>(): ResponseError<E> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

function isEmpty(answer: unknown): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}
