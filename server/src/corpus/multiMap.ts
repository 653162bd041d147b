/** From so many values on, a set finds one of them faster than a list. It takes four times the room. */
const MANY = 40;

/**
 * A map from a key to any number of values, each once. Most keys have one or two values: those cost
 * no set. Keys without values are dropped.
 */
export class MultiMap<K, V extends string | object> {
  private readonly values = new Map<K, V | V[] | Set<V>>();

  /** @returns whether the key had no value before */
  add(key: K, value: V): boolean {
    const held = this.values.get(key);
    if (held === undefined) {
      this.values.set(key, value);
    } else if (held instanceof Set) {
      held.add(value);
    } else if (!Array.isArray(held)) {
      if (held !== value) {
        this.values.set(key, [held, value]);
      }
    } else if (!held.includes(value)) {
      // A list that grows by itself keeps room for more, and so does one written `[...held, value]`.
      this.values.set(key, held.length < MANY ? held.concat(value) : new Set(held).add(value));
    }
    return held === undefined;
  }

  delete(key: K, value: V): void {
    const held = this.values.get(key);
    if (held instanceof Set) {
      if (held.delete(value) && held.size === 0) {
        this.values.delete(key);
      }
    } else if (Array.isArray(held)) {
      const at = held.indexOf(value);
      if (at >= 0) {
        held.splice(at, 1);
      }
      if (held.length === 0) {
        this.values.delete(key);
      }
    } else if (held === value) {
      this.values.delete(key);
    }
  }

  /** The values of a key, in no particular order. Not to be walked while the map changes. */
  get(key: K): Iterable<V> {
    const held = this.values.get(key);
    return held === undefined ? [] : held instanceof Set || Array.isArray(held) ? held : [held];
  }

  /** How many values a key has. */
  count(key: K): number {
    const held = this.values.get(key);
    return held === undefined
      ? 0
      : held instanceof Set
        ? held.size
        : Array.isArray(held)
          ? held.length
          : 1;
  }

  keys(): IterableIterator<K> {
    return this.values.keys();
  }
}
