import type { BoundFact } from '../corpus/boundFact.js';

/** Of so many files it is remembered: of those that are typed in, and no more. */
const FILES = 4;

/**
 * What a rule has found out about single facts of the files it checked last. A fact that an edit left
 * alone is the same object, so that only the others are looked at again. For what depends on the words
 * of the fact and on nothing else.
 */
export class FactMemo<T> {
  private readonly files = new Map<string, ReadonlyMap<BoundFact, T>>();

  /** @param find what is found out about a fact */
  constructor(private readonly find: (bound: BoundFact) => T) {}

  /** Of all facts of a file, by fact. */
  of(uri: string, facts: readonly BoundFact[]): ReadonlyMap<BoundFact, T> {
    const { files } = this;
    const before = files.get(uri);
    const now = new Map<BoundFact, T>();
    for (const bound of facts) {
      const known = before?.get(bound);
      now.set(bound, known ?? this.find(bound));
    }
    files.delete(uri);
    const [oldest] = files.size < FILES ? [] : files.keys();
    if (oldest !== undefined) {
      files.delete(oldest);
    }
    files.set(uri, now);
    return now;
  }
}
