import { parseArticle, type Article } from '../articles/article.js';
import { readSidecar } from '../sidecars/readSidecar.js';
import type { LineIndex } from '../text/lineIndex.js';
import type { DateOptions } from '../values/date.js';
import type { DefinitionKind } from '../sidecars/definition.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import { findCounted, type CountedFigure } from './articleIndex.js';
import { articleInfo, type ArticleInfo } from './articleInfo.js';
import { findArticle, type ArticleLink } from './articleLink.js';
import { bindFact } from './bind.js';
import type { BoundFact } from './boundFact.js';
import type { SourceFile } from './corpusFile.js';
import { changedEventSubjects, definitionChanges, useKeys, type UseKey } from './dependencies.js';
import { idUses, type IdUse } from './idUse.js';
import { MultiMap } from './multiMap.js';
import { findMentions } from './mentions.js';
import { MentionIndex } from './mentionIndex.js';
import { NameMatcher, type Mention } from './names.js';
import { idKey, Register, type IdKey } from './register.js';
import { settingsEntry, type SettingsEntry } from './settingsFile.js';
import { subjectOfSlot, topicKey } from './slot.js';
import { articleEndings, folderOf, inFolder, kindOfFile, sidecarEndings, stemOf } from './uri.js';

export type { SourceFile };

export interface CorpusOptions {
  /** In UTF-16 units; larger files are listed, not analysed. */
  readonly maxFileSize?: number;
  /** `MM-DD`. */
  readonly financialYearStart?: string;
}

export interface ArticleEntry {
  readonly uri: string;
  readonly root: string;
  readonly content: Article;
}

export interface SidecarEntry {
  readonly uri: string;
  readonly root: string;
  readonly content: Sidecar;
  readonly uses: readonly IdUse[];
  readonly link: ArticleLink;
  readonly info: ArticleInfo;
  readonly facts: readonly BoundFact[];
}

/** What a change touched: whose findings must be made again, and nothing else. */
export interface Change {
  /** Sidecars and articles. */
  readonly files: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  /** Keys of a subject with a property: see {@link topicKey}. */
  readonly topics: ReadonlySet<string>;
  /** Whether what is defined may be another, or stand elsewhere. */
  readonly register: boolean;
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
  private readonly slots = new MultiMap<string, BoundFact>();
  private readonly subjects = new MultiMap<string, BoundFact>();
  /** Sidecars by the keys of what they use: `entity:pct`, `article:003`. */
  private readonly users = new MultiMap<string, string>();
  /** Sidecars and lone articles by article id. */
  private readonly articleIds = new MultiMap<string, string>();
  private readonly loneArticleIds = new Map<string, string>();
  /** Sidecars by the articles they belong to or would belong to. */
  private readonly sidecarsOfArticle = new MultiMap<string, string>();
  /** Sidecars that use ids which stand for nothing. */
  private readonly withUnknownIds = new Set<string>();
  private names: NameMatcher | undefined;
  private readonly mentionCache = new WeakMap<Article, CachedMentions>();
  private readonly countedCache = new WeakMap<readonly Mention[], readonly CountedFigure[]>();
  private readonly index = new MentionIndex((uri) => {
    const entry = this.articleFiles.get(uri);
    if (entry === undefined) {
      return undefined;
    }
    const { publisher, author } = entry.content.frontMatter ?? {};
    return {
      mentions: this.mentionsIn(entry),
      counted: this.countedIn(entry),
      credited: [publisher, author].flatMap((named) => named?.value ?? []),
    };
  });

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
      dirty.files.add(uri);
      this.unlistLoneArticle(uri, dirty);
      this.rebindSidecarsOf(uri, dirty);
    }
    const entry = this.sidecarFiles.get(uri);
    if (entry !== undefined) {
      this.forgetSidecar(entry, dirty);
      this.sidecarFiles.delete(uri);
      this.withUnknownIds.delete(uri);
      this.register.remove(uri, entry.content.definitions);
      this.afterDefinitions(entry.content, null, dirty);
      this.listLoneArticles(entry, dirty);
    }
    return this.settle(dirty);
  }

  private setArticle(file: SourceFile): Change {
    const dirty = new Dirty();
    const format = /\.txt$/i.test(file.uri) ? 'text' : 'markdown';
    const maxSize = this.options.maxFileSize;
    const parsed = parseArticle(file.text, format, maxSize === undefined ? {} : { maxSize });
    const { unread } = file;
    const content: Article =
      unread === undefined
        ? parsed
        : { ...parsed, limit: { reason: 'size', readAs: 'nothing', message: unread } };
    this.unlistLoneArticle(file.uri, dirty);
    this.articleFiles.set(file.uri, { uri: file.uri, root: file.root, content });
    dirty.files.add(file.uri);
    this.rebindSidecarsOf(file.uri, dirty);
    this.listLoneArticle(file.uri, dirty);
    return this.settle(dirty);
  }

  private setSidecar(file: SourceFile): Change {
    const dirty = new Dirty();
    const old = this.sidecarFiles.get(file.uri);
    const maxSize = this.options.maxFileSize;
    const read = readSidecar(file.text, maxSize === undefined ? {} : { maxSize });
    const content = file.unread === undefined ? read : { ...read, notAnalysed: file.unread };
    if (old !== undefined) {
      this.forgetSidecar(old, dirty);
      this.register.remove(file.uri, old.content.definitions);
    }
    this.register.add(file.uri, content.definitions);
    this.bindSidecar(file.uri, file.root, content, dirty);
    this.afterDefinitions(old?.content ?? null, content, dirty);
    if (old !== undefined) {
      this.listLoneArticles(old, dirty);
    }
    return this.settle(dirty);
  }

  /** Looks everything up again in a sidecar whose text is as before. */
  private rebind(uri: string, dirty: Dirty): void {
    const entry = this.sidecarFiles.get(uri);
    if (entry !== undefined && !dirty.rebound.has(uri)) {
      this.forgetSidecar(entry, dirty);
      this.bindSidecar(uri, entry.root, entry.content, dirty);
    }
  }

  private bindSidecar(uri: string, root: string, content: Sidecar, dirty: Dirty): void {
    dirty.rebound.add(uri);
    dirty.files.add(uri);
    const link = findArticle(uri, root, content, (other) => this.articleFiles.has(other));
    const article = link.kind === 'present' ? (this.articleFiles.get(link.uri) ?? null) : null;
    const { financialYearStart } = this.options;
    const info = articleInfo({ uri, content }, article, financialYearStart);
    const context = {
      uri,
      article: info,
      property: (id: string) => this.register.property(id),
      financialYearStart,
    };
    const facts = content.facts.map((fact) => bindFact(fact, context));
    const uses = idUses(content);
    const entry: SidecarEntry = { uri, root, content, uses, link, info, facts };
    this.sidecarFiles.set(uri, entry);
    for (const expected of expectedArticles(entry)) {
      this.sidecarsOfArticle.add(expected, uri);
      if (this.articleFiles.has(expected)) {
        this.unlistLoneArticle(expected, dirty);
        dirty.files.add(expected);
      }
    }
    this.addArticleId(info.id, uri, dirty);
    for (const key of useKeys(entry)) {
      dirty.touchUse(key, this.isUsed(key));
      this.users.add(key, uri);
    }
    for (const bound of facts) {
      this.subjects.add(bound.fact.subject?.value ?? '', bound);
      dirty.topics.add(topicKey(bound));
      if (bound.slot !== null) {
        this.slots.add(bound.slot, bound);
        dirty.slots.add(bound.slot);
      }
    }
  }

  private forgetSidecar(entry: SidecarEntry, dirty: Dirty): void {
    dirty.files.add(entry.uri);
    for (const bound of entry.facts) {
      this.subjects.delete(bound.fact.subject?.value ?? '', bound);
      dirty.topics.add(topicKey(bound));
      if (bound.slot !== null) {
        this.slots.delete(bound.slot, bound);
        dirty.slots.add(bound.slot);
      }
    }
    for (const key of useKeys(entry)) {
      dirty.touchUse(key, this.isUsed(key));
      this.users.delete(key, entry.uri);
    }
    for (const expected of expectedArticles(entry)) {
      this.sidecarsOfArticle.delete(expected, entry.uri);
    }
    this.deleteArticleId(entry.info.id, entry.uri, dirty);
  }

  private rebindSidecarsOf(articleUri: string, dirty: Dirty): void {
    for (const uri of [...this.sidecarsOfArticle.get(articleUri)]) {
      this.rebind(uri, dirty);
      // Whether its article is a draft decides what its events are worth.
      dirty.register ||= definesAnything(this.sidecarFiles.get(uri)?.content ?? null);
    }
  }

  /**
   * An article without a sidecar can still be named, in `basedOn`, by its own id. `a.txt` beside
   * `a.md` and `a.facts.yaml` is another form of that article, and no article of its own.
   */
  private listLoneArticle(uri: string, dirty: Dirty): void {
    const entry = this.articleFiles.get(uri);
    if (entry !== undefined && this.sidecarsOfArticle.get(uri).size === 0) {
      const { id } = articleInfo(null, entry, this.options.financialYearStart);
      this.loneArticleIds.set(uri, id);
      this.addArticleId(id, uri, dirty);
    }
  }

  private listLoneArticles(entry: SidecarEntry, dirty: Dirty): void {
    for (const uri of expectedArticles(entry)) {
      dirty.files.add(uri);
      this.listLoneArticle(uri, dirty);
    }
  }

  private unlistLoneArticle(uri: string, dirty: Dirty): void {
    const id = this.loneArticleIds.get(uri);
    if (id !== undefined) {
      this.loneArticleIds.delete(uri);
      this.deleteArticleId(id, uri, dirty);
    }
  }

  private addArticleId(id: string, uri: string, dirty: Dirty): void {
    dirty.touchArticleId(id, this.isArticleId(id));
    this.articleIds.add(id, uri);
  }

  private deleteArticleId(id: string, uri: string, dirty: Dirty): void {
    dirty.touchArticleId(id, this.isArticleId(id));
    this.articleIds.delete(id, uri);
  }

  private isArticleId(id: string): boolean {
    return this.articleIds.get(id).size > 0;
  }

  /** Follows changed definitions to what depends on them. */
  private afterDefinitions(before: Sidecar | null, after: Sidecar | null, dirty: Dirty): void {
    const { changed, names, ids } = definitionChanges(before, after);
    dirty.register ||= definesAnything(before) || definesAnything(after);
    for (const key of changed) {
      dirty.keys.add(key);
    }
    if (names) {
      this.names = undefined;
    }
    dirty.idsChanged ||= ids;
    for (const { kind, id } of [...(before?.definitions ?? []), ...(after?.definitions ?? [])]) {
      // Findings about one id in two places point from each to the other.
      const named = this.register.definitionsOf(idKey(kind, id.value));
      for (const { uri } of named.length > 1 ? named : []) {
        dirty.files.add(uri);
      }
    }
    const explained = changedEventSubjects(before, after);
    if (explained.size > 0) {
      // An event can explain a change of value in any slot of its subject.
      for (const slot of this.slots.keys()) {
        if (explained.has(subjectOfSlot(slot))) {
          dirty.slots.add(slot);
        }
      }
    }
  }

  /** Spreads a change to all that depends on it, and says what was touched. */
  private settle(dirty: Dirty): Change {
    for (const key of dirty.keys) {
      for (const { uri } of this.register.definitionsOf(key)) {
        dirty.files.add(uri);
      }
      for (const uri of [...this.users.get(key)]) {
        this.rebind(uri, dirty);
      }
    }
    const seen = new Set<string>();
    // An article's id reaches those that name it, and what is based on those in turn.
    for (let ids = [...dirty.articleIds]; ids.length > 0; ids = [...dirty.articleIds]) {
      dirty.articleIds.clear();
      for (const id of ids.filter((next) => !seen.has(next))) {
        seen.add(id);
        for (const uri of [...this.users.get(`article:${id}`)]) {
          this.rebind(uri, dirty);
        }
        for (const uri of this.articleIds.get(id)) {
          dirty.files.add(uri);
        }
      }
    }
    for (const uri of dirty.rebound) {
      this.listUnknownIds(uri);
    }
    for (const [id, wasKnown] of dirty.articleIdsBefore) {
      dirty.idsChanged ||= wasKnown !== this.isArticleId(id);
    }
    if (dirty.idsChanged) {
      // Suggestions for unknown ids speak of all known ones.
      for (const uri of this.withUnknownIds) {
        dirty.files.add(uri);
      }
    }
    this.index.invalidate(this.names === undefined ? this.articleFiles.keys() : []);
    this.index.invalidate(
      [...dirty.files].filter((uri) => this.articleFiles.has(uri) || kindOfFile(uri) === 'article'),
    );
    for (const [key, wasUsed] of dirty.usedBefore) {
      if (this.isUsed(key) !== wasUsed && isIdKey(key)) {
        this.addDefiners(key, dirty.files);
      }
    }
    return {
      files: dirty.files,
      slots: dirty.slots,
      topics: dirty.topics,
      register: dirty.register,
    };
  }

  /** What an id stands for decides how a file is bound: whoever uses a changed one is bound again. */
  private listUnknownIds(uri: string): void {
    const { uses = [] } = this.sidecarFiles.get(uri) ?? {};
    if (uses.some((use) => !this.isKnown(use) || this.isInUnknownArticle(use))) {
      this.withUnknownIds.add(uri);
    } else {
      this.withUnknownIds.delete(uri);
    }
  }

  /** True when an id stands for something in the corpus. Fact references are looked up by a rule. */
  isKnown(use: IdUse): boolean {
    return use.targets.some((target) => {
      switch (target) {
        case 'article':
          return this.isArticleId(use.id);
        case 'fact':
          return true;
        case 'property':
          return this.register.property(use.id) !== undefined;
        case 'organisation':
        case 'person':
        case 'place':
        case 'document':
        case 'event':
          return this.register.find(target, use.id) !== undefined;
      }
    });
  }

  /** True for a reference to a fact of an article that is not there. */
  private isInUnknownArticle({ id, targets }: IdUse): boolean {
    const hash = id.indexOf('#');
    return targets.includes('fact') && hash >= 0 && !this.isArticleId(id.slice(0, hash));
  }

  article(uri: string): ArticleEntry | undefined {
    return this.articleFiles.get(uri);
  }

  sidecar(uri: string): SidecarEntry | undefined {
    return this.sidecarFiles.get(uri);
  }

  /** The text of any file of the corpus, with its lines. */
  source(uri: string): { readonly text: string; readonly lines: LineIndex } | undefined {
    return (this.sidecarFiles.get(uri) ?? this.articleFiles.get(uri) ?? this.settingsFiles.get(uri))
      ?.content;
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
    const entry = this.articleFiles.get(articleUri) ?? null;
    return first?.info ?? articleInfo(null, entry, this.options.financialYearStart);
  }

  /** URIs of the sidecars, or articles without one, that an article id stands for, sorted. */
  filesOfArticleId(id: string): readonly string[] {
    return [...this.articleIds.get(id)].sort();
  }

  /** The ids of all articles, sorted. */
  knownArticleIds(): readonly string[] {
    return [...this.articleIds.keys()].sort();
  }

  /** The facts of a slot, ordered by place. */
  factsInSlot(slot: string): readonly BoundFact[] {
    return [...this.slots.get(slot)].sort(byPlace);
  }

  /** The facts about a subject, ordered by place. */
  factsAbout(subject: string): readonly BoundFact[] {
    return [...this.subjects.get(subject)].sort(byPlace);
  }

  /** Sidecars that use an id of one of these kinds, sorted. */
  usersOf(keys: Iterable<UseKey>): readonly SidecarEntry[] {
    const uris = new Set([...keys].flatMap((key) => [...this.users.get(key)]));
    return [...uris].sort().flatMap((uri) => this.sidecarFiles.get(uri) ?? []);
  }

  /** All slots, for a check from scratch. */
  slotKeys(): Iterable<string> {
    return this.slots.keys();
  }

  /** Whether a sidecar uses an id. */
  isUsed(key: UseKey): boolean {
    return this.users.get(key).size > 0;
  }

  /** Whether an article mentions what an id stands for, as of the last {@link refreshMentions}. */
  isMentioned(kind: DefinitionKind, id: string): boolean {
    return this.index.isMentioned(idKey(kind, id));
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
   * Reads the articles whose mentions may be others, and adds to a change what follows from that:
   * those articles, the files that define what is now mentioned or no longer, and the articles with
   * figures that the changed facts and definitions may contradict.
   */
  withMentions(change: Change): ReadonlySet<string> {
    const files = new Set(change.files);
    const { articles, flipped } = this.index.refresh();
    for (const uri of articles) {
      files.add(uri);
    }
    for (const key of flipped) {
      this.addDefiners(key, files);
    }
    for (const topic of change.topics) {
      for (const uri of this.index.counting(subjectOfSlot(topic))) {
        files.add(uri);
      }
    }
    for (const uri of change.register ? this.index.countingAnything() : []) {
      files.add(uri);
    }
    return files;
  }

  private addDefiners(key: IdKey, files: Set<string>): void {
    for (const { uri } of this.register.definitionsOf(key)) {
      files.add(uri);
    }
  }

  /** The facts of a topic, ordered by place. */
  factsOfTopic(topic: string): readonly BoundFact[] {
    return this.factsAbout(subjectOfSlot(topic)).filter((bound) => topicKey(bound) === topic);
  }

  /** The figures of an article that stand before a mention of what they count. */
  countedIn(entry: ArticleEntry): readonly CountedFigure[] {
    const mentions = this.mentionsIn(entry);
    const known = this.countedCache.get(mentions);
    if (known !== undefined) {
      return known;
    }
    const counted = findCounted(entry.content, mentions);
    this.countedCache.set(mentions, counted);
    return counted;
  }

  /** The mentions in an article's rendered text. */
  mentionsIn(entry: ArticleEntry): readonly Mention[] {
    this.names ??= new NameMatcher(this.register.all());
    const info = this.infoOf(entry.uri);
    const cached = this.mentionCache.get(entry.content);
    if (cached?.names === this.names && cached.published === info.publishedText) {
      return cached.mentions;
    }
    const mentions = findMentions(entry.content, info, this.names);
    this.mentionCache.set(entry.content, {
      names: this.names,
      published: info.publishedText,
      mentions,
    });
    return mentions;
  }
}

function isIdKey(key: UseKey): key is IdKey {
  return !key.startsWith('article:');
}

function definesAnything(sidecar: Sidecar | null): boolean {
  return (sidecar?.definitions.length ?? 0) > 0;
}

/** Mentions depend on the article's text, on all names, and on the date that decides between two. */
interface CachedMentions {
  readonly names: NameMatcher;
  readonly published: string | null;
  readonly mentions: readonly Mention[];
}

const noChange: Change = { files: new Set(), slots: new Set(), topics: new Set(), register: false };

/** What a change has touched so far. */
class Dirty {
  readonly files = new Set<string>();
  readonly slots = new Set<string>();
  readonly topics = new Set<string>();
  register = false;
  readonly keys = new Set<IdKey>();
  readonly articleIds = new Set<string>();
  /** Whether each touched article id stood for anything before the change. */
  readonly articleIdsBefore = new Map<string, boolean>();
  readonly rebound = new Set<string>();
  idsChanged = false;

  /** Whether each touched id was used anywhere before the change. */
  readonly usedBefore = new Map<UseKey, boolean>();

  touchUse(key: UseKey, isUsed: boolean): void {
    if (!this.usedBefore.has(key)) {
      this.usedBefore.set(key, isUsed);
    }
  }

  touchArticleId(id: string, isKnown: boolean): void {
    this.articleIds.add(id);
    if (!this.articleIdsBefore.has(id)) {
      this.articleIdsBefore.set(id, isKnown);
    }
  }
}

/** The articles a sidecar belongs to, or would if they were there. */
function expectedArticles(entry: SidecarEntry): readonly string[] {
  const { link } = entry;
  if (link.stated) {
    return link.kind === 'refused' ? [] : [link.uri];
  }
  const folder = folderOf(entry.uri);
  const stem = stemOf(entry.uri);
  return articleEndings.map((ending) => inFolder(folder, stem + ending));
}

/** The sidecars that would stand beside an article. */
export function expectedSidecars(articleUri: string): readonly string[] {
  const folder = folderOf(articleUri);
  return sidecarEndings.map((ending) => inFolder(folder, stemOf(articleUri) + ending));
}

function sortedValues<T>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function byPlace(a: BoundFact, b: BoundFact): number {
  return a.uri === b.uri ? a.fact.index - b.fact.index : a.uri < b.uri ? -1 : 1;
}
