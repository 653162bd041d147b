import type { BoundFact } from './boundFact.js';
import { MultiMap } from './multiMap.js';
import { topicKey } from './slot.js';

/** All facts of the corpus, by slot, by topic and by subject. */
export class FactIndex {
  private readonly slots = new MultiMap<string, BoundFact>();
  private readonly topics = new MultiMap<string, BoundFact>();
  private readonly topicsOfSubject = new MultiMap<string, string>();

  /** @returns the fact's topic */
  add(bound: BoundFact): string {
    const topic = topicKey(bound);
    if (bound.slot !== null) {
      this.slots.add(bound.slot, bound);
    }
    if (this.topics.count(topic) === 0) {
      this.topicsOfSubject.add(bound.subject, topic);
    }
    this.topics.add(topic, bound);
    return topic;
  }

  /** @returns the fact's topic */
  delete(bound: BoundFact): string {
    const topic = topicKey(bound);
    if (bound.slot !== null) {
      this.slots.delete(bound.slot, bound);
    }
    this.topics.delete(topic, bound);
    if (this.topics.count(topic) === 0) {
      this.topicsOfSubject.delete(bound.subject, topic);
    }
    return topic;
  }

  /** The facts of a slot, ordered by place. */
  inSlot(slot: string): readonly BoundFact[] {
    return inOrder(this.slots.get(slot));
  }

  /** The facts of a topic, ordered by place. */
  ofTopic(topic: string): readonly BoundFact[] {
    return inOrder(this.topics.get(topic));
  }

  /** The facts about a subject, ordered by place. */
  about(subject: string): readonly BoundFact[] {
    return inOrder(this.eachAbout(subject));
  }

  /** The facts about a subject, in no particular order. */
  *eachAbout(subject: string): Iterable<BoundFact> {
    for (const topic of this.topicsOfSubject.get(subject)) {
      yield* this.topics.get(topic);
    }
  }

  /** The slots of a subject, in no particular order. */
  slotsAbout(subject: string): ReadonlySet<string> {
    const slots = new Set<string>();
    for (const topic of this.topicsOfSubject.get(subject)) {
      for (const { slot } of this.topics.get(topic)) {
        if (slot !== null) {
          slots.add(slot);
        }
      }
    }
    return slots;
  }

  /** Every subject with each property that is stated of it, in no particular order. */
  *eachTopic(): Iterable<{
    readonly subject: string;
    readonly property: string;
    readonly count: number;
  }> {
    for (const topic of this.topics.keys()) {
      for (const { subject, propertyId } of this.topics.get(topic)) {
        yield { subject, property: propertyId, count: this.topics.count(topic) };
        break;
      }
    }
  }

  slotKeys(): Iterable<string> {
    return this.slots.keys();
  }
}

function inOrder(facts: Iterable<BoundFact>): readonly BoundFact[] {
  return [...facts].sort((a, b) =>
    a.uri === b.uri ? a.position - b.position : a.uri < b.uri ? -1 : 1,
  );
}
