import type { Dirty } from './change.js';
import { MultiMap } from './multiMap.js';

/** Which files each article id stands for: sidecars, and articles that have none. */
export class ArticleIds {
  private readonly files = new MultiMap<string, string>();
  /** The ids of the articles without a sidecar. */
  private readonly lone = new Map<string, string>();

  add(id: string, uri: string, dirty: Dirty): void {
    dirty.touchArticleId(id, this.has(id));
    this.files.add(id, uri);
  }

  delete(id: string, uri: string, dirty: Dirty): void {
    dirty.touchArticleId(id, this.has(id));
    this.files.delete(id, uri);
  }

  /** An article has no sidecar, so that its id is its own. */
  addLone(id: string, uri: string, dirty: Dirty): void {
    this.lone.set(uri, id);
    this.add(id, uri, dirty);
  }

  /** The article has a sidecar now, or is gone. */
  deleteLone(uri: string, dirty: Dirty): void {
    const id = this.lone.get(uri);
    if (id !== undefined) {
      this.lone.delete(uri);
      this.delete(id, uri, dirty);
    }
  }

  has(id: string): boolean {
    return this.files.count(id) > 0;
  }

  /** In no particular order. */
  filesOf(id: string): Iterable<string> {
    return this.files.get(id);
  }

  /** In no particular order. */
  all(): Iterable<string> {
    return this.files.keys();
  }
}
