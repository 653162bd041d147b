import type { BoundFact } from './boundFact.js';
import type { FactHeads } from './factHeads.js';
import type { FactTable } from './factTable.js';
import { NumberList } from './numberTable.js';
import { inOrder, OrderedFacts } from './orderedFacts.js';
import { topicKey } from './slot.js';

/** A fact that came or went. */
export interface FactStep {
  readonly bound: BoundFact;
  readonly isThere: boolean;
}

/** More steps are not kept of a subject. */
const MOST_STEPS = 200;

/** Slots and topics by their keys, one after the other. */
export interface TouchedKeys {
  readonly slots: Iterator<string, undefined>;
  readonly topics: Iterator<string, undefined>;
}

/**
 * All facts of the corpus, by slot, by topic and by subject. The facts of a slot are a chain of rows, and so are
 * those of a topic that are in no slot, the slots of a topic, and the topics of a subject. In the chains a number
 * is one more than it is elsewhere: 0 ends a chain.
 */
export class FactIndex {
  private readonly next = new NumberList();
  private readonly previous = new NumberList();
  private readonly firstInSlot = new NumberList();
  private readonly countInSlot = new NumberList();
  private readonly nextSlot = new NumberList();
  private readonly firstWithoutSlot = new NumberList();
  private readonly firstSlot = new NumberList();
  private readonly countInTopic = new NumberList();
  private readonly nextTopic = new NumberList();
  private readonly firstTopic = new NumberList();
  private readonly ordered = new OrderedFacts();
  /** Of the subjects that somebody follows. */
  private readonly steps = new Map<string, FactStep[]>();
  /** While they are noted: whether a slot was touched, and a topic. */
  private touched: { readonly slots: NumberList; readonly topics: NumberList } | null = null;

  constructor(
    private readonly heads: FactHeads,
    private readonly table: FactTable,
  ) {}

  add(bound: BoundFact): void {
    this.addRow(this.table.add(bound));
    const { subject } = bound;
    if (!this.ordered.isEmpty) {
      this.ordered.add(topicKey(bound), bound);
    }
    if (this.steps.size > 0) {
      this.step(subject, { bound, isThere: true });
    }
  }

  /** Adds a fact that is in the table. */
  addRow(row: number): void {
    const head = this.table.head(row);
    const [slot, topic] = [this.heads.slotOf(head), this.heads.topicOf(head)];
    this.knowTopic(topic);
    if (slot >= 0) {
      this.knowSlot(slot, topic);
      this.countInSlot.add(slot, 1);
    }
    this.countInTopic.add(topic, 1);
    const firsts = slot < 0 ? this.firstWithoutSlot : this.firstInSlot;
    const chain = slot < 0 ? topic : slot;
    const second = firsts.at(chain);
    this.next.reach(row);
    this.previous.reach(row);
    this.next.set(row, second);
    this.previous.set(row, 0);
    if (second > 0) {
      this.previous.set(second - 1, row + 1);
    }
    firsts.set(chain, row + 1);
    this.touch(slot, topic);
  }

  delete(bound: BoundFact): void {
    const { row } = bound;
    const head = this.table.head(row);
    const [slot, topic] = [this.heads.slotOf(head), this.heads.topicOf(head)];
    const [before, after] = [this.previous.at(row), this.next.at(row)];
    if (before > 0) {
      this.next.set(before - 1, after);
    } else {
      (slot < 0 ? this.firstWithoutSlot : this.firstInSlot).set(slot < 0 ? topic : slot, after);
    }
    if (after > 0) {
      this.previous.set(after - 1, before);
    }
    if (slot >= 0) {
      this.countInSlot.add(slot, -1);
    }
    this.countInTopic.add(topic, -1);
    this.table.remove(row);
    bound.row = -1;
    this.ordered.delete(topicKey(bound), bound);
    this.step(bound.subject, { bound, isThere: false });
    this.touch(slot, topic);
  }

  private knowTopic(topic: number): void {
    if (topic < this.countInTopic.length && this.nextTopic.at(topic) !== 0) {
      return;
    }
    for (const list of [this.countInTopic, this.firstSlot, this.firstWithoutSlot, this.nextTopic]) {
      list.reach(topic);
    }
    const subject = this.heads.subjectOf(topic);
    this.firstTopic.reach(subject);
    // The last of a chain is known, too.
    this.nextTopic.set(topic, this.firstTopic.at(subject) || LAST);
    this.firstTopic.set(subject, topic + 1);
  }

  private knowSlot(slot: number, topic: number): void {
    if (slot < this.countInSlot.length && this.nextSlot.at(slot) !== 0) {
      return;
    }
    for (const list of [this.countInSlot, this.firstInSlot, this.nextSlot]) {
      list.reach(slot);
    }
    this.nextSlot.set(slot, this.firstSlot.at(topic) || LAST);
    this.firstSlot.set(topic, slot + 1);
  }

  /** From here on it is noted which slots and topics are touched: as numbers, since a folder has very many. */
  noteTouched(): void {
    this.touched = { slots: new NumberList(), topics: new NumberList() };
  }

  private touch(slot: number, topic: number): void {
    if (this.touched !== null) {
      const { slots, topics } = this.touched;
      if (slot >= 0) {
        slots.reach(slot);
        slots.set(slot, 1);
      }
      topics.reach(topic);
      topics.set(topic, 1);
    }
  }

  /** What was touched since then. @param isNew whether nothing was in the index by then */
  takeTouched(isNew: boolean): TouchedKeys {
    const { slots, topics } = this.touched ?? { slots: new NumberList(), topics: new NumberList() };
    this.touched = null;
    // One fact contradicts none, and where nothing was, nothing can have been found before.
    const least = isNew ? 2 : 0;
    return {
      slots: keysOf(slots, this.countInSlot, least, (slot) => this.heads.slotKeyOf(slot)),
      topics: keysOf(topics, this.countInTopic, least, (topic) => this.heads.topicKeyOf(topic)),
    };
  }

  private step(subject: string, step: FactStep): void {
    const steps = this.steps.get(subject);
    if (steps === undefined) {
      return;
    }
    step.bound.isHeld = true;
    if (steps.push(step) > MOST_STEPS) {
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
    const number = this.heads.findSlot(slot);
    return number < 0 ? [] : inOrder(this.chain(this.firstInSlot.at(number)));
  }

  /** The facts of a topic, ordered by place. */
  ofTopic(topic: string, hold: (bound: BoundFact) => BoundFact): readonly BoundFact[] {
    const number = this.heads.findTopic(topic);
    return this.ordered.of(topic, () => (number < 0 ? [] : this.eachOf(number)), hold);
  }

  /** The facts about a subject, ordered by place. */
  about(subject: string): readonly BoundFact[] {
    return inOrder(this.eachAbout(subject));
  }

  /** The facts about a subject, in no particular order. */
  *eachAbout(subject: string): Iterable<BoundFact> {
    for (const topic of this.topicsOf(subject)) {
      yield* this.eachOf(topic);
    }
  }

  /** The slots of a subject, in no particular order. */
  slotsAbout(subject: string): ReadonlySet<string> {
    const slots = new Set<string>();
    for (const topic of this.topicsOf(subject)) {
      for (const slot of this.slotsOf(topic)) {
        if (this.countInSlot.at(slot) > 0) {
          slots.add(this.heads.slotKeyOf(slot));
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
    for (let topic = 0; topic < this.countInTopic.length; topic++) {
      const count = this.countInTopic.at(topic);
      if (count > 0) {
        const [subject, property] = this.heads.textsOfTopic(topic);
        yield { subject, property, count };
      }
    }
  }

  *slotKeys(): Iterable<string> {
    for (let slot = 0; slot < this.countInSlot.length; slot++) {
      if (this.countInSlot.at(slot) > 0) {
        yield this.heads.slotKeyOf(slot);
      }
    }
  }

  private *topicsOf(subject: string): Iterable<number> {
    const number = this.heads.findSubject(subject);
    for (
      let at = number < 0 ? 0 : this.firstTopic.at(number);
      at > 0;
      at = this.nextTopic.at(at - 1)
    ) {
      yield at - 1;
    }
  }

  private *slotsOf(topic: number): Iterable<number> {
    for (let at = this.firstSlot.at(topic); at > 0; at = this.nextSlot.at(at - 1)) {
      yield at - 1;
    }
  }

  /** In no particular order. */
  private *eachOf(topic: number): Iterable<BoundFact> {
    for (const slot of this.slotsOf(topic)) {
      yield* this.chain(this.firstInSlot.at(slot));
    }
    yield* this.chain(this.firstWithoutSlot.at(topic));
  }

  private *chain(first: number): Iterable<BoundFact> {
    for (let at = first; at > 0; at = this.next.at(at - 1)) {
      const bound = this.table.boundIn(at - 1);
      if (bound !== undefined) {
        yield bound;
      }
    }
  }
}

/** The keys of what is marked and has at least so many facts when its turn comes. */
function* keysOf(
  marks: NumberList,
  counts: NumberList,
  least: number,
  keyOf: (number: number) => string,
): Generator<string, undefined> {
  for (let number = 0; number < marks.length; number++) {
    if (marks.at(number) === 1 && counts.at(number) >= least) {
      yield keyOf(number);
    }
  }
}

/** Ends a chain that is known not to be empty. */
const LAST = -1;
