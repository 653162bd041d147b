import type { KnownKeys } from '../text/yamlKnownKeys.js';
import type { YamlTape } from '../text/yamlTape.js';

/** What there is to be done about keys, found by their number where the scanner knows them. */
export class KeyTable<T extends object> {
  private known: KnownKeys | undefined;
  /** By the numbers of known keys; null for a word without an entry. */
  private byNumber: (T | null)[] = [];

  constructor(private readonly byWord: ReadonlyMap<string, T>) {}

  /** The entry of a key on a tape. */
  of(tape: YamlTape, key: number): T | null {
    const number = tape.knownKey(key);
    if (number < 0) {
      return this.byWord.get(tape.word(key)) ?? null;
    }
    if (tape.knownKeys !== this.known) {
      this.known = tape.knownKeys;
      this.byNumber = [];
    }
    // Numbers are given in turn, so that the list has no holes.
    while (this.byNumber.length <= number) {
      const word = this.known.word(this.byNumber.length);
      this.byNumber.push(this.byWord.get(word) ?? null);
    }
    return this.byNumber[number] ?? null;
  }
}
