import {
  DEFAULT_MAX_SIZE,
  letGoOfQuotes,
  parseArticle,
  type Article,
  type ArticleFormat,
} from '../articles/article.js';
import { Revised } from '../articles/revision.js';
import { readHead, type ArticleHead } from '../articles/articleHead.js';
import { readSidecar, type SidecarBefore } from '../sidecars/readSidecar.js';
import type { DateOptions } from '../values/date.js';
import type { Definition, DefinitionKind } from '../sidecars/definition.js';
import type { IgnoreComment } from '../sidecars/ignoreComments.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import { findCounted, type CountedFigure } from './articleIndex.js';
import { articleInfo, type ArticleInfo } from './articleInfo.js';
import { findArticle, isSameLink, type ArticleLink } from './articleLink.js';
import { FactBinder } from './bind.js';
import { bindFacts } from './bindFacts.js';
import type { BoundFact } from './boundFact.js';
import type { FileAgain, SourceFile } from './corpusFile.js';
import {
  changedEventSubjects,
  definedIn,
  definesNothing,
  definitionChanges,
  definitionsMoved,
  SharedKeys,
  useKeys,
  type Defined,
  type DefinitionChanges,
  type Reach,
  type UseKey,
} from './dependencies.js';
import { ArticleEntry, SidecarEntry } from './entries.js';
import { FactHeads } from './factHeads.js';
import { FactIndex, type FactStep, type TouchedKeys } from './factIndex.js';
import { FactTable } from './factTable.js';
import { idUses, useTheSame, type IdUse, type Target } from './idUse.js';
import { Interner } from './interner.js';
import { Kept, Recent, type LinedText } from './kept.js';
import { MultiMap } from './multiMap.js';
import { findMentions } from './mentions.js';
import { MentionIndex, type MentionCount, type Naming } from './mentionIndex.js';
import { NameChange } from './nameChange.js';
import { NameMatcher, type Mention } from './names.js';
import { NamelessTexts } from './namelessTexts.js';
import { idKey, Register, type IdKey } from './register.js';
import type { RestingFacts } from './restingFacts.js';
import { settingsEntry, type SettingsEntry } from './settingsFile.js';
import { quoteTheSame, unchangedFacts } from './unchangedFacts.js';
import { ArticleIds } from './articleIds.js';
import { Dirty, noChange, type Change } from './change.js';
import { UseIndex, usesNothing, type Uses } from './useIndex.js';
import { LineIndex } from '../text/lineIndex.js';
import { changeBetween } from '../text/textChange.js';
import { articlesBeside, folderOf, inFolder, kindOfFile, sidecarEndings, stemOf } from './uri.js';
import { Beside } from '../text/beside.js';

export type { ArticleEntry, FileAgain, SidecarEntry, SourceFile };

export interface CorpusOptions {
  /** In UTF-16 units; larger files are listed, not analysed. */
  readonly maxFileSize?: number;
  /** `MM-DD`. */
  readonly financialYearStart?: string;
}

/** What is known of an article besides its text, as long as nothing it depends on changes. */
export interface ArticleState {
  readonly root: string;
  /** Of its text, in UTF-16 units. */
  readonly size: number;
  readonly info: ArticleInfo;
  /** Null where that is to be read again. */
  readonly naming: Naming | null;
}

/** What is known of a sidecar besides its text and its facts. */
export interface SidecarState {
  readonly root: string;
  readonly size: number;
  readonly link: ArticleLink;
  readonly info: ArticleInfo;
  readonly defined: Defined;
  readonly ignored: readonly IgnoreComment[];
  readonly uses: readonly UseKey[];
  readonly hasUnknownIds: boolean;
}

/**
 * All articles and sidecars of a workspace. One file is added, replaced or removed at a time; the
 * result is the same as from scratch, in whatever order the files come.
 */
export class Corpus {
  readonly register = new Register();
  private readonly articleFiles = new Map<string, ArticleEntry>();
  private readonly sidecarFiles = new Map<string, SidecarEntry>();
  private readonly settingsFiles = new Map<string, SettingsEntry>();
  /** Keeps what many facts repeat. */
  readonly interner = new Interner();
  readonly heads = new FactHeads(this.interner);
  private readonly factTable = new FactTable(this.heads, this.interner);
  private readonly factIndex = new FactIndex(this.heads, this.factTable);
  /** Whether a whole folder is being read, and whether nothing was there before it. */
  private reading: { readonly isFirst: boolean } | null = null;
  private readonly sharedKeys = new SharedKeys();
  private readonly recent = new Recent();
  private readonly users = new UseIndex();
  private readonly articleIds = new ArticleIds();
  /** Sidecars by the articles they belong to or would belong to. */
  private readonly sidecarsOfArticle = new MultiMap<string, string>();
  /** Sidecars that use ids which stand for nothing. */
  private readonly withUnknownIds = new Set<string>();
  /** Those of which that is to be seen when somebody asks: an id is defined, or no longer, that they use. */
  private readonly unsure = new Set<string>();
  private names: NameMatcher | undefined;
  /** Since all articles were last looked at for what they mention. */
  private nameChanges: NameChange[] = [];
  private readsNow = 0;
  private readonly readings = new Map<string, object>();
  private readonly records = new Map<string, object>();
  private readonly nameless = new NamelessTexts();
  private readonly mentionCache = new Beside<Article, CachedMentions>();
  private readonly countedCache = new Beside<readonly Mention[], readonly CountedFigure[]>();
  private readonly index = new MentionIndex(
    (uri) => {
      const entry = this.articleFiles.get(uri);
      if (entry === undefined) {
        return undefined;
      }
      return {
        mentions: this.mentionsIn(entry),
        counted: this.countedIn(entry),
        credited: [entry.ownInfo.publisher, entry.ownInfo.author].flatMap((id) => id ?? []),
      };
    },
    (uri) => this.mayBeRenamed(uri),
    this.sharedKeys,
  );

  constructor(private readonly options: CorpusOptions = {}) {}

  /** Adds a file or replaces what was known of it. A file of no concern changes nothing. */
  setFile(file: SourceFile): Change {
    const kind = file.kind ?? kindOfFile(file.uri);
    return kind === undefined
      ? noChange
      : kind === 'article'
        ? this.setArticle(file)
        : kind === 'sidecar'
          ? this.setSidecar(file)
          : this.setSettings(file);
  }

  /** Only the settings at the root of a folder count. */
  private setSettings(file: SourceFile): Change {
    if (folderOf(file.uri) !== file.root) {
      return noChange;
    }
    this.settingsFiles.set(file.uri, settingsEntry(file));
    return { ...noChange, files: new Set([file.uri]) };
  }

  removeFile(uri: string): Change {
    const dirty = new Dirty();
    if (this.settingsFiles.delete(uri)) {
      dirty.files.add(uri);
    }
    if (this.articleFiles.delete(uri)) {
      dirty.touchArticle(uri);
      this.articleIds.deleteLone(uri, dirty);
      this.rebindSidecarsOf(uri, dirty);
    }
    const entry = this.sidecarFiles.get(uri);
    if (entry !== undefined) {
      this.forgetSidecar(entry, dirty);
      this.sidecarFiles.delete(uri);
      this.withUnknownIds.delete(uri);
      this.unsure.delete(uri);
      if (entry.defined !== definesNothing) {
        this.knowNames();
      }
      this.register.remove(uri, entry.defined.definitions);
      const changes = definitionChanges(entry.defined, definesNothing);
      this.afterDefinitions(entry.defined, definesNothing, changes, dirty);
      this.listLoneArticles(entry, dirty);
    }
    return this.settle(dirty);
  }

  private setArticle(file: SourceFile): Change {
    const dirty = new Dirty();
    const { uri, root } = file;
    const head = this.headOfUnneeded(file);
    const before = this.articleFiles.get(uri)?.kept.inMemory();
    const article = head === null ? this.readArticle(file, file.text, before) : null;
    if (before !== undefined && article !== null) {
      Revised.edited(before, article);
    }
    const content = head ?? article;
    const info = articleInfo(null, content && { uri, content }, this.options.financialYearStart);
    const kept = this.keepArticle(file, article, file.text.length, file.text);
    this.articleIds.deleteLone(uri, dirty);
    const entry = new ArticleEntry(uri, root, kept, info, head?.limit);
    this.articleFiles.set(uri, entry);
    if (head !== null) {
      this.readsNow++;
      this.nameless.add(entry, this.matcher());
    }
    dirty.touchArticle(uri);
    this.rebindSidecarsOf(uri, dirty);
    this.listLoneArticle(uri, dirty);
    return this.settle(dirty);
  }

  /**
   * What an article says of itself, where nobody needs more of it: it has no sidecar so far, and no
   * name can be in it. Null where it is to be read.
   */
  private headOfUnneeded({ uri, text, again, unread }: SourceFile): ArticleHead | null {
    const isUnneeded =
      again !== undefined &&
      unread === undefined &&
      articleFormat(uri) === 'markdown' &&
      this.sidecarsOfArticle.count(uri) === 0 &&
      this.nameless.isNameless(text, this.matcher());
    return isUnneeded ? readHead(text, this.options.maxFileSize ?? DEFAULT_MAX_SIZE) : null;
  }

  /**
   * Says that a whole folder is being read. Until that ends little is kept of what was read, and changes do not
   * say which slots and topics they touched: {@link endOfFolder} does for all of them.
   */
  readsFolder(): void {
    this.keepsLittle(true);
    this.factIndex.noteTouched();
    this.reading = { isFirst: this.sidecarFiles.size === 0 };
  }

  endOfFolder(): TouchedKeys {
    const isFirst = this.reading?.isFirst === true;
    this.factTable.endOfFolder();
    this.reading = null;
    this.keepsLittle(false);
    return this.factIndex.takeTouched(isFirst);
  }

  /** Whether little is kept of what was read: where files are looked into one after the other. */
  keepsLittle(isLittle: boolean): void {
    this.recent.keepLittle(isLittle);
  }

  /** Nobody works with a file, so that of its facts hardly more stays than numbers: until somebody does. */
  rest(uri: string): void {
    this.sidecarFiles.get(uri)?.rest(this.factTable);
  }

  /** The object of a fact that can be kept. @param bound one that may have been made for now */
  hold(bound: BoundFact): BoundFact {
    return this.sidecarFiles.get(bound.uri)?.hold(bound) ?? bound;
  }

  /** How many texts were read so far: what was taken over or kept needs no reading. */
  get reads(): number {
    return this.readsNow;
  }

  private readArticle({ uri, unread }: FileAgain, text: string, before?: Article): Article {
    this.readsNow++;
    const format = articleFormat(uri);
    const maxSize = this.options.maxFileSize;
    return parseArticle(text, format, {
      ...(maxSize === undefined ? {} : { maxSize }),
      ...(before === undefined ? {} : { before }),
      ...(unread === undefined ? {} : { unread }),
    });
  }

  /** A text that can be had again need not stay in memory. @param size of the text */
  private keepArticle(
    file: FileAgain,
    content: Article | null,
    size: number,
    text?: string,
  ): Kept<Article> {
    const { again, ...source } = withoutText(file);
    const parse = (read: string): Article => this.readArticle(source, read);
    return new Kept(content, again, parse, size, this.recent, text, letGoOfQuotes);
  }

  private keepSidecar(
    file: FileAgain,
    read: Sidecar | null,
    { definitions }: Defined,
    size: number,
  ): Kept<Sidecar> {
    const { again, ...source } = withoutText(file);
    // The register and the mentions point to the definitions as they were read first.
    const parse = (text: string): Sidecar =>
      Object.defineProperty(this.readSidecarFile(source, text), 'definitions', {
        value: definitions,
      });
    return new Kept(read, again, parse, size, this.recent);
  }

  private setSidecar(file: SourceFile): Change {
    const dirty = new Dirty();
    const old = this.sidecarFiles.get(file.uri);
    const before = old?.kept.inMemory();
    const edit = before && {
      sidecar: before,
      change: changeBetween(before.text, file.text),
    };
    const read = this.readSidecarFile(file, file.text, edit);
    const defined = definedIn(read);
    const kept = this.keepSidecar(file, read, defined, file.text.length);
    if (defined !== definesNothing || (old?.defined ?? definesNothing) !== definesNothing) {
      this.knowNames();
    }
    if (old !== undefined) {
      this.register.remove(file.uri, old.defined.definitions);
    }
    this.register.add(file.uri, defined.definitions);
    const definedBefore = old?.defined ?? definesNothing;
    const changes = definitionChanges(definedBefore, defined);
    if (
      old !== undefined &&
      (changes.changed.size > 0 ||
        definitionsMoved(definedBefore, defined) ||
        hasOtherLines(edit, read))
    ) {
      dirty.moved.add(file.uri);
    }
    const mayReuse = ![...changes.changed].some(decidesHowFactsAreBound);
    this.bindSidecar(file, kept, defined, dirty, mayReuse, edit);
    this.afterDefinitions(definedBefore, defined, changes, dirty);
    if (old !== undefined && !dirty.quotesSame.has(file.uri)) {
      this.listLoneArticles(old, dirty);
    }
    return this.settle(dirty);
  }

  private readSidecarFile({ unread }: FileAgain, text: string, before?: SidecarBefore): Sidecar {
    this.readsNow++;
    const read = readSidecar(text, { maxSize: this.options.maxFileSize, before });
    return unread === undefined ? read : { ...read, notAnalysed: unread };
  }

  /** Looks everything up again in a sidecar whose text is as before. */
  private rebind(uri: string, dirty: Dirty): void {
    const entry = this.sidecarFiles.get(uri);
    if (entry !== undefined && !dirty.rebound.has(uri)) {
      this.bindSidecar(entry, entry.kept, entry.defined, dirty, false);
    }
  }

  /**
   * @param mayReuse whether facts that stand as they stood mean what they meant
   * @param edit what has changed in the file, where nothing else has
   */
  private bindSidecar(
    { uri, root }: { readonly uri: string; readonly root: string },
    kept: Kept<Sidecar>,
    defined: Defined,
    dirty: Dirty,
    mayReuse: boolean,
    edit?: SidecarBefore,
  ): void {
    dirty.rebound.add(uri);
    dirty.files.add(uri);
    const old = this.sidecarFiles.get(uri);
    const content = kept.get();
    const isTied = old !== undefined && edit !== undefined && isTiedAsBefore(old, edit, content);
    const { link, info } = isTied ? old : this.articleOf(uri, root, content, old?.info);
    for (const subject of info === old?.info ? [] : defined.events.values()) {
      dirty.counted.add(subject); // an event in a draft has not taken place
    }
    const before = mayReuse && info === old?.info ? old.kept.inMemory() : undefined;
    const unchanged =
      before === undefined ? { head: 0, tail: 0 } : unchangedFacts(before, content, edit?.change);
    const { ignored } = content;
    const entry = new SidecarEntry(uri, root, kept, { link, info, defined, ignored });
    const binder = new FactBinder(
      entry,
      {
        property: (id: string) => this.register.property(id),
        financialYearStart: this.options.financialYearStart,
        heads: this.heads,
      },
      this.interner,
    );
    const bound = bindFacts(content, old?.facts ?? [], unchanged, binder);
    const { facts, anew, shifted, moved } = bound;
    if (moved) {
      dirty.moved.add(uri);
    }
    if (old !== undefined && before !== undefined) {
      if (
        ![...bound.came, ...bound.went].some(holdsIds) &&
        useTheSame(before, content, unchanged)
      ) {
        dirty.usesSame.add(uri);
      }
      if (isSameLink(old.link, link) && quoteTheSame(before, content, unchanged)) {
        dirty.quotesSame.add(uri);
      }
    }
    entry.bound(
      facts,
      old !== undefined && dirty.usesSame.has(uri)
        ? old.useKeys
        : useKeys({ uses: idUses(content), info, facts }, this.sharedKeys),
    );
    this.forgetFacts(bound.went, dirty);
    this.addFacts(bound.came, dirty);
    this.replaceLinks(old, entry, dirty);
    this.sidecarFiles.set(uri, entry);
    if (shifted) {
      // A fact without an id is referred to by its number.
      dirty.touchArticleId(info.id, this.articleIds.has(info.id));
      for (const fact of facts.some(refersToFacts) ? facts : []) {
        dirty.touchFact(fact);
      }
    } else if (anew) {
      dirty.factsOf.add(info.id);
    }
  }

  /** What a sidecar has to do with its article. @param before what it had, which stays the same object */
  private articleOf(
    uri: string,
    root: string,
    content: Sidecar,
    before: ArticleInfo | undefined,
  ): Pick<SidecarEntry, 'link' | 'info'> {
    const link = findArticle(uri, root, content, (other) => this.articleFiles.has(other));
    const article = link.kind === 'present' ? (this.articleFiles.get(link.uri) ?? null) : null;
    const info = articleInfo({ uri, content }, article, this.options.financialYearStart);
    return { link, info: before !== undefined && isSameInfo(before, info) ? before : info };
  }

  private addFacts(facts: readonly BoundFact[], dirty: Dirty): void {
    for (const bound of facts) {
      this.factIndex.add(bound);
      this.touchFact(bound, dirty);
    }
  }

  private forgetFacts(facts: readonly BoundFact[], dirty: Dirty): void {
    for (const bound of facts) {
      this.factIndex.delete(bound);
      this.touchFact(bound, dirty);
    }
  }

  private touchFact(bound: BoundFact, dirty: Dirty): void {
    if (this.reading === null) {
      dirty.touchFact(bound);
    } else {
      dirty.touchSubject(bound);
    }
  }

  /** What a sidecar uses, and the article it belongs to. */
  private replaceLinks(
    old: SidecarEntry | undefined,
    entry: SidecarEntry | undefined,
    dirty: Dirty,
  ): void {
    const uri = entry?.uri ?? old?.uri ?? '';
    this.users.replace(uri, usesOf(old), usesOf(entry), dirty);
    const isLinkedAsBefore = old?.link === entry?.link;
    for (const expected of old === undefined || isLinkedAsBefore ? [] : expectedArticles(old)) {
      this.sidecarsOfArticle.delete(expected, uri);
    }
    for (const expected of entry === undefined ? [] : expectedArticles(entry)) {
      if (!isLinkedAsBefore) {
        this.sidecarsOfArticle.add(expected, uri);
      }
      if (this.articleFiles.has(expected)) {
        this.articleIds.deleteLone(expected, dirty);
        if (dirty.quotesSame.has(uri)) {
          dirty.files.add(expected);
        } else {
          dirty.touchArticle(expected);
        }
      }
    }
    if (old?.info !== entry?.info) {
      if (old !== undefined) {
        this.articleIds.delete(old.info.id, uri, dirty);
      }
      if (entry !== undefined) {
        this.articleIds.add(entry.info.id, uri, dirty);
      }
    }
  }

  private forgetSidecar(entry: SidecarEntry, dirty: Dirty): void {
    dirty.files.add(entry.uri);
    this.forgetFacts(entry.facts, dirty);
    this.replaceLinks(entry, undefined, dirty);
  }

  /** What its facts mean is as before; what they mean for others, or what others mean for them, is not. */
  private touch(uri: string, dirty: Dirty): void {
    const entry = this.sidecarFiles.get(uri);
    if (entry === undefined || dirty.rebound.has(uri)) {
      return;
    }
    dirty.rebound.add(uri);
    dirty.files.add(uri);
    for (const expected of expectedArticles(entry)) {
      if (this.articleFiles.has(expected)) {
        dirty.touchArticle(expected);
      }
    }
    for (const bound of entry.factsForNow) {
      dirty.touchFact(bound);
    }
    dirty.touchArticleId(entry.info.id, this.articleIds.has(entry.info.id));
  }

  private rebindSidecarsOf(articleUri: string, dirty: Dirty): void {
    for (const uri of [...this.sidecarsOfArticle.get(articleUri)]) {
      const entry = this.sidecarFiles.get(uri);
      if (entry !== undefined && !dirty.rebound.has(uri)) {
        this.bindSidecar(entry, entry.kept, entry.defined, dirty, true);
        dirty.moved.add(articleUri); // the quoted words may stand elsewhere
      }
      // Whether its article is a draft decides what its events are worth.
      dirty.register ||= (this.sidecarFiles.get(uri)?.defined ?? definesNothing) !== definesNothing;
    }
  }

  /**
   * An article without a sidecar can still be named, in `basedOn`, by its own id. `a.txt` beside
   * `a.md` and `a.facts.yaml` is another form of that article, and no article of its own.
   */
  private listLoneArticle(uri: string, dirty: Dirty): void {
    const entry = this.articleFiles.get(uri);
    if (entry !== undefined && this.sidecarsOfArticle.count(uri) === 0) {
      this.articleIds.addLone(entry.ownInfo.id, uri, dirty);
    }
  }

  private listLoneArticles(entry: SidecarEntry, dirty: Dirty): void {
    for (const uri of expectedArticles(entry)) {
      dirty.touchArticle(uri);
      this.listLoneArticle(uri, dirty);
    }
  }

  /** Follows changed definitions to what depends on them. */
  private afterDefinitions(
    before: Defined,
    after: Defined,
    { changed, names, ids, ties }: DefinitionChanges,
    dirty: Dirty,
  ): void {
    if (before === definesNothing && after === definesNothing) {
      return;
    }
    dirty.register ||= ties;
    for (const [key, reach] of changed) {
      dirty.keys.set(key, reach);
    }
    if (names) {
      this.changeNames([...before.definitions, ...after.definitions]);
    }
    dirty.idsChanged ||= ids;
    for (const { kind, id } of [...before.definitions, ...after.definitions]) {
      // Findings about one id in two places point from each to the other.
      const named = this.register.definitionsOf(idKey(kind, id.value));
      for (const { uri } of named.length > 1 ? named : []) {
        dirty.files.add(uri);
      }
    }
    for (const { kind, id, fields } of [...before.definitions, ...after.definitions]) {
      const key = idKey(kind, id.value);
      dirty.recorded.add(kind === 'event' ? (fields.get('subject')?.value ?? '') : id.value);
      if (isJudgedBy(changed.get(key))) {
        dirty.counted.add(id.value);
        if (kind === 'place') {
          dirty.places.add(key);
        }
      }
    }
    for (const subject of changedEventSubjects(before, after)) {
      dirty.counted.add(subject);
      // An event can explain a change of value in any slot of its subject.
      for (const slot of this.factIndex.slotsAbout(subject)) {
        dirty.slots.add(slot);
      }
    }
  }

  /** What articles were read with has to be known before it changes. */
  private knowNames(): void {
    if (this.articleFiles.size > 0) {
      this.matcher();
    }
  }

  /** Names of these definitions may be others: the matcher is brought up to date. */
  private changeNames(definitions: readonly Definition[]): void {
    const { names } = this;
    if (names === undefined) {
      return; // it is made from all of them when it is needed
    }
    const ids = new Set(definitions.map(({ id }) => id.value));
    const before = [...ids].flatMap((id) => names.known(id) ?? []);
    const after = [...ids].flatMap((id) => this.register.findEntity(id) ?? []);
    const change = new NameChange(before, after);
    names.update(change);
    if (!change.isHarmless) {
      this.nameChanges.push(change);
      this.index.invalidateByNames(this.articleFiles.keys());
    }
  }

  /** Whether other names may be found in an article than before some names changed. */
  private mayBeRenamed(uri: string): boolean {
    const entry = this.articleFiles.get(uri);
    if (entry === undefined) {
      return false;
    }
    // Names are looked for in what readers see; without marks that is what is written.
    const source = entry.text;
    if (!this.nameChanges.some((change) => change.mayAffectBehindMarks(source))) {
      return false;
    }
    const text = mayHaveMarks.test(source) ? entry.content.rendered.text : source;
    return this.nameChanges.some((change) => change.mayAffect(text));
  }

  /**
   * Follows a changed definition to the files that use it: there may be thousands, and what does not reach them is
   * not to cost them anything.
   */
  private followDefinition(changed: readonly [IdKey, Reach], dirty: Dirty): void {
    const [key, reach] = changed;
    for (const { uri } of this.register.definitionsOf(key)) {
      dirty.files.add(uri);
    }
    if (reach === 'told') {
      return;
    }
    for (const uri of this.index.counting(idIn(key))) {
      dirty.moved.add(uri); // what there is to say of figures tells the name
    }
    for (const uri of [...this.users.of(key)]) {
      if (decidesHowFactsAreBound(changed)) {
        this.rebind(uri, dirty);
        continue;
      }
      dirty.moved.add(uri); // its findings may tell the name
      if (isJudgedBy(reach)) {
        dirty.files.add(uri);
      }
      if (dirty.places.has(key)) {
        this.touchFactsAt(uri, key, dirty);
      }
      if (reach === 'known') {
        this.unsure.add(uri);
      }
    }
  }

  /** Which place is part of which decides about facts of places. */
  private touchFactsAt(uri: string, key: IdKey, dirty: Dirty): void {
    const id = idIn(key);
    for (const bound of this.sidecarFiles.get(uri)?.factsForNow ?? []) {
      if (bound.conditions.some(([, value]) => value === id)) {
        dirty.touchFact(bound);
      }
    }
  }

  /** Spreads a change to all that depends on it, and says what was touched. */
  private settle(dirty: Dirty): Change {
    for (const changed of dirty.keys) {
      this.followDefinition(changed, dirty);
    }
    const seen = new Set<string>();
    // An article's id reaches those that name it, and what is based on those in turn.
    for (let ids = [...dirty.articleIds]; ids.length > 0; ids = [...dirty.articleIds]) {
      dirty.articleIds.clear();
      for (const id of ids.filter((next) => !seen.has(next))) {
        seen.add(id);
        for (const uri of [...this.users.of(`article:${id}`)]) {
          this.touch(uri, dirty);
        }
        // Where an id is the file's name, many may bear it: "index", and nothing is found about that.
        for (const uri of this.articleIds.filesOf(id)) {
          if (this.sidecarFiles.get(uri)?.info.idStated === true) {
            dirty.files.add(uri);
          }
        }
      }
    }
    for (const id of dirty.factsOf) {
      for (const uri of this.users.of(`article:${id}`)) {
        dirty.files.add(uri);
      }
    }
    const isKnownAsBefore = dirty.keys.size + dirty.articleIdsBefore.size === 0;
    for (const uri of dirty.rebound) {
      if (!isKnownAsBefore || !dirty.usesSame.has(uri)) {
        this.listUnknownIds(uri);
      }
    }
    for (const [id, wasKnown] of dirty.articleIdsBefore) {
      dirty.idsChanged ||= wasKnown !== this.articleIds.has(id);
    }
    if (dirty.idsChanged) {
      // Suggestions for unknown ids speak of all known ones.
      for (const uri of [...this.withUnknownIds, ...this.unsure]) {
        dirty.files.add(uri);
      }
    }
    for (const uri of dirty.articles) {
      if (this.articleFiles.has(uri) || kindOfFile(uri) === 'article') {
        this.index.invalidate([uri]);
        this.readings.delete(uri);
      }
    }
    for (const subject of dirty.places.size > 0
      ? this.records.keys()
      : [...dirty.subjects, ...dirty.counted, ...dirty.recorded]) {
      this.records.delete(subject);
    }
    for (const [key, wasUsed] of dirty.usedBefore) {
      if (this.isUsed(key) !== wasUsed && isIdKey(key)) {
        this.addDefiners(key, dirty.files);
      }
    }
    return dirty.change;
  }

  /** What is known of an article besides its text; undefined where there is none. */
  articleState(uri: string): ArticleState | undefined {
    const entry = this.articleFiles.get(uri);
    return (
      entry && {
        root: entry.root,
        size: entry.kept.size,
        info: entry.ownInfo,
        naming: this.index.namingOf(uri),
      }
    );
  }

  /** What is known of a sidecar besides its text; undefined where there is none. */
  sidecarState(uri: string): SidecarState | undefined {
    const entry = this.sidecarFiles.get(uri);
    return (
      entry && {
        root: entry.root,
        size: entry.kept.size,
        link: entry.link,
        info: entry.info,
        defined: entry.defined,
        ignored: entry.ignored,
        uses: entry.useKeys,
        hasUnknownIds: this.hasUnknownIds(uri),
      }
    );
  }

  /**
   * Takes over what a corpus knew of an article, which is not read until somebody asks what it says.
   * The result is right once all files are taken over that corpus had, and only for the same options.
   */
  adoptArticle(file: FileAgain, { root, size, info, naming }: ArticleState): void {
    const { uri } = file;
    this.articleFiles.set(
      uri,
      new ArticleEntry(uri, root, this.keepArticle(file, null, size), info),
    );
    this.listLoneArticle(uri, new Dirty());
    if (naming === null) {
      this.index.invalidate([uri]);
    } else {
      this.index.adopt(uri, naming);
    }
  }

  /** The same for a sidecar. @param factsOf makes its facts */
  adoptSidecar(
    file: FileAgain,
    { root, size, link, info, defined, ignored, uses, hasUnknownIds }: SidecarState,
    factsOf: (entry: SidecarEntry, table: FactTable) => RestingFacts,
  ): void {
    const { uri } = file;
    const kept = this.keepSidecar(file, null, defined, size);
    const entry = new SidecarEntry(uri, root, kept, { link, info, defined, ignored });
    const facts = factsOf(entry, this.factTable);
    entry.bound(facts, uses);
    this.sidecarFiles.set(uri, entry);
    this.register.add(uri, defined.definitions);
    if (defined !== definesNothing) {
      this.names = undefined;
    }
    for (const row of facts.rows()) {
      this.factIndex.addRow(row);
    }
    const dirty = new Dirty();
    this.users.replace(uri, usesNothing, usesOf(entry), dirty);
    for (const expected of expectedArticles(entry)) {
      this.sidecarsOfArticle.add(expected, uri);
      this.articleIds.deleteLone(expected, dirty);
    }
    this.articleIds.add(info.id, uri, dirty);
    if (hasUnknownIds) {
      this.withUnknownIds.add(uri);
    }
  }

  /** Notes whether a sidecar uses an id that stands for nothing. */
  private listUnknownIds(uri: string): void {
    this.unsure.delete(uri);
    const { uses = [] } = this.sidecarFiles.get(uri) ?? {};
    if (uses.some((use) => !this.isKnown(use) || this.isInUnknownArticle(use))) {
      this.withUnknownIds.add(uri);
    } else {
      this.withUnknownIds.delete(uri);
    }
  }

  /** Whether a sidecar uses an id that stands for nothing, apart from those of facts. */
  hasUnknownIds(uri: string): boolean {
    if (this.unsure.has(uri)) {
      this.listUnknownIds(uri);
    }
    return this.withUnknownIds.has(uri);
  }

  /** True when an id stands for something in the corpus. Fact references are looked up by a rule. */
  isKnown(use: IdUse): boolean {
    for (const target of use.targets) {
      if (this.isKnownAs(target, use.id)) {
        return true;
      }
    }
    return false;
  }

  private isKnownAs(target: Target, id: string): boolean {
    switch (target) {
      case 'article':
        return this.articleIds.has(id);
      case 'fact':
        return true;
      case 'property':
        return this.register.property(id) !== undefined;
      case 'organisation':
      case 'person':
      case 'place':
      case 'document':
      case 'event':
        return this.register.find(target, id) !== undefined;
    }
  }

  /** True for a reference to a fact of an article that is not there. */
  private isInUnknownArticle({ id, targets }: IdUse): boolean {
    const hash = id.indexOf('#');
    return targets.includes('fact') && hash >= 0 && !this.articleIds.has(id.slice(0, hash));
  }

  article(uri: string): ArticleEntry | undefined {
    return this.articleFiles.get(uri);
  }

  sidecar(uri: string): SidecarEntry | undefined {
    return this.sidecarFiles.get(uri);
  }

  /** The text of any file of the corpus, with its lines. */
  source(uri: string): LinedText | undefined {
    const { kept } = this.sidecarFiles.get(uri) ?? this.articleFiles.get(uri) ?? {};
    return kept?.lined() ?? this.settingsFiles.get(uri)?.content;
  }

  /** The settings of a folder, as they are checked. */
  settings(uri: string): SettingsEntry | undefined {
    return this.settingsFiles.get(uri);
  }

  /** All articles, by URI. */
  articles(): readonly ArticleEntry[] {
    return sortedValues(this.articleFiles);
  }

  /** All sidecars, by URI. */
  sidecars(): readonly SidecarEntry[] {
    return sortedValues(this.sidecarFiles);
  }

  /** The sidecars of an article, by URI: commonly one. */
  sidecarsFor(articleUri: string): readonly SidecarEntry[] {
    return [...this.sidecarsOfArticle.get(articleUri)]
      .sort()
      .flatMap((uri) => this.sidecarFiles.get(uri) ?? [])
      .filter(({ link }) => link.kind === 'present' && link.uri === articleUri);
  }

  /** What is known of an article, with or without a sidecar. */
  infoOf(articleUri: string): ArticleInfo {
    const [first] = this.sidecarsFor(articleUri);
    return (
      first?.info ??
      this.articleFiles.get(articleUri)?.ownInfo ??
      articleInfo(null, null, this.options.financialYearStart)
    );
  }

  /** URIs of the sidecars, or articles without one, that an article id stands for, sorted. */
  filesOfArticleId(id: string): readonly string[] {
    return [...this.articleIds.filesOf(id)].sort();
  }

  /** The ids of all articles, sorted. */
  knownArticleIds(): readonly string[] {
    return [...this.articleIds.all()].sort();
  }

  /** The facts of a slot, ordered by place. */
  factsInSlot(slot: string): readonly BoundFact[] {
    return this.factsInSlotForNow(slot).map((bound) => this.hold(bound));
  }

  /** The same for whoever looks at them once: see {@link SidecarEntry.factsForNow}. */
  factsInSlotForNow(slot: string): readonly BoundFact[] {
    return this.factIndex.inSlot(slot);
  }

  /** The facts about a subject, ordered by place. */
  factsAbout(subject: string): readonly BoundFact[] {
    return this.factsAboutForNow(subject).map((bound) => this.hold(bound));
  }

  /** The same for whoever looks at them once. */
  factsAboutForNow(subject: string): readonly BoundFact[] {
    return this.factIndex.about(subject);
  }

  /** The same in no particular order, for whoever looks for a few of them. */
  eachFactAboutForNow(subject: string): Iterable<BoundFact> {
    return this.factIndex.eachAbout(subject);
  }

  /**
   * The facts about a subject that came and went since this was asked last, in order; undefined where
   * that is not known. For one asker: what is told is not told again.
   */
  takeFactSteps(subject: string): readonly FactStep[] | undefined {
    return this.factIndex.takeSteps(subject);
  }

  /** Every subject with each property that is stated of it and how many facts do, in no particular order. */
  eachTopic(): ReturnType<FactIndex['eachTopic']> {
    return this.factIndex.eachTopic();
  }

  /** Sidecars that use an id of one of these kinds, sorted. */
  usersOf(keys: Iterable<UseKey>): readonly SidecarEntry[] {
    const uris = new Set([...keys].flatMap((key) => [...this.users.of(key)]));
    return [...uris].sort().flatMap((uri) => this.sidecarFiles.get(uri) ?? []);
  }

  /** What the sidecars that use an id define, by file and place. */
  definitionsUsing(key: UseKey): readonly Definition[] {
    return [...this.users.definingUsersOf(key)]
      .sort()
      .flatMap((uri) => this.sidecarFiles.get(uri)?.defined.definitions ?? []);
  }

  /** All slots, for a check from scratch. */
  slotKeys(): Iterable<string> {
    return this.factIndex.slotKeys();
  }

  /** Whether a sidecar uses an id. */
  isUsed(key: UseKey): boolean {
    return this.users.has(key);
  }

  /** Whether an article mentions what an id stands for, as of the last {@link withMentions}. */
  isMentioned(kind: DefinitionKind, id: string): boolean {
    return this.index.isMentioned(idKey(kind, id));
  }

  /** How often all articles mention what an id stands for; while many are still to be read, as far as is known. */
  mentionCount(kind: DefinitionKind, id: string): MentionCount {
    return this.index.countOf(idKey(kind, id));
  }

  /** The articles that may mention what an id stands for or credit it, by URI: all that do, hardly any other. */
  articlesNaming(kind: DefinitionKind, id: string): readonly ArticleEntry[] {
    return this.articlesOf(this.index.mayMention(idKey(kind, id)));
  }

  /** The articles that may hold a figure that counts a subject, by URI: all that do, hardly any other. */
  articlesCounting(subject: string): readonly ArticleEntry[] {
    return this.articlesOf(this.index.mayCount(subject));
  }

  private articlesOf(uris: ReadonlySet<string>): readonly ArticleEntry[] {
    return [...uris].sort().flatMap((uri) => this.articleFiles.get(uri) ?? []);
  }

  /** How dates in these files are to be read. */
  get dateOptions(): DateOptions {
    const { financialYearStart } = this.options;
    return financialYearStart === undefined ? {} : { financialYearStart };
  }

  /**
   * Reads the articles whose mentions may be others, and says what follows from a change: the files to
   * be checked, with the articles that were read and the files that define what is now mentioned or
   * no longer; and the articles with figures that changed facts and definitions may contradict.
   */
  withMentions(change: Change): {
    readonly files: ReadonlySet<string>;
    readonly figures: ReadonlySet<string>;
  } {
    const files = new Set(change.files);
    const figures = new Set<string>();
    const { articles, flipped } = this.index.refresh();
    for (const uri of articles) {
      files.add(uri);
      figures.add(uri);
    }
    for (const key of flipped) {
      this.addDefiners(key, files);
    }
    for (const subject of change.counted) {
      for (const uri of this.index.counting(subject)) {
        figures.add(uri);
      }
    }
    for (const uri of change.places ? this.index.countingAnything() : []) {
      figures.add(uri);
    }
    for (const uri of articles) {
      this.readings.delete(uri);
    }
    return { files, figures };
  }

  /** Reads what one article mentions, if that may be something else now. */
  readMentions(uri: string): void {
    this.index.refreshOne(uri);
  }

  /** Reads what some of the articles mention whose mentions may be others. @returns whether there are more */
  readStaleMentions(most: number): boolean {
    const more = this.index.refreshSome(most);
    if (!more) {
      this.nameChanges = [];
    }
    return more;
  }

  /** Another object whenever an article's own text, its mentions or what its facts quote may be others. */
  readingOf(uri: string): object {
    const known = this.readings.get(uri);
    if (known !== undefined) {
      return known;
    }
    const reading = {};
    this.readings.set(uri, reading);
    return reading;
  }

  /** Another object whenever the facts about a subject, or what is defined, may be others. */
  recordOf(subject: string): object {
    const known = this.records.get(subject);
    if (known !== undefined) {
      return known;
    }
    const record = {};
    this.records.set(subject, record);
    return record;
  }

  private addDefiners(key: IdKey, files: Set<string>): void {
    for (const { uri } of this.register.definitionsOf(key)) {
      files.add(uri);
    }
  }

  /** The facts of a topic, ordered by place: for whoever looks at them once. */
  factsOfTopicForNow(topic: string): readonly BoundFact[] {
    return this.factIndex.ofTopic(topic, (bound) => this.hold(bound));
  }

  /** The figures of an article that stand before a mention of what they count. */
  countedIn(entry: ArticleEntry): readonly CountedFigure[] {
    const mentions = this.mentionsIn(entry);
    if (mentions.length === 0) {
      return [];
    }
    const known = this.countedCache.get(mentions);
    if (known !== undefined) {
      return known;
    }
    const counted = findCounted(entry.content, mentions);
    this.countedCache.set(mentions, counted);
    return counted;
  }

  private matcher(): NameMatcher {
    return (this.names ??= new NameMatcher(this.register.all()));
  }

  /** The mentions in an article's rendered text. */
  mentionsIn(entry: ArticleEntry): readonly Mention[] {
    const names = this.matcher();
    if (this.nameless.has(entry, names)) {
      return [];
    }
    const info = this.infoOf(entry.uri);
    const cached = this.mentionCache.get(entry.content);
    if (
      cached?.names === names &&
      cached.version === names.version &&
      cached.published === info.publishedText
    ) {
      return cached.mentions;
    }
    const mentions = findMentions(entry.content, info, names);
    this.mentionCache.set(entry.content, {
      names,
      version: names.version,
      published: info.publishedText,
      mentions,
    });
    return mentions;
  }
}

/**
 * Whether an edit leaves alone what a sidecar says of its article: within one fact it does, and that is the same
 * object then. Without it the facts decide whether an article is missed.
 */
function isTiedAsBefore({ link }: SidecarEntry, edit: SidecarBefore, now: Sidecar): boolean {
  return edit.sidecar.article === now.article && (now.article !== null || link.kind === 'present');
}

/** Whether places that kept their offsets may stand in other lines, or that is not known any more. */
function hasOtherLines(edit: SidecarBefore | undefined, { text }: Sidecar): boolean {
  if (edit === undefined) {
    return true;
  }
  const before = edit.sidecar.text;
  const { start, oldEnd, newEnd } = edit.change;
  const from = Math.max(0, start - 1); // with what is beside it: CR and LF together are one break
  return lineCount(before.slice(from, oldEnd + 1)) !== lineCount(text.slice(from, newEnd + 1));
}

function lineCount(text: string): number {
  return new LineIndex(text).lineCount;
}

/** A text that is not to be read is empty: it may have brought a process down. */
const noText = (): string => '';

/** What stays in memory of a file must not hold its text. */
function withoutText({ uri, unread, again }: FileAgain): Pick<FileAgain, 'uri' | 'unread'> & {
  readonly again: (() => string | undefined) | null;
} {
  return {
    uri,
    ...(unread === undefined ? {} : { unread }),
    again: unread === undefined ? (again ?? null) : noText,
  };
}

function usesOf(entry: SidecarEntry | undefined): Uses {
  return entry === undefined
    ? usesNothing
    : { keys: entry.useKeys, isDefining: entry.defined !== definesNothing };
}

function articleFormat(uri: string): ArticleFormat {
  return /\.txt$/i.test(uri) ? 'text' : 'markdown';
}

/** Facts are read as their property has it, and as nothing else does. */
function decidesHowFactsAreBound([key, reach]: readonly [IdKey, Reach]): boolean {
  return key.startsWith('property:') && isJudgedBy(reach);
}

/** `pct` of `entity:pct`. */
function idIn(key: IdKey): string {
  return key.slice(key.indexOf(':') + 1);
}

function isJudgedBy(reach: Reach | undefined): boolean {
  return reach === 'meant' || reach === 'known';
}

function isIdKey(key: UseKey): key is IdKey {
  return !key.startsWith('article:');
}

/** What can make the words of a Markdown text others than those of its source. */
const mayHaveMarks = /[*_[`<>&\\~]|[ \t]{2}[\r\n]|[\r\n][ \t]{2}/;

/** A fact's value can be ids, which count as uses by what its property says. */
function holdsIds({ value }: BoundFact): boolean {
  return value?.kind === 'entities';
}

function refersToFacts(bound: BoundFact): boolean {
  return bound.is('links') || bound.is('supersedes') || bound.is('acknowledged');
}

function isSameInfo(a: ArticleInfo, b: ArticleInfo): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Mentions depend on the article's text, on all names, and on the date that decides between two. */
interface CachedMentions {
  readonly names: NameMatcher;
  readonly version: number;
  readonly published: string | null;
  readonly mentions: readonly Mention[];
}

/** The articles a sidecar belongs to, or would if they were there. */
function expectedArticles(entry: SidecarEntry): readonly string[] {
  const { link } = entry;
  if (link.stated) {
    return link.kind === 'refused' ? [] : [link.uri];
  }
  return articlesBeside(entry.uri);
}

/** The sidecars that would stand beside an article. */
export function expectedSidecars(articleUri: string): readonly string[] {
  const folder = folderOf(articleUri);
  return sidecarEndings.map((ending) => inFolder(folder, stemOf(articleUri) + ending));
}

function sortedValues<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
