import type { BoundFact } from '../corpus/boundFact.js';

/** Of so many files it is remembered: of those that are typed in, and no more. */
const FILES = 4;

/** What was found out about the facts of a file: about each what stands at its place. */
interface Found<T> {
  readonly facts: readonly BoundFact[];
  readonly found: readonly T[];
}

/**
 * What a rule has found out about single facts of the files it checked last. A fact that an edit left
 * alone is the same object, so that only the others are looked at again. For what depends on the words
 * of the fact and on nothing else.
 */
export class FactMemo<T> {
  private readonly files = new Map<string, Found<T>>();

  /** @param find what is found out about a fact */
  constructor(private readonly find: (bound: BoundFact) => T) {}

  /** Of all facts of a file, in their order. */
  of(uri: string, facts: readonly BoundFact[]): readonly T[] {
    const { files } = this;
    const before = byFact(files.get(uri));
    const found: T[] = [];
    for (const bound of facts) {
      found.push(before?.get(bound) ?? this.find(bound));
    }
    files.delete(uri);
    const [oldest] = files.size < FILES ? [] : files.keys();
    if (oldest !== undefined) {
      files.delete(oldest);
    }
    files.set(uri, { facts, found });
    return found;
  }
}

/** Most files are checked once, and need no such table. */
function byFact<T>(known: Found<T> | undefined): ReadonlyMap<BoundFact, T> | undefined {
  if (known === undefined) {
    return undefined;
  }
  const found = new Map<BoundFact, T>();
  known.found.forEach((what, at) => {
    const bound = known.facts[at];
    if (bound !== undefined) {
      found.set(bound, what);
    }
  });
  return found;
}
