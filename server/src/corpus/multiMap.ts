/** A map from a key to a set of values. Empty sets are dropped; asking for one gives an empty set. */
export class MultiMap<K, V> {
  private readonly sets = new Map<K, Set<V>>();
  private readonly empty: ReadonlySet<V> = new Set<V>();

  add(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set === undefined) {
      this.sets.set(key, new Set([value]));
    } else {
      set.add(value);
    }
  }

  delete(key: K, value: V): void {
    const set = this.sets.get(key);
    if (set?.delete(value) === true && set.size === 0) {
      this.sets.delete(key);
    }
  }

  get(key: K): ReadonlySet<V> {
    return this.sets.get(key) ?? this.empty;
  }

  keys(): IterableIterator<K> {
    return this.sets.keys();
  }
}
