import type { CountedFigure } from './articleIndex.js';
import { MultiMap } from './multiMap.js';
import type { Mention } from './names.js';
import { idKey, type IdKey } from './register.js';

/** What an article mentions and counts, as far as other files depend on it. */
export interface ArticleReading {
  readonly mentions: readonly Mention[];
  readonly counted: readonly CountedFigure[];
  /** Ids that its front matter gives: its publisher and author. */
  readonly credited: readonly string[];
}

/**
 * Which articles mention what, kept up to date article by article. Articles are read again only
 * when somebody asks, so that reading a folder reads each of them once.
 */
export class MentionIndex {
  private readonly stale = new Set<string>();
  private readonly mentioned = new Map<string, ReadonlySet<IdKey>>();
  private readonly counts = new Map<string, ReadonlySet<string>>();
  private readonly articlesMentioning = new MultiMap<IdKey, string>();
  private readonly articlesCounting = new MultiMap<string, string>();

  /** @param read the mentions in an article; undefined for one that is not there any more */
  constructor(private readonly read: (uri: string) => ArticleReading | undefined) {}

  /** These articles, or the names they may mention, are others now. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.stale.add(uri);
    }
  }

  /**
   * Reads what is stale.
   * @returns the articles that were read, and the ids that were mentioned nowhere before or are now
   */
  refresh(): { readonly articles: ReadonlySet<string>; readonly flipped: ReadonlySet<IdKey> } {
    const articles = new Set(this.stale);
    this.stale.clear();
    const before = new Map<IdKey, boolean>();
    for (const uri of articles) {
      this.replace(uri, before);
    }
    const flipped = [...before].filter(([key, was]) => was !== this.isMentioned(key));
    return { articles, flipped: new Set(flipped.map(([key]) => key)) };
  }

  private replace(uri: string, before: Map<IdKey, boolean>): void {
    const reading = this.read(uri);
    const keys = new Set<IdKey>(
      reading?.mentions.flatMap(({ candidates }) =>
        candidates.map(({ definition }) => idKey(definition.kind, definition.id.value)),
      ),
    );
    for (const id of reading?.credited ?? []) {
      keys.add(`entity:${id}`);
    }
    for (const key of [...keys, ...(this.mentioned.get(uri) ?? [])]) {
      if (!before.has(key)) {
        before.set(key, this.isMentioned(key));
      }
    }
    update(this.articlesMentioning, this.mentioned, uri, keys);
    const subjects = new Set(reading?.counted.map(({ counted }) => counted.definition.id.value));
    update(this.articlesCounting, this.counts, uri, subjects);
  }

  /** As of the last {@link refresh}. */
  isMentioned(key: IdKey): boolean {
    return this.articlesMentioning.get(key).size > 0;
  }

  /** The articles that mention an id, and those that have not been read again since they changed. */
  mightMention(key: IdKey): ReadonlySet<string> {
    return new Set([...this.articlesMentioning.get(key), ...this.stale]);
  }

  /** The articles with a figure that counts a subject. */
  counting(subject: string): ReadonlySet<string> {
    return this.articlesCounting.get(subject);
  }

  /** The articles with any figure that counts something known. */
  countingAnything(): Iterable<string> {
    return this.counts.keys();
  }
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
