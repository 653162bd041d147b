import { Beside } from '../text/beside.js';
import type { MappedText } from '../text/mappedText.js';
import { changeBetween, type TextChange } from '../text/textChange.js';

/** An article, as far as it matters here. */
interface Reading {
  readonly rendered: MappedText;
}

/** What was made of an article as it was before an edit, and how its rendered text changed since. */
export interface Earlier<T> {
  readonly made: T;
  readonly change: TextChange;
}

/**
 * Something that is made of articles, and of an edited one out of what was made before the edit. Of an
 * open file this keeps one earlier reading at most, until the thing is made of the newest.
 */
export class Revised<T> {
  static readonly #all = new Set<(before: Reading, now: Reading) => void>();
  readonly #made = new Beside<Reading, T>();
  readonly #earlier = new Beside<Reading, Reading>();

  constructor() {
    Revised.#all.add((before, now) => {
      this.#follow(before, now);
    });
  }

  /** Says that an article is another after an edit. */
  static edited(before: Reading, now: Reading): void {
    for (const follow of Revised.#all) follow(before, now);
  }

  #follow(before: Reading, now: Reading): void {
    const earlier = this.#made.get(before) !== undefined ? before : this.#earlier.get(before);
    if (earlier) this.#earlier.set(now, earlier);
  }

  get(article: Reading): T | undefined {
    return this.#made.get(article);
  }

  /** What was made before the last edits; undefined where nothing was. */
  earlier(article: Reading): Earlier<T> | undefined {
    const before = this.#earlier.get(article);
    const made = before && this.#made.get(before);
    if (!before || made === undefined) return undefined;
    return { made, change: changeOf(before, article) };
  }

  /** What came before is let go. */
  set(article: Reading, made: T): T {
    this.#made.set(article, made);
    this.#earlier.set(article, undefined);
    return made;
  }
}

interface KnownChange {
  readonly from: WeakRef<Reading>;
  readonly change: TextChange;
}

/** By the later article: how it differs from the one it was compared with last. */
const changes = new WeakMap<Reading, KnownChange>();

function changeOf(before: Reading, now: Reading): TextChange {
  const known = changes.get(now);
  if (known?.from.deref() === before) return known.change;
  const change = changeBetween(before.rendered.text, now.rendered.text);
  changes.set(now, { from: new WeakRef(before), change });
  return change;
}
