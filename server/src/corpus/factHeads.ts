import { FactHead, type HeadParts } from './boundFact.js';
import type { Conditions } from './conditions.js';
import { ConditionTable } from './conditionTable.js';
import type { Interner } from './interner.js';
import { NumberList } from './numberTable.js';
import { NumberedThings } from './numberedThings.js';
import type { Property } from './property.js';
import { joined, partsOfSlotKey, slotKey } from './slot.js';
import { Triples } from './triples.js';

/** What a fact is about, before it is known whether others are about the same. */
export type About = Pick<FactHead, 'subject' | 'propertyId' | 'property' | 'conditions'>;

/** So many heads are remembered as objects: those of one file, and of files near by, are often the same. */
const REMEMBERED = 2000;

/**
 * Numbers for what facts are about: subjects, topics (a subject with a property), slots and heads. There may be
 * as many of these as there are facts; as numbers they take a tenth of the room that objects would.
 */
export class FactHeads implements HeadParts {
  /** Of subject and property id: numbers of texts. */
  private readonly topics = new Triples();
  /** Of topic and what the conditions come down to. */
  private readonly slots = new Triples();
  /** Of topic, conditions and property; the last with a bit that says whether it has a slot. */
  private readonly heads = new Triples();
  private readonly slotOfHead = new NumberList();
  private readonly properties = new NumberedThings<Property | null>();
  private readonly conditions: ConditionTable;
  /** Those that were asked for last. */
  private readonly latest = new Map<number, FactHead>();

  constructor(private readonly interner: Interner) {
    this.conditions = new ConditionTable(interner);
  }

  /**
   * @param about its ids may be cut from a file's text
   * @param isCompared whether it has a slot
   */
  of(about: About, isCompared: boolean): FactHead {
    const number = this.numberOf(about, isCompared);
    return this.latest.get(number) ?? this.remember(number);
  }

  /** The number alone. */
  numberOf({ subject, propertyId, property, conditions }: About, isCompared: boolean): number {
    const { interner, heads } = this;
    const topic = this.topics.numberOf(
      interner.numberOf(subject),
      interner.numberOf(propertyId),
      0,
    );
    const list = this.conditions.numberOf(conditions);
    const last = (this.properties.numberOf(property) << 1) | Number(isCompared);
    const number = heads.numberOf(topic, list, last);
    if (number === this.slotOfHead.length) {
      const normal = this.conditions.normalOf(list);
      this.slotOfHead.push(isCompared ? this.slots.numberOf(topic, normal, 0) : -1);
    }
    return number;
  }

  private remember(number: number): FactHead {
    if (this.latest.size >= REMEMBERED) {
      this.latest.clear();
    }
    const head = this.at(number);
    this.latest.set(number, head);
    return head;
  }

  /** The head with a number. */
  at(number: number): FactHead {
    return new FactHead(number, (this.heads.third(number) & 1) === 1, this);
  }

  subjectOfHead(number: number): string {
    return this.interner.textAt(this.topics.first(this.heads.first(number)));
  }

  propertyIdOfHead(number: number): string {
    return this.interner.textAt(this.topics.second(this.heads.first(number)));
  }

  propertyOfHead(number: number): Property | null {
    return this.properties.at(this.heads.third(number) >> 1) ?? null;
  }

  conditionsOfHead(number: number): Conditions {
    return this.conditions.at(this.heads.second(number));
  }

  /** The number of a head's slot; -1 where it has none. */
  slotOf(head: number): number {
    return this.slotOfHead.at(head);
  }

  topicOf(head: number): number {
    return this.heads.first(head);
  }

  /** The number of a topic's subject, which is that of its text. */
  subjectOf(topic: number): number {
    return this.topics.first(topic);
  }

  /** The ids of a topic's subject and property. */
  textsOfTopic(topic: number): readonly [subject: string, propertyId: string] {
    const { interner, topics } = this;
    return [interner.textAt(topics.first(topic)), interner.textAt(topics.second(topic))];
  }

  topicKeyOf(topic: number): string {
    return joined(this.textsOfTopic(topic));
  }

  slotKeyOf(slot: number): string {
    const [subject, propertyId] = this.textsOfTopic(this.slots.first(slot));
    return slotKey(subject, propertyId, this.conditions.at(this.slots.second(slot)));
  }

  /** @returns -1 for one that no fact was ever about */
  findSubject(subject: string): number {
    return this.interner.findText(subject);
  }

  /** @param key see `topicKey`. @returns -1 for one that no fact was ever about */
  findTopic(key: string): number {
    const { subject, propertyId } = partsOfSlotKey(key);
    return this.topicOfTexts(subject, propertyId);
  }

  /** @param key see `slotKey`. @returns -1 for one that no fact was ever in */
  findSlot(key: string): number {
    const { subject, propertyId, conditions } = partsOfSlotKey(key);
    const topic = this.topicOfTexts(subject, propertyId);
    const normal = this.conditions.find(conditions);
    return topic < 0 || normal === undefined ? -1 : this.slots.find(topic, normal, 0);
  }

  private topicOfTexts(subject: string, property: string): number {
    const [one, other] = [this.interner.findText(subject), this.interner.findText(property)];
    return one < 0 || other < 0 ? -1 : this.topics.find(one, other, 0);
  }
}
