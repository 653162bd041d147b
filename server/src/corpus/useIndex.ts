import type { Dirty } from './change.js';
import type { UseKey } from './dependencies.js';
import { MultiMap } from './multiMap.js';
import { PostingLists } from './postingLists.js';

/** What a sidecar uses. */
export interface Uses {
  readonly keys: readonly UseKey[];
  /** Whether it defines something, too. */
  readonly isDefining: boolean;
}

export const usesNothing: Uses = { keys: [], isDefining: false };

const noKeys: ReadonlySet<UseKey> = new Set();

/** Sidecars by the keys of what they use: `entity:pct`, `article:003`. */
export class UseIndex {
  private readonly users = new PostingLists<UseKey>();
  /** The same of those that define something: few, where many use an id. */
  private readonly definingUsers = new MultiMap<UseKey, string>();

  /** A sidecar uses something else than before. */
  replace(uri: string, before: Uses, now: Uses, dirty: Dirty): void {
    if (before.keys === now.keys && before.isDefining === now.isDefining) {
      return;
    }
    if (before.keys.length === 0) {
      this.addAll(uri, now, dirty); // as when a folder is read
      return;
    }
    const [old, keys] = [new Set(before.keys), new Set(now.keys)];
    for (const key of old) {
      if (!keys.has(key)) {
        dirty.touchUse(key, this.has(key));
        this.users.delete(key, uri);
      }
    }
    for (const key of keys) {
      if (!old.has(key)) {
        dirty.touchUse(key, this.has(key));
        this.users.add(key, uri);
      }
    }
    this.replaceDefining(uri, before.isDefining ? old : noKeys, now.isDefining ? keys : noKeys);
  }

  private addAll(uri: string, { keys, isDefining }: Uses, dirty: Dirty): void {
    for (const key of keys) {
      dirty.touchUse(key, this.has(key));
      this.users.add(key, uri);
      if (isDefining) {
        this.definingUsers.add(key, uri);
      }
    }
  }

  private replaceDefining(uri: string, old: ReadonlySet<UseKey>, keys: ReadonlySet<UseKey>): void {
    for (const key of old) {
      if (!keys.has(key)) {
        this.definingUsers.delete(key, uri);
      }
    }
    for (const key of keys) {
      if (!old.has(key)) {
        this.definingUsers.add(key, uri);
      }
    }
  }

  has(key: UseKey): boolean {
    return this.users.count(key) > 0;
  }

  /** The sidecars that use it, in no particular order. Not to be walked while uses change. */
  of(key: UseKey): Iterable<string> {
    return this.users.get(key);
  }

  /** Those of them that define something. */
  definingUsersOf(key: UseKey): Iterable<string> {
    return this.definingUsers.get(key);
  }
}
