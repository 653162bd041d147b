/**
 * Lists of values by key, for whoever knows which are there: thousands of values may have one key, and a set of
 * them would take five times the room.
 */
export class PostingLists<K> {
  private readonly lists = new Map<K, string | string[]>();

  /** @param value one that the key does not have yet */
  add(key: K, value: string): void {
    const held = this.lists.get(key);
    if (held === undefined) {
      this.lists.set(key, value);
    } else if (typeof held === 'string') {
      this.lists.set(key, [held, value]);
    } else {
      held.push(value);
    }
  }

  /** Takes time with the number of values. */
  delete(key: K, value: string): void {
    const held = this.lists.get(key);
    if (held === value) {
      this.lists.delete(key);
    } else if (typeof held === 'object') {
      const at = held.indexOf(value);
      const last = at < 0 ? undefined : held.pop();
      if (last !== undefined && at < held.length) {
        held[at] = last;
      }
      if (held.length === 0) {
        this.lists.delete(key);
      }
    }
  }

  /** In no particular order. Not to be walked while the lists change. */
  get(key: K): readonly string[] {
    const held = this.lists.get(key);
    return held === undefined ? [] : typeof held === 'string' ? [held] : held;
  }

  count(key: K): number {
    return this.get(key).length;
  }
}
