import {
  canonicalUri,
  inFolder,
  innermostFolder,
  isInside,
  kindOfFile,
  SETTINGS_FILE,
  type FileKind,
} from '../corpus/uri.js';
import { noChange, type Change } from '../corpus/change.js';
import { Corpus, type SourceFile } from '../corpus/corpus.js';
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
  sourceAgain,
  stillHas,
} from './folderFiles.js';
import { GuardedReading } from './guardedReading.js';
import { isSameStamp, type FileStamp } from './fileStamp.js';
import { growSparingly } from './heapRoom.js';
import type { IndexCache } from './indexCache.js';
import { inLoadingOrder } from './loadingOrder.js';
import { afterMessages, Turns } from './nextTurn.js';
import { seemsToDefine } from './seemsToDefine.js';
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
 * The same while an edit is checked, hardly more than a step: the next key, and what is asked right after it, come at
 * any time. What a folder needs goes on in longer portions, since each costs a turn.
 */
const EDIT_PORTION = 0.05;

/**
 * The folders and open documents of a workspace, and the corpus made of them. This is the one place
 * that decides which text of a file counts: the open document's, else the disk's.
 */
export class Workspace {
  private corpusNow: Corpus;
  private checkerNow: Checker;
  private readonly roots = new Map<string, Settings>();
  private readonly open = new Map<string, OpenDocument>();
  private editorSettings: Settings = defaultSettings;
  /** The check that goes on step by step, if one does. */
  private checking: Promise<void> | null = null;
  /** While folders are read: what is to be checked once all of it is there. */
  private unchecked: Unchecked | null = null;
  private spent = 0;
  private lastPassNow = 0;

  /** Where what was read is kept for the next start. */
  private cache: IndexCache | null = null;
  /** Of the files that were read from disk. */
  private readonly stamps = new Map<string, FileStamp>();
  /** Another number after every change. */
  private generation = 0;
  /** Whether the cache holds what is on disk, as far as it was read. */
  private isSaved = false;
  /** Whether all folders were read to the end. */
  private isWhole = false;

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
    ({ corpus: this.corpusNow, checker: this.checkerNow } = this.empty());
  }

  /** From the next loading on, what was read is kept there. */
  useCache(cache: IndexCache): void {
    this.cache = cache;
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
    return innermostFolder(this.roots.keys(), uri);
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
    this.startAnew(this.empty());
    this.stamps.clear();
    this.isSaved = false;
    this.isWhole = false;
    this.onChange(before);
    const files = await this.listAll(options.strict ?? false);
    growSparingly();
    const turns = new Turns(PORTION, growSparingly);
    const unread = await this.restore(files, turns);
    const unchecked = this.unchecked ?? new Unchecked();
    let done = files.length - unread.length;
    let isCancelled = false;
    const corpus = this.corpusNow;
    const defines = (uri: string): boolean => seemsToDefine(uri, this.settingsFor(uri));
    corpus.readsFolder();
    try {
      for (const together of inLoadingOrder(unread, defines)) {
        isCancelled = options.isCancelled?.() === true;
        if (isCancelled) {
          break;
        }
        const loading = this.loadTogether(together, unchecked);
        while (loading.next().done !== true) {
          if (turns.isOver()) {
            await turns.next();
          }
        }
        done += together.length;
        if (turns.isOver()) {
          options.progress?.(done, files.length);
          await turns.next();
        }
      }
    } finally {
      this.checkerNow.noteFolder(corpus.endOfFolder());
    }
    options.progress?.(files.length, files.length);
    growSparingly();
    this.unchecked = null;
    this.isWhole = !isCancelled;
    await this.check(unchecked);
  }

  /**
   * Takes over what is known from before, where that is most of it.
   * @returns the files that have to be read
   */
  private async restore(files: readonly string[], turns: Turns): Promise<readonly string[]> {
    const restored = this.empty();
    const sourceOf = (uri: string, stamp: FileStamp): ReturnType<typeof sourceAgain> =>
      sourceAgain(uri, stamp, this.settingsFor(uri), this.rereadSoon);
    const stamps = await this.cache?.load(this.roots, restored, sourceOf, turns);
    if (stamps === undefined || stamps === null) {
      return files;
    }
    const listed = new Set(files);
    const gone = [...stamps.keys()].filter((uri) => !listed.has(uri));
    const now = new Map<string, FileStamp>();
    for (const [uri, stamp] of stamps) {
      const same = listed.has(uri) ? stillHas(uri, stamp, this.settingsFor(uri)) : null;
      if (same !== null) {
        now.set(uri, same);
      }
      if (turns.isOver()) {
        await turns.next();
      }
    }
    if (now.size < stamps.size / 2) {
      return files; // as quickly read as compared
    }
    for (const [uri, stamp] of now) {
      this.stamps.set(uri, stamp);
    }
    this.startAnew(restored);
    for (const uri of gone.filter((each) => this.open.get(each)?.joins !== true)) {
      this.apply(this.corpusNow.removeFile(uri));
    }
    const unread = files.filter((uri) => !now.has(uri));
    this.isSaved =
      gone.length === 0 &&
      unread.every((uri) => kindOfFile(uri) === 'settings') &&
      [...now].every(([uri, stamp]) => isSameStamp(stamps.get(uri), stamp));
    return unread;
  }

  /**
   * Keeps what was read for the next start, unless that is there already. What is on disk is kept and
   * nothing else: while an open document says something else, nothing is.
   *
   * @returns whether the cache holds it now
   */
  async save(): Promise<boolean> {
    await this.checked();
    const { cache, corpusNow: corpus, checkerNow: checker, generation } = this;
    if (cache === null || this.isSaved || !this.isWhole || this.unchecked !== null) {
      return this.isSaved;
    }
    const stamps = this.stampsOfDisk();
    if (stamps === null) {
      return false;
    }
    const isCurrent = (): boolean => generation === this.generation && corpus === this.corpusNow;
    const index = { corpus, checker, stamps };
    const isSaved = await cache.save(this.roots, index, isCurrent, new Turns(PORTION));
    this.isSaved ||= isSaved && isCurrent();
    return isSaved;
  }

  /** The stamps of all files of the corpus; null where it holds anything that is not on disk so. */
  private stampsOfDisk(): ReadonlyMap<string, FileStamp> | null {
    const stamps = new Map<string, FileStamp>();
    for (const { uri } of [...this.corpusNow.sidecars(), ...this.corpusNow.articles()]) {
      const document = this.open.get(uri);
      const stamp = document === undefined ? this.stamps.get(uri) : this.stampOfOpen(uri, document);
      if (stamp === undefined) {
        return null;
      }
      stamps.set(uri, stamp);
    }
    return stamps;
  }

  /** Undefined for a document that is not the same as its file. */
  private stampOfOpen(uri: string, { text, kind }: OpenDocument): FileStamp | undefined {
    const root = this.rootOf(uri);
    const settings = this.settingsFor(uri);
    const isOfFolder =
      root?.startsWith('file:') === true &&
      belongs(root, uri, settings) &&
      kindOfFile(uri) === kind;
    const file = isOfFolder ? readFolderFile(uri, settings) : null;
    return file?.unread === undefined && file?.text === text ? file.stamp : undefined;
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
      for (const uri of closed) {
        this.corpusNow.rest(uri);
      }
    }
  }

  private empty(): { readonly corpus: Corpus; readonly checker: Checker } {
    const settings = [...this.roots.values()][0] ?? this.editorSettings;
    const corpus = new Corpus({
      maxFileSize: settings.maxFileSize,
      financialYearStart: settings.financialYearStart,
    });
    const levelsOf = (uri: string): ReadonlyMap<string, Level> => this.settingsFor(uri).rules;
    const onFault = (source: string, error: unknown): void => {
      this.onFault(`checking ${source}`, error);
    };
    return { corpus, checker: new Checker(corpus, levelsOf, onFault) };
  }

  /** From here on everything happens to these. Open documents come first. */
  private startAnew({ corpus, checker }: ReturnType<Workspace['empty']>): void {
    this.corpusNow = corpus;
    this.checkerNow = checker;
    this.unchecked = new Unchecked();
    for (const [uri, { text, kind }] of [...this.open]) {
      // The folders and what they leave out may be others now.
      this.applyOpen(uri, { text, kind, joins: this.joinsCorpus(uri) });
    }
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
      this.isSaved = false;
      return; // the open document goes before the file
    }
    const root = this.rootOf(uri);
    const wanted = root !== undefined && belongs(root, uri, this.settingsFor(uri));
    if (!wanted || !this.readFromDisk(uri)) {
      if (this.stamps.delete(uri)) {
        this.isSaved = false;
      }
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

  /**
   * Looks at all folders on disk and reads what is there otherwise than it was read: for whoever is
   * told of no changes. Costs a look at the folders and at each file's time and size.
   */
  async refreshAll(): Promise<void> {
    const listed = new Set(await this.listAll(false));
    const gone = [...this.stamps.keys()].filter((uri) => !listed.has(uri));
    const changed = [...listed].filter((uri) => {
      const before = this.stamps.get(uri);
      const same = before && stillHas(uri, before, this.settingsFor(uri));
      if (same != null) {
        this.stamps.set(uri, same);
      }
      return same == null;
    });
    if ([...gone, ...changed].some((uri) => kindOfFile(uri) === 'settings')) {
      await this.load(this.folders); // what is read, and how, may be another
    } else if (gone.length + changed.length > 0) {
      await this.refreshFiles([...gone, ...changed]);
    }
  }

  private readFromDisk(uri: string): boolean {
    const file = readFolderFile(uri, this.settingsFor(uri), this.rereadSoon);
    if (file === null) {
      return false;
    }
    const { stamp, ...source } = file;
    const before = this.stamps.get(uri);
    if (kindOfFile(uri) !== 'settings' && !isSameStamp(before, stamp)) {
      this.isSaved = false;
    }
    this.stamps.set(uri, stamp);
    this.setFile({ ...this.sourceFile(uri, file.text), ...source });
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
    this.generation++;
    if (this.unchecked === null) {
      this.checkerNow.note(change);
      this.startChecking(EDIT_PORTION);
    } else {
      this.unchecked.add(change);
    }
  }

  private async check(unchecked: Unchecked): Promise<void> {
    this.checkerNow.note(unchecked);
    this.startChecking(PORTION);
    await this.checked();
  }

  private startChecking(portion: number): void {
    this.checking ??= this.checkInSteps(portion).catch((error: unknown) => {
      this.onFault('checking', error);
    });
  }

  /** In portions that leave room for other work, until nothing is left. */
  private async checkInSteps(portion: number): Promise<void> {
    await afterMessages(); // what is asked right after an edit is answered first
    const turns = new Turns(portion);
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
