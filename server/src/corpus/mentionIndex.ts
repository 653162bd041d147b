import type { CountedFigure } from './articleIndex.js';
import type { SharedKeys } from './dependencies.js';
import type { Mention, Named } from './names.js';
import { NamingTable, type MentionCount, type Naming } from './namingTable.js';
import { spaceOf, type IdKey } from './register.js';

export type { MentionCount, Naming };

/** What an article mentions and counts, as far as other files depend on it. */
export interface ArticleReading {
  readonly mentions: readonly Mention[];
  readonly counted: readonly CountedFigure[];
  /** Ids that its front matter gives: its publisher and author. */
  readonly credited: readonly string[];
}

/** So many articles are read while somebody waits. */
const FEW = 4;

/** So many articles can be looked at for changed names in the time that one takes to be read. */
const LOOKED_AT = 8;

/**
 * Which articles mention what, kept up to date article by article. Articles are read again only
 * when somebody asks, so that reading a folder reads each of them once.
 */
export class MentionIndex {
  private readonly stale = new Set<string>();
  /** To be looked at, since names are others. */
  private readonly renamed = new Set<string>();
  /** Since the last {@link refresh}: what was read, and whether ids that it names were mentioned before. */
  private fresh = new Set<string>();
  private before = new Map<IdKey, boolean>();
  private readonly table: NamingTable;
  /** What was taken in last, of a few articles: those beside which somebody types. */
  private readonly last = new Map<string, ArticleReading>();

  /**
   * @param read the mentions in an article; undefined for one that is not there any more
   * @param mayBeRenamed whether an article may mention others since names changed
   * @param keys one copy of each key
   */
  constructor(
    private readonly read: (uri: string) => ArticleReading | undefined,
    private readonly mayBeRenamed: (uri: string) => boolean,
    private readonly keys: SharedKeys,
  ) {
    this.table = new NamingTable(keys);
  }

  /** These articles, or the names they may mention, are others now. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.stale.add(uri);
    }
  }

  /** Names are others now, which most articles do not mention. */
  invalidateByNames(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.renamed.add(uri);
    }
  }

  /**
   * Reads what is stale.
   * @returns the articles that were read since the last time, and the ids that were mentioned nowhere
   * before or are now
   */
  refresh(): { readonly articles: ReadonlySet<string>; readonly flipped: ReadonlySet<IdKey> } {
    this.refreshSome(Infinity);
    const { fresh, before } = this;
    this.fresh = new Set();
    this.before = new Map();
    const flipped = [...before].filter(([key, was]) => was !== this.isMentioned(key));
    return { articles: fresh, flipped: new Set(flipped.map(([key]) => key)) };
  }

  /** Reads up to so many of the stale articles. @returns whether there are more */
  refreshSome(most: number): boolean {
    if (this.lookAtRenamed(most * LOOKED_AT)) {
      return true;
    }
    let left = most;
    for (const uri of this.stale) {
      if (left-- <= 0) {
        return true;
      }
      this.stale.delete(uri);
      this.fresh.add(uri);
      this.replace(uri);
    }
    return false;
  }

  /** Looks at up to so many articles for changed names. @returns whether there are more */
  private lookAtRenamed(most = Infinity): boolean {
    let left = most;
    for (const uri of this.renamed) {
      if (left-- <= 0) {
        return true;
      }
      this.renamed.delete(uri);
      if (!this.stale.has(uri) && this.mayBeRenamed(uri)) {
        this.stale.add(uri);
      }
    }
    return false;
  }

  /** Reads one article if it is stale. Whoever asks knows that it was read. */
  refreshOne(uri: string): void {
    const isRenamed = this.renamed.delete(uri) && this.mayBeRenamed(uri);
    if (this.stale.delete(uri) || isRenamed) {
      this.replace(uri);
    }
  }

  private replace(uri: string): void {
    const reading = this.read(uri);
    if (reading !== undefined && isSameReading(this.last.get(uri), reading)) {
      return; // its sidecar was typed in
    }
    this.remember(uri, reading);
    this.table.set(uri, this.namingIn(reading), (key, wasNamed) => {
      if (!this.before.has(key)) {
        this.before.set(key, wasNamed);
      }
    });
  }

  private namingIn(reading: ArticleReading | undefined): Naming {
    const mentioned = new Map<IdKey, number>();
    for (const [candidates, count] of timesOfEach(reading?.mentions ?? [])) {
      for (const { definition } of candidates) {
        const key = this.keys.of(spaceOf(definition.kind), definition.id.value);
        mentioned.set(key, (mentioned.get(key) ?? 0) + count);
      }
    }
    for (const id of reading?.credited ?? []) {
      const key = this.keys.of('entity', id);
      mentioned.set(key, mentioned.get(key) ?? 0);
    }
    const counted = new Set(reading?.counted.map(({ counted }) => counted.definition.id.value));
    return { mentioned, counted };
  }

  private remember(uri: string, reading: ArticleReading | undefined): void {
    this.last.delete(uri);
    if (reading !== undefined) {
      const [oldest] = this.last.size < FEW ? [] : this.last.keys();
      if (oldest !== undefined) {
        this.last.delete(oldest);
      }
      this.last.set(uri, reading);
    }
  }

  /** How often a key is mentioned. A few articles that are to be read again are read first. */
  countOf(key: IdKey): MentionCount {
    this.refreshSome(FEW);
    return this.table.countOf(key);
  }

  /** What an article names; null where it is to be read again. */
  namingOf(uri: string): Naming | null {
    return this.stale.has(uri) || this.renamed.has(uri) ? null : this.table.of(uri);
  }

  /** Takes over what an article that is new here names, without reading it. */
  adopt(uri: string, naming: Naming): void {
    this.table.set(uri, naming, () => undefined);
  }

  /** As of the last {@link refresh}. */
  isMentioned(key: IdKey): boolean {
    return this.table.isNamed(key);
  }

  /** The articles with a figure that counts a subject. */
  counting(subject: string): Iterable<string> {
    return this.table.counting(subject);
  }

  /** The articles that mention a key, or may: those that are to be read again are among them. */
  mayMention(key: IdKey): ReadonlySet<string> {
    this.lookAtRenamed();
    return new Set([...this.table.articlesNaming(key), ...this.stale]);
  }

  /** The articles with a figure that counts a subject, or that may hold one. */
  mayCount(subject: string): ReadonlySet<string> {
    this.lookAtRenamed();
    return new Set([...this.table.counting(subject), ...this.stale]);
  }

  /** The articles with any figure that counts something known. */
  countingAnything(): Iterable<string> {
    return this.table.countingAnything();
  }
}

/** How often each list of candidates is mentioned: most lists are shared by all mentions of a name. */
function timesOfEach(mentions: readonly Mention[]): ReadonlyMap<readonly Named[], number> {
  const times = new Map<readonly Named[], number>();
  for (const { candidates } of mentions) {
    times.set(candidates, (times.get(candidates) ?? 0) + 1);
  }
  return times;
}

/** Mentions that are the same object were found in the same text, by the same names. */
function isSameReading(
  last: ArticleReading | undefined,
  { mentions, counted, credited }: ArticleReading,
): boolean {
  return (
    last?.mentions === mentions &&
    last.counted === counted &&
    last.credited.length === credited.length &&
    last.credited.every((id, index) => id === credited[index])
  );
}
