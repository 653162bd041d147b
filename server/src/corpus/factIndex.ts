import type { BoundFact, FactHead } from './boundFact.js';
import { MultiMap } from './multiMap.js';
import { inOrder, OrderedFacts } from './orderedFacts.js';
import { topicKey } from './slot.js';

/** A fact that came or went. */
export interface FactStep {
  readonly bound: BoundFact;
  readonly isThere: boolean;
}

/** More steps are not kept of a subject. */
const MOST_STEPS = 200;

/** All facts of the corpus, by slot, by topic and by subject. */
export class FactIndex {
  private readonly slots = new MultiMap<string, BoundFact>();
  /** The slots of each topic, and its facts that are in none. */
  private readonly slotsOfTopic = new MultiMap<string, string>();
  private readonly slotless = new MultiMap<string, BoundFact>();
  private readonly topicsOfSubject = new MultiMap<string, string>();
  private readonly ordered = new OrderedFacts();
  /** Of the subjects that somebody follows. */
  private readonly steps = new Map<string, FactStep[]>();

  /** @returns the fact's topic */
  add(bound: BoundFact): string {
    const topic = topicKey(bound);
    const { slot } = bound;
    const isFirst =
      slot === null
        ? this.slotless.add(topic, bound) && this.slotsOfTopic.count(topic) === 0
        : this.slots.add(slot, bound) &&
          this.slotsOfTopic.add(topic, slot) &&
          this.slotless.count(topic) === 0;
    if (isFirst) {
      this.topicsOfSubject.add(bound.subject, topic);
    }
    this.ordered.add(topic, bound);
    this.step({ bound, isThere: true });
    return topic;
  }

  /** @returns the fact's topic */
  delete(bound: BoundFact): string {
    const topic = topicKey(bound);
    if (bound.slot === null) {
      this.slotless.delete(topic, bound);
    } else {
      this.slots.delete(bound.slot, bound);
      if (this.slots.count(bound.slot) === 0) {
        this.slotsOfTopic.delete(topic, bound.slot);
      }
    }
    if (!this.isTopic(topic)) {
      this.topicsOfSubject.delete(bound.subject, topic);
    }
    this.ordered.delete(topic, bound);
    this.step({ bound, isThere: false });
    return topic;
  }

  /** The facts of a slot, or those of a topic that are in none: in no particular order. */
  alike(head: FactHead): Iterable<BoundFact> {
    return head.slot === null ? this.slotless.get(topicKey(head)) : this.slots.get(head.slot);
  }

  private isTopic(topic: string): boolean {
    return this.slotsOfTopic.count(topic) + this.slotless.count(topic) > 0;
  }

  /** In no particular order. */
  private *eachOf(topic: string): Iterable<BoundFact> {
    for (const slot of this.slotsOfTopic.get(topic)) {
      yield* this.slots.get(slot);
    }
    yield* this.slotless.get(topic);
  }

  private countOf(topic: string): number {
    let count = this.slotless.count(topic);
    for (const slot of this.slotsOfTopic.get(topic)) {
      count += this.slots.count(slot);
    }
    return count;
  }

  private step(step: FactStep): void {
    const { subject } = step.bound;
    const steps = this.steps.get(subject);
    if (steps !== undefined && steps.push(step) > MOST_STEPS) {
      this.steps.delete(subject); // as quickly gone through from the start
    }
  }

  /**
   * What became of the facts about a subject since this was asked last, in order; undefined where that
   * is not known, as when it is asked for the first time.
   */
  takeSteps(subject: string): readonly FactStep[] | undefined {
    const steps = this.steps.get(subject);
    if (steps?.length !== 0) {
      this.steps.set(subject, []);
    }
    return steps;
  }

  /** The facts of a slot, ordered by place. */
  inSlot(slot: string): readonly BoundFact[] {
    return inOrder(this.slots.get(slot));
  }

  /** The facts of a topic, ordered by place. */
  ofTopic(topic: string): readonly BoundFact[] {
    return this.ordered.of(topic, () => this.eachOf(topic));
  }

  /** The facts about a subject, ordered by place. */
  about(subject: string): readonly BoundFact[] {
    return inOrder(this.eachAbout(subject));
  }

  /** The facts about a subject, in no particular order. */
  *eachAbout(subject: string): Iterable<BoundFact> {
    for (const topic of this.topicsOfSubject.get(subject)) {
      yield* this.eachOf(topic);
    }
  }

  /** The slots of a subject, in no particular order. */
  slotsAbout(subject: string): ReadonlySet<string> {
    const slots = new Set<string>();
    for (const topic of this.topicsOfSubject.get(subject)) {
      for (const slot of this.slotsOfTopic.get(topic)) {
        slots.add(slot);
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
    for (const topic of new Set([...this.slotsOfTopic.keys(), ...this.slotless.keys()])) {
      for (const { subject, propertyId } of this.eachOf(topic)) {
        yield { subject, property: propertyId, count: this.countOf(topic) };
        break;
      }
    }
  }

  slotKeys(): Iterable<string> {
    return this.slots.keys();
  }
}
