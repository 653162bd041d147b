import {
  canonicalUri,
  inFolder,
  isInside,
  kindOfFile,
  SETTINGS_FILE,
  type FileKind,
} from '../corpus/uri.js';
import { Corpus, noChange, type Change, type SourceFile } from '../corpus/corpus.js';
import { Checker } from '../rules/checker.js';
import { Unchecked } from '../rules/unchecked.js';
import type { Level } from '../rules/finding.js';
import { rethrow, type FaultReport } from './faults.js';
import {
  belongs,
  isWanted,
  listBelow,
  listFolder,
  readFolderFile,
  seemsToDefine,
} from './folderFiles.js';
import { GuardedReading } from './guardedReading.js';
import { inLoadingOrder } from './loadingOrder.js';
import { nextTurn, Turns } from './nextTurn.js';
import { defaultSettings, readSettings, type Settings } from './settings.js';

/** A document that an editor has open. Its text goes before that of the file. */
interface OpenDocument {
  readonly text: string;
  readonly kind: FileKind | undefined;
  /** Whether it is part of the corpus. */
  readonly joins: boolean;
}

/** How far reading a workspace has come. */
export type Progress = (done: number, total: number) => void;

/** How long reading or checking goes on before other work gets a turn, in milliseconds. */
const PORTION = 8;

/**
 * The folders and open documents of a workspace, and the corpus made of them. This is the one place
 * that decides which text of a file counts: the open document's, else the disk's.
 */
export class Workspace {
  private corpusNow = new Corpus();
  private checkerNow = new Checker(this.corpusNow);
  private readonly roots = new Map<string, Settings>();
  private readonly open = new Map<string, OpenDocument>();
  private editorSettings: Settings = defaultSettings;
  /** The check that goes on step by step, if one does. */
  private checking: Promise<void> | null = null;
  /** While folders are read: what is to be checked once all of it is there. */
  private unchecked: Unchecked | null = null;
  private spent = 0;
  private lastPassNow = 0;

  /** Stands around the reading of each file. */
  guard: GuardedReading;

  /**
   * @param onChange told which files may have other findings now
   * @param onFault told of our own mistakes, which are left out of the work; thrown by default
   */
  constructor(
    private readonly onChange: (uris: ReadonlySet<string>) => void = () => undefined,
    private readonly onFault: FaultReport = rethrow,
  ) {
    this.guard = new GuardedReading(onFault);
    this.reset();
  }

  /** How long it took to read and check what was changed last, in milliseconds. */
  get lastPass(): number {
    return this.lastPassNow;
  }

  get corpus(): Corpus {
    return this.corpusNow;
  }

  get checker(): Checker {
    return this.checkerNow;
  }

  /** URIs of the folders. */
  get folders(): readonly string[] {
    return [...this.roots.keys()];
  }

  /** The folder that owns a file: the longest that contains it. */
  rootOf(uri: string): string | undefined {
    return this.folders
      .filter((root) => isInside(root, uri))
      .sort((a, b) => b.length - a.length)[0];
  }

  settingsFor(uri: string): Settings {
    const root = this.rootOf(uri);
    return (root === undefined ? undefined : this.roots.get(root)) ?? this.editorSettings;
  }

  /** The editor's settings changed: everything is read again where it matters. */
  setEditorSettings(settings: Settings): void {
    this.editorSettings = settings;
  }

  /**
   * Starts from nothing and reads all folders. Open documents come first.
   * @throws when a folder cannot be read and `strict` is set
   */
  async load(
    folders: readonly string[],
    options: { progress?: Progress; isCancelled?: () => boolean; strict?: boolean } = {},
  ): Promise<void> {
    this.roots.clear();
    for (const folder of folders) {
      this.roots.set(canonicalUri(folder).replace(/\/$/, ''), this.readRootSettings(folder));
    }
    const before = new Set(this.checkerNow.files());
    this.reset();
    const unchecked = new Unchecked();
    this.unchecked = unchecked;
    for (const [uri, { text, kind }] of [...this.open]) {
      // The folders and what they leave out may be others now.
      this.applyOpen(uri, { text, kind, joins: this.joinsCorpus(uri) });
    }
    this.onChange(before);
    const files = await this.listAll(options.strict ?? false);
    let done = 0;
    const turns = new Turns(PORTION);
    for (const together of inLoadingOrder(files, seemsToDefine)) {
      if (options.isCancelled?.() === true) {
        break;
      }
      for (const step of this.loadTogether(together, unchecked)) {
        if (turns.isOver()) {
          await turns.next();
        }
        void step;
      }
      done += together.length;
      if (turns.isOver()) {
        options.progress?.(done, files.length);
        await turns.next();
      }
    }
    options.progress?.(files.length, files.length);
    this.unchecked = null;
    await this.check(unchecked);
  }

  /** Reads an article with its sidecars, and checks them while what they say is in memory. */
  private *loadTogether(uris: readonly string[], unchecked: Unchecked): Generator<undefined> {
    const closed = uris.filter((uri) => !this.open.has(uri));
    for (const uri of closed) {
      this.readFromDisk(uri);
      yield;
    }
    if (uris.length > 1) {
      for (const uri of closed) {
        unchecked.files.delete(uri);
      }
      yield* this.checkerNow.checkFiles(closed);
    }
  }

  private reset(): void {
    const settings = [...this.roots.values()][0] ?? this.editorSettings;
    this.corpusNow = new Corpus({
      maxFileSize: settings.maxFileSize,
      financialYearStart: settings.financialYearStart,
    });
    this.checkerNow = new Checker(
      this.corpusNow,
      (uri): ReadonlyMap<string, Level> => this.settingsFor(uri).rules,
      (source, error) => {
        this.onFault(`checking ${source}`, error);
      },
    );
  }

  private async listAll(strict: boolean): Promise<readonly string[]> {
    const files = new Set<string>();
    for (const [root, settings] of this.roots) {
      try {
        for (const uri of root.startsWith('file:') ? await listFolder(root, settings) : []) {
          // A nested root reads its own files, under its own settings.
          if (this.rootOf(uri) === root) {
            files.add(uri);
          }
        }
      } catch (error) {
        if (strict) {
          throw error;
        }
      }
    }
    return [...files];
  }

  private readRootSettings(folder: string): Settings {
    if (!folder.startsWith('file:')) {
      return this.editorSettings;
    }
    const file = readFolderFile(inFolder(folder, SETTINGS_FILE), defaultSettings);
    const base = this.editorSettings;
    return file === null
      ? base
      : (this.guard.readText(file.uri, file.text, () => readSettings(file.text, base)) ?? base);
  }

  /** A document was opened or typed in. `languageId` decides where the name does not. */
  setOpen(uri: string, text: string, languageId: string): void {
    const before = this.open.get(uri);
    const joins = before?.joins ?? this.joinsCorpus(uri);
    if (before === undefined) {
      this.spelledAnew(uri);
    }
    this.applyOpen(uri, { text, kind: kindOfDocument(uri, languageId), joins });
  }

  private applyOpen(uri: string, document: OpenDocument): void {
    this.open.set(uri, document);
    const { text, kind, joins } = document;
    if (kind !== undefined && joins) {
      this.setFile(this.sourceFile(uri, text, kind));
    }
  }

  /**
   * Whether an open document is part of the corpus. What a folder leaves out stays out when it is
   * opened. Another version of a file, as a comparison of versions shows it, must not define and
   * mention everything a second time.
   */
  private joinsCorpus(uri: string): boolean {
    const root = this.rootOf(uri);
    return root?.startsWith('file:') === true
      ? isWanted(root, uri, this.settingsFor(uri))
      : root !== undefined || /^(?:file|untitled):/.test(uri);
  }

  /** A document was closed: the disk's text counts again. */
  close(uri: string): void {
    this.open.delete(uri);
    this.spelledAnew(uri);
    this.refreshFile(uri);
  }

  /** Findings that point to a file follow the spelling of the document that is open. */
  private spelledAnew(uri: string): void {
    this.apply({ ...noChange, moved: new Set([uri]) });
  }

  /** A file was created, changed or deleted on disk. */
  refreshFile(uri: string): void {
    if (this.open.has(uri)) {
      return; // the open document goes before the file
    }
    const root = this.rootOf(uri);
    const wanted = root !== undefined && belongs(root, uri, this.settingsFor(uri));
    if (!wanted || !this.readFromDisk(uri)) {
      this.apply(this.corpusNow.removeFile(uri));
    }
  }

  /** Files or folders were created, renamed or deleted: these, and all that was or is below them. */
  async refreshTrees(uris: readonly string[]): Promise<void> {
    const all = new Set<string>();
    for (const uri of uris) {
      const known = [...this.corpusNow.articles(), ...this.corpusNow.sidecars()]
        .map((entry) => entry.uri)
        .filter((other) => isInside(uri, other));
      const root = this.rootOf(uri);
      const found = root === undefined ? [] : await listBelow(root, uri, this.settingsFor(uri));
      for (const other of [uri, ...known, ...found]) {
        all.add(other);
      }
    }
    await this.refreshFiles(all);
  }

  /** Files were created, changed or deleted on disk: one check for all of them. */
  async refreshFiles(uris: Iterable<string>): Promise<void> {
    const unchecked = new Unchecked();
    this.unchecked = unchecked;
    const turns = new Turns(PORTION);
    try {
      for (const uri of uris) {
        this.refreshFile(uri);
        if (turns.isOver()) {
          await turns.next();
        }
      }
    } finally {
      this.unchecked = null;
      await this.check(unchecked);
    }
  }

  private readFromDisk(uri: string): boolean {
    const file = readFolderFile(uri, this.settingsFor(uri), this.rereadSoon);
    if (file === null) {
      return false;
    }
    this.setFile({ ...this.sourceFile(uri, file.text), ...file });
    return true;
  }

  private setFile(source: SourceFile): void {
    const since = performance.now();
    this.apply(this.guard.read(source, (guarded) => this.corpusNow.setFile(guarded)));
    this.spent += performance.now() - since;
  }

  /** A file changed before anybody told us. */
  private readonly rereadSoon = (uri: string): void => {
    setImmediate(() => {
      this.refreshFile(uri);
    });
  };

  private sourceFile(uri: string, text: string, kind?: FileKind): SourceFile {
    const root = this.rootOf(uri) ?? uri.replace(/\/[^/]*$/, '');
    return { uri, root, text, ...(kind === undefined ? {} : { kind }) };
  }

  private apply(change: Change): void {
    if (this.unchecked === null) {
      this.checkerNow.note(change);
      this.startChecking();
    } else {
      this.unchecked.add(change);
    }
  }

  private async check(unchecked: Unchecked): Promise<void> {
    this.checkerNow.note(unchecked);
    this.startChecking();
    await this.checked();
  }

  private startChecking(): void {
    this.checking ??= this.checkInSteps().catch((error: unknown) => {
      this.onFault('checking', error);
    });
  }

  /** In portions that leave room for other work, until nothing is left. */
  private async checkInSteps(): Promise<void> {
    await nextTurn();
    const turns = new Turns(PORTION);
    try {
      while (this.checkerNow.step()) {
        if (turns.isOver()) {
          this.spent += turns.spent;
          await turns.next();
        }
      }
      this.lastPassNow = this.spent + turns.spent;
      this.spent = 0;
    } finally {
      this.checking = null;
    }
    this.onChange(this.checkerNow.takeAffected());
  }

  /** Settles when everything that was read or typed is checked. */
  async checked(): Promise<void> {
    while (this.checking !== null) {
      await this.checking;
    }
  }
}

function kindOfDocument(uri: string, languageId: string): FileKind | undefined {
  if (languageId === 'policy-facts') {
    return 'sidecar';
  }
  const byName = kindOfFile(uri);
  const isText = languageId === 'markdown' || languageId === 'plaintext';
  return byName ?? (isText && uri.startsWith('untitled:') ? 'article' : undefined);
}
