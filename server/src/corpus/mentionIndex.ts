import type { CountedFigure } from './articleIndex.js';
import type { SharedKeys } from './dependencies.js';
import { MultiMap } from './multiMap.js';
import type { Mention, Named } from './names.js';
import { spaceOf, type IdKey } from './register.js';

/** What an article mentions and counts, as far as other files depend on it. */
export interface ArticleReading {
  readonly mentions: readonly Mention[];
  readonly counted: readonly CountedFigure[];
  /** Ids that its front matter gives: its publisher and author. */
  readonly credited: readonly string[];
}

/** How often something is mentioned, and in how many articles. */
export interface MentionCount {
  readonly mentions: number;
  readonly articles: number;
}

const never: MentionCount = { mentions: 0, articles: 0 };

/** So many articles are read while somebody waits. */
const FEW = 4;

/** So many articles can be looked at for changed names in the time that one takes to be read. */
const LOOKED_AT = 8;
/** The keys of what an article mentions or credits, and the ids of what its figures count. */
export interface Naming {
  /** With how often it is mentioned: never, where it is only credited. */
  readonly mentioned: ReadonlyMap<IdKey, number>;
  readonly counted: ReadonlySet<string>;
}

/** How often an article mentions each of some keys: two lists, since a map of its own takes thrice the room. */
interface Times {
  readonly keys: readonly IdKey[];
  readonly counts: readonly number[];
}

const nothing: ReadonlySet<never> = new Set<never>();
const nobody: ReadonlyMap<never, number> = new Map<never, number>();

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
  private readonly mentioned = new Map<string, Times>();
  /** How often each is mentioned in all, and in how many articles. */
  private readonly totals = new Map<IdKey, MentionCount>();
  private readonly counts = new Map<string, ReadonlySet<string>>();
  /** What was taken in last, of a few articles: those beside which somebody types. */
  private readonly last = new Map<string, ArticleReading>();
  private readonly articlesMentioning = new MultiMap<IdKey, string>();
  private readonly articlesCounting = new MultiMap<string, string>();

  /**
   * @param read the mentions in an article; undefined for one that is not there any more
   * @param mayBeRenamed whether an article may mention others since names changed
   * @param keys one copy of each key
   */
  constructor(
    private readonly read: (uri: string) => ArticleReading | undefined,
    private readonly mayBeRenamed: (uri: string) => boolean,
    private readonly keys: SharedKeys,
  ) {}

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
    const { before } = this;
    const reading = this.read(uri);
    if (reading !== undefined && isSameReading(this.last.get(uri), reading)) {
      return; // its sidecar was typed in
    }
    this.remember(uri, reading);
    const times = new Map<IdKey, number>();
    for (const [candidates, count] of timesOfEach(reading?.mentions ?? [])) {
      for (const { definition } of candidates) {
        const key = this.keys.of(spaceOf(definition.kind), definition.id.value);
        times.set(key, (times.get(key) ?? 0) + count);
      }
    }
    for (const id of reading?.credited ?? []) {
      const key = this.keys.of('entity', id);
      times.set(key, times.get(key) ?? 0);
    }
    for (const key of [...times.keys(), ...(this.mentioned.get(uri)?.keys ?? [])]) {
      if (!before.has(key)) {
        before.set(key, this.isMentioned(key));
      }
    }
    this.setMentioned(uri, times);
    const subjects = new Set(reading?.counted.map(({ counted }) => counted.definition.id.value));
    update(this.articlesCounting, this.counts, uri, subjects);
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

  private setMentioned(uri: string, times: ReadonlyMap<IdKey, number>): void {
    const old = this.mentionedIn(uri);
    for (const [key, count] of old) {
      this.count(key, -count, count > 0 ? -1 : 0);
      if (!times.has(key)) {
        this.articlesMentioning.delete(key, uri);
      }
    }
    for (const [key, count] of times) {
      this.count(key, count, count > 0 ? 1 : 0);
      if (!old.has(key)) {
        this.articlesMentioning.add(key, uri);
      }
    }
    if (times.size === 0) {
      this.mentioned.delete(uri);
    } else {
      this.mentioned.set(uri, { keys: [...times.keys()], counts: [...times.values()] });
    }
  }

  private mentionedIn(uri: string): ReadonlyMap<IdKey, number> {
    const times = this.mentioned.get(uri);
    return times === undefined
      ? nobody
      : new Map(times.keys.map((key, n) => [key, times.counts[n] ?? 0]));
  }

  private count(key: IdKey, mentions: number, articles: number): void {
    const total = this.totals.get(key) ?? never;
    const now = { mentions: total.mentions + mentions, articles: total.articles + articles };
    if (now.articles === 0) {
      this.totals.delete(key);
    } else {
      this.totals.set(key, now);
    }
  }

  /** How often a key is mentioned. A few articles that are to be read again are read first. */
  countOf(key: IdKey): MentionCount {
    this.refreshSome(FEW);
    return this.totals.get(key) ?? never;
  }

  /** What an article names; null where it is to be read again. */
  namingOf(uri: string): Naming | null {
    return this.stale.has(uri) || this.renamed.has(uri)
      ? null
      : {
          mentioned: this.mentionedIn(uri),
          counted: this.counts.get(uri) ?? nothing,
        };
  }

  /** Takes over what an article that is new here names, without reading it. */
  adopt(uri: string, { mentioned, counted }: Naming): void {
    this.setMentioned(uri, mentioned);
    update(this.articlesCounting, this.counts, uri, counted);
  }

  /** As of the last {@link refresh}. */
  isMentioned(key: IdKey): boolean {
    return this.articlesMentioning.count(key) > 0;
  }

  /** The articles with a figure that counts a subject. */
  counting(subject: string): Iterable<string> {
    return this.articlesCounting.get(subject);
  }

  /** The articles that mention a key, or may: those that are to be read again are among them. */
  mayMention(key: IdKey): ReadonlySet<string> {
    this.lookAtRenamed();
    return new Set([...this.articlesMentioning.get(key), ...this.stale]);
  }

  /** The articles with a figure that counts a subject, or that may hold one. */
  mayCount(subject: string): ReadonlySet<string> {
    this.lookAtRenamed();
    return new Set([...this.articlesCounting.get(subject), ...this.stale]);
  }

  /** The articles with any figure that counts something known. */
  countingAnything(): Iterable<string> {
    return this.counts.keys();
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

function update<K>(
  index: MultiMap<K, string>,
  known: Map<string, ReadonlySet<K>>,
  uri: string,
  now: ReadonlySet<K>,
): void {
  for (const key of known.get(uri) ?? []) {
    index.delete(key, uri);
  }
  for (const key of now) {
    index.add(key, uri);
  }
  if (now.size === 0) {
    known.delete(uri);
  } else {
    known.set(uri, now);
  }
}
