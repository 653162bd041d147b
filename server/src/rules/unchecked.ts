import type { Change } from '../corpus/change.js';

/** Changes put together, so that a slot is checked once and not with each of its facts. */
export class Unchecked {
  readonly files = new Set<string>();
  /** Articles whose figures are to be compared with the record again. */
  readonly figures = new Set<string>();
  readonly slots = new Set<string>();
  readonly topics = new Set<string>();
  readonly moved = new Set<string>();
  readonly counted = new Set<string>();
  places = false;
  register = false;

  add(change: Change): void {
    addAll(this.files, change.files);
    addAll(this.slots, change.slots);
    addAll(this.topics, change.topics);
    addAll(this.moved, change.moved);
    addAll(this.counted, change.counted);
    this.places ||= change.places;
    this.register ||= change.register;
  }

  get isEmpty(): boolean {
    return (
      !this.register && this.files.size + this.slots.size + this.topics.size + this.moved.size === 0
    );
  }

  /** Whether no figures are left either. */
  get isDone(): boolean {
    return this.isEmpty && this.figures.size === 0;
  }
}

/** Takes one out of a set; undefined from an empty one. */
export function takeOne<T>(set: Set<T>): T | undefined {
  if (set.size === 0) {
    return undefined; // a walk that has come to an end would see nothing of what is added later
  }
  // From the start it would pass over all that was taken before, each time.
  let walk = walks.get(set) as Iterator<T, undefined> | undefined;
  if (walk === undefined) {
    walk = set.values();
    walks.set(set, walk);
  }
  const { value } = walk.next();
  set.delete(value as T);
  return value;
}

const walks = new WeakMap<Set<unknown>, Iterator<unknown>>();

function addAll<T>(to: Set<T>, from: Iterable<T>): void {
  for (const item of from) {
    to.add(item);
  }
}
