import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver/node';
import { canonicalUri } from '../corpus/uri.js';
import { LineIndex, type PositionEncoding } from '../text/lineIndex.js';

interface OpenText {
  readonly languageId: string;
  /** As the client spells it. */
  readonly spelling: string;
  text: string;
  version: number;
}

/** How long a burst of typing may go on before it is looked at, in milliseconds after its last key. */
const QUIET = 10;

/**
 * The documents that are open, as typed. Changes are collected: the corpus sees the newest text
 * once the typing pauses, or at once when a request needs it.
 */
export class OpenDocuments {
  encoding: PositionEncoding = 'utf-16';
  private readonly texts = new Map<string, OpenText>();
  private readonly pending = new Set<string>();
  private flushing: ReadonlySet<string> = new Set();
  private timer: NodeJS.Timeout | undefined;
  private readonly closeListeners: ((uri: string) => void)[] = [];

  /** @param onText told the newest text of a document, once for a burst of changes */
  constructor(private readonly onText: (uri: string, text: string, languageId: string) => void) {}

  /** The documents whose newest text is being handed over right now. */
  get justEdited(): ReadonlySet<string> {
    return this.flushing;
  }

  open({ uri, text, version, languageId }: TextDocumentItem): void {
    const key = canonicalUri(uri);
    this.texts.set(key, { text, version, languageId, spelling: uri });
    this.pending.add(key);
    this.flush();
  }

  change(
    { uri, version }: VersionedTextDocumentIdentifier,
    changes: TextDocumentContentChangeEvent[],
  ): void {
    const key = canonicalUri(uri);
    const document = this.texts.get(key);
    if (document === undefined) {
      return; // a change to a document that is not open
    }
    for (const change of changes) {
      document.text = this.applied(document.text, change);
    }
    document.version = version;
    this.pending.add(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.flush();
    }, QUIET);
  }

  private applied(text: string, change: TextDocumentContentChangeEvent): string {
    if (!('range' in change)) {
      return change.text;
    }
    const lines = new LineIndex(text);
    const a = lines.offsetAt(change.range.start, this.encoding);
    const b = lines.offsetAt(change.range.end, this.encoding);
    return text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b));
  }

  /** @returns the canonical URI */
  close(uri: string): string {
    const key = canonicalUri(uri);
    this.flush();
    this.texts.delete(key);
    for (const listener of this.closeListeners) {
      listener(key);
    }
    return key;
  }

  /** For what is kept of open documents only. The listener is told the canonical URI. */
  onClose(listener: (uri: string) => void): void {
    this.closeListeners.push(listener);
  }

  /** Hands over what was typed since the last time. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.pending.size === 0) {
      return;
    }
    this.flushing = new Set(this.pending);
    this.pending.clear();
    for (const uri of this.flushing) {
      const document = this.texts.get(uri);
      if (document !== undefined) {
        this.onText(uri, document.text, document.languageId);
      }
    }
    this.flushing = new Set();
  }

  version(uri: string): number | null {
    return this.texts.get(uri)?.version ?? null;
  }

  /** The client's spelling of a URI it has opened; the canonical one otherwise. */
  spelling(uri: string): string {
    return this.texts.get(uri)?.spelling ?? uri;
  }
}
