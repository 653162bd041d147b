import { fingerprintOf } from './fingerprint.js';

/** The kinds of answers that a client can be told to ask for again. */
export type RefreshKind = 'semanticTokens' | 'inlayHint' | 'codeLens';

/** An answer that the client shows, and how to make it anew. */
interface Shown {
  fingerprint: string;
  readonly again: () => unknown;
}

/** How long after the last change answers are looked at again, in milliseconds. */
const QUIET = 100;

/**
 * Tells the client to ask again when the change of one file alters what it shows of another. What it
 * was answered is remembered by its fingerprint, and made anew once the typing pauses: a change that
 * alters nothing disturbs nobody, and the editor of what was typed asks by itself.
 */
export class Refreshes {
  private readonly shown = new Map<string, Map<RefreshKind, Map<string, Shown>>>();
  /** The documents whose answers may be others. */
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private waiting: (() => void)[] = [];

  /**
   * @param isHeeded whether the client can be told
   * @param refresh tells it to ask again
   */
  constructor(
    readonly isHeeded: (kind: RefreshKind) => boolean,
    private readonly refresh: (kind: RefreshKind) => void,
  ) {}

  /**
   * Remembers an answer about a document. `part` names which, where there are several.
   * @param again makes the answer anew; does not throw
   */
  answered(kind: RefreshKind, uri: string, answer: unknown, again: () => unknown, part = ''): void {
    if (!this.isHeeded(kind)) {
      return;
    }
    const kinds = this.shown.get(uri) ?? new Map<RefreshKind, Map<string, Shown>>();
    const parts = kinds.get(kind) ?? new Map<string, Shown>();
    this.shown.set(uri, kinds.set(kind, parts));
    parts.set(part, { fingerprint: fingerprintOf(answer), again });
  }

  /** The client asks for this kind of answer from the start. */
  forget(kind: RefreshKind, uri: string): void {
    this.shown.get(uri)?.delete(kind);
  }

  /** @param edited the documents that were typed in: their editor asks by itself */
  changed(edited: ReadonlySet<string>): void {
    for (const uri of this.shown.keys()) {
      if (edited.has(uri)) {
        this.pending.delete(uri);
      } else {
        this.pending.add(uri);
      }
    }
    clearTimeout(this.timer);
    if (this.pending.size > 0) {
      this.timer = setTimeout(() => {
        this.lookAgain();
      }, QUIET);
    }
  }

  closed(uri: string): void {
    this.shown.delete(uri);
    this.pending.delete(uri);
  }

  /** Resolves when no answer is left to be looked at again. */
  settled(): Promise<void> {
    return this.pending.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.waiting.push(resolve);
        });
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private lookAgain(): void {
    const altered = new Set<RefreshKind>();
    for (const uri of this.pending) {
      for (const [kind, parts] of this.shown.get(uri) ?? []) {
        if (isAltered(parts.values())) {
          altered.add(kind);
        }
      }
    }
    this.pending.clear();
    for (const kind of altered) {
      this.refresh(kind);
    }
    for (const resolve of this.waiting.splice(0)) {
      resolve();
    }
  }
}

/** What is altered counts as told: a client that does not ask again does not want to know. */
function isAltered(parts: Iterable<Shown>): boolean {
  let altered = false;
  for (const shown of parts) {
    const fingerprint = fingerprintOf(shown.again());
    altered ||= fingerprint !== shown.fingerprint;
    shown.fingerprint = fingerprint;
  }
  return altered;
}
