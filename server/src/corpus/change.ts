import type { BoundFact } from './boundFact.js';
import type { Reach, UseKey } from './dependencies.js';
import type { IdKey } from './register.js';
import { topicKey } from './slot.js';

/** What a change touched: whose findings must be made again, and nothing else. */
export interface Change {
  /** Sidecars and articles. */
  readonly files: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  /** Keys of a subject with a property: see `topicKey`. */
  readonly topics: ReadonlySet<string>;
  /** Files in which facts or their words stand elsewhere now and say what they said. */
  readonly moved: ReadonlySet<string>;
  /** Ids of bodies of which other counts may be on record now. */
  readonly counted: ReadonlySet<string>;
  /** Whether places may be others, or parts of others. */
  readonly places: boolean;
  /** Whether what ties definitions to each other may be otherwise. */
  readonly register: boolean;
}

/** A change that touched nothing. */
export const noChange: Change = {
  files: new Set(),
  slots: new Set(),
  topics: new Set(),
  moved: new Set(),
  counted: new Set(),
  places: false,
  register: false,
};

/** What a change has touched so far. */
export class Dirty {
  readonly files = new Set<string>();
  readonly slots = new Set<string>();
  readonly topics = new Set<string>();
  readonly moved = new Set<string>();
  readonly counted = new Set<string>();
  /** Of the facts that were touched. */
  readonly subjects = new Set<string>();
  /** Ids of which what is on record points to a definition that is another object now. */
  readonly recorded = new Set<string>();
  /** Places that may be others, or parts of others. */
  readonly places = new Set<IdKey>();
  register = false;
  /** What is defined otherwise, and how far that reaches. */
  readonly keys = new Map<IdKey, Reach>();
  readonly articleIds = new Set<string>();
  /** Articles some of whose facts say something else now. */
  readonly factsOf = new Set<string>();
  /** Whether each touched article id stood for anything before the change. */
  readonly articleIdsBefore = new Map<string, boolean>();
  readonly rebound = new Set<string>();
  /** Those of them that use the same ids as before. */
  readonly usesSame = new Set<string>();
  /** Those of them that belong to the article they belonged to, and quote the same words of it. */
  readonly quotesSame = new Set<string>();
  /** Articles in which other things may be mentioned, or other words quoted, than before. */
  readonly articles = new Set<string>();
  idsChanged = false;

  /** Whether each touched id was used anywhere before the change. */
  readonly usedBefore = new Map<UseKey, boolean>();

  touchFact(bound: BoundFact): void {
    const { slot } = bound;
    this.topics.add(topicKey(bound));
    if (slot !== null) {
      this.slots.add(slot);
    }
    this.touchSubject(bound);
  }

  /** Where somebody else knows which slots and topics are touched. */
  touchSubject({ subject, propertyId }: BoundFact): void {
    this.subjects.add(subject);
    if (propertyId === 'count') {
      this.counted.add(subject);
    }
  }

  touchArticle(uri: string): void {
    this.files.add(uri);
    this.articles.add(uri);
  }

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

  /** What of it the findings have to follow. */
  get change(): Change {
    const { files, slots, topics, moved, counted, places, register } = this;
    return { files, slots, topics, moved, counted, places: places.size > 0, register };
  }
}
