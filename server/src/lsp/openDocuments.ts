import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver/node';
import { canonicalUri } from '../corpus/uri.js';
import { afterMessages } from './nextTurn.js';
import { LineIndex, type PositionEncoding } from '../text/lineIndex.js';

interface OpenText {
  readonly languageId: string;
  /** As the client spells it. */
  readonly spelling: string;
  text: string;
  /** Of the text. */
  lines: LineIndex;
  version: number;
}

/**
 * How long typing must pause before it is looked at, in milliseconds. Where there is time for two looks from
 * one key to the next, each key is looked at as soon as no other has arrived with it. Keys that follow one
 * another more quickly wait as long as a look takes, but not longer than a key takes to repeat.
 */
const SHORTEST = 1;
const LONGEST = 50;

/**
 * The documents that are open, as typed. Changes are collected: the corpus sees the newest text
 * once the typing pauses, or at once when a request needs it.
 */
export class OpenDocuments {
  encoding: PositionEncoding = 'utf-16';
  private readonly texts = new Map<string, OpenText>();
  private readonly pending = new Set<string>();
  private edited = new Set<string>();
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private lastChange = -Infinity;
  /** How many changes there were. */
  private changes = 0;
  private readonly closeListeners: ((uri: string) => void)[] = [];

  /**
   * @param onText told the newest text of a document, once for a burst of changes
   * @param lastLook how long it took to look at what was typed last, in milliseconds
   */
  constructor(
    private readonly onText: (uri: string, text: string, languageId: string) => void,
    private readonly lastLook: () => number = () => 0,
  ) {}

  /** Whether a document has changes that were not handed over yet. */
  isBeingTyped(uri: string): boolean {
    return this.pending.has(uri);
  }

  /** Settles when the typing pauses; at once where nothing is being typed. */
  async paused(): Promise<void> {
    if (this.pending.size > 0) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
  }

  /** The documents whose newest text was handed over since the last time somebody took them. */
  takeEdited(): ReadonlySet<string> {
    const { edited } = this;
    this.edited = new Set();
    return edited;
  }

  open({ uri, text, version, languageId }: TextDocumentItem): void {
    const key = canonicalUri(uri);
    const lines = new LineIndex(text);
    this.texts.set(key, { text, lines, version, languageId, spelling: uri });
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
      this.apply(document, change);
    }
    document.version = version;
    this.pending.add(key);
    clearTimeout(this.timer);
    const now = performance.now();
    const look = this.lastLook();
    const hasTime = now - this.lastChange > Math.min(LONGEST, Math.max(SHORTEST, 2 * look));
    this.lastChange = now;
    this.changes++;
    if (hasTime) {
      void this.flushIfPaused();
    } else {
      const wait = Math.min(LONGEST, Math.max(SHORTEST, look));
      this.timer = setTimeout(() => void this.flushIfPaused(), wait);
    }
  }

  private apply(document: OpenText, change: TextDocumentContentChangeEvent): void {
    if (!('range' in change)) {
      document.text = change.text;
      document.lines = new LineIndex(change.text);
      return;
    }
    const { text, lines } = document;
    const a = lines.offsetAt(change.range.start, this.encoding);
    const b = lines.offsetAt(change.range.end, this.encoding);
    const [start, oldEnd] = [Math.min(a, b), Math.max(a, b)];
    document.text = text.slice(0, start) + change.text + text.slice(oldEnd);
    const newEnd = start + change.text.length;
    document.lines = lines.edited(document.text, { start, oldEnd, newEnd });
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

  /** A busy machine may be late: keys that have arrived, but were not read yet, count as well. */
  private async flushIfPaused(): Promise<void> {
    const { changes } = this;
    await afterMessages();
    if (changes === this.changes) {
      this.flush();
    }
  }

  /** Hands over what was typed since the last time. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.pending.size === 0) {
      return;
    }
    const texts = [...this.pending];
    this.pending.clear();
    for (const uri of texts) {
      this.edited.add(uri);
      const document = this.texts.get(uri);
      if (document !== undefined) {
        this.onText(uri, document.text, document.languageId);
      }
    }
    for (const resolve of this.waiting.splice(0)) {
      resolve();
    }
  }

  version(uri: string): number | null {
    return this.texts.get(uri)?.version ?? null;
  }

  /** The client's spelling of a URI it has opened; the canonical one otherwise. */
  spelling(uri: string): string {
    return this.texts.get(uri)?.spelling ?? uri;
  }
}
