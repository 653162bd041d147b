import { firstPast } from '../text/firstPast.js';
import type { BoundFact } from './boundFact.js';

/** Of so many topics the order is kept. */
const MOST = 16;

/**
 * The facts of the topics that were asked for last, ordered by place. A topic may have thousands of facts, of
 * which a key changes one: the others need not be put in order again.
 */
export class OrderedFacts {
  /** Of a topic that was asked for once nothing is kept yet: null. */
  private readonly lists = new Map<string, readonly BoundFact[] | null>();

  /**
   * @param facts those of the topic, in any order: asked for where its order is not known
   * @param hold makes of a fact the object that can be kept
   */
  of(
    topic: string,
    facts: () => Iterable<BoundFact>,
    hold: (bound: BoundFact) => BoundFact,
  ): readonly BoundFact[] {
    const known = this.lists.get(topic);
    const list = known ?? inOrder(facts());
    this.lists.delete(topic); // the last one asked for goes to the end
    this.lists.set(topic, known === null ? list.map(hold) : (known ?? null));
    if (this.lists.size > MOST) {
      const [oldest = ''] = this.lists.keys();
      this.lists.delete(oldest);
    }
    return this.lists.get(topic) ?? list;
  }

  /** Whether anything is kept at all. */
  get isEmpty(): boolean {
    return this.lists.size === 0;
  }

  add(topic: string, bound: BoundFact): void {
    const list = this.lists.get(topic);
    if (list == null) {
      return;
    }
    bound.isHeld = true;
    const at = firstPast(list.length, (index) => {
      const other = list[index];
      return other !== undefined && byPlace(other, bound) < 0;
    });
    this.lists.set(topic, [...list.slice(0, at), bound, ...list.slice(at)]);
  }

  delete(topic: string, bound: BoundFact): void {
    const list = this.lists.get(topic);
    const at = list?.indexOf(bound) ?? -1;
    if (list != null && at >= 0) {
      this.lists.set(topic, [...list.slice(0, at), ...list.slice(at + 1)]);
    }
  }
}

/** Facts ordered by place. */
export function inOrder(facts: Iterable<BoundFact>): readonly BoundFact[] {
  return [...facts].sort(byPlace);
}

function byPlace(a: BoundFact, b: BoundFact): number {
  return a.uri === b.uri ? a.position - b.position : a.uri < b.uri ? -1 : 1;
}
