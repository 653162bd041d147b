import type { Fact, Qualifier } from '../sidecars/sidecar.js';
import { compareText } from '../text/compareText.js';
import type { Value } from '../values/value.js';
import type { Conditions } from './conditions.js';
import type { Property } from './property.js';

/**
 * The slot of a fact (DESIGN §3.1): its subject, its property, and the value of every separator
 * and qualifier. Only facts of one slot are compared. An absent separator is a value of its own.
 *
 * @returns a key equal for facts of one slot
 */
export function slotKey(subject: string, propertyId: string, conditions: Conditions): string {
  const parts = conditions.map(([name, text]) => `${name}=${normalText(text)}`);
  return joined([subject, propertyId, ...parts]);
}

/** What a {@link slotKey} was put together from. */
export function partsOfSlotKey(key: string): {
  readonly subject: string;
  readonly propertyId: string;
  readonly conditions: Conditions;
} {
  const [subject = '', propertyId = '', ...parts] = partsOfKey(key);
  const conditions = parts.map((part) => {
    const equals = part.indexOf('=');
    return [part.slice(0, equals), part.slice(equals + 1)] as const;
  });
  return { subject, propertyId, conditions };
}

/**
 * Whether a fact has a slot: not where its subject, property or value is missing, where the value is free text,
 * or where its property holds many values.
 */
export function isCompared(
  { subject, property: id }: Pick<Fact, 'subject' | 'property'>,
  property: Property | undefined,
  value: Value | null,
): boolean {
  return (
    subject !== undefined &&
    id !== undefined &&
    value !== null &&
    value.kind !== 'text' &&
    value.kind !== 'vague' &&
    property?.single !== false
  );
}

/** The separators and qualifiers of a fact, as written, sorted by key. */
export function conditionsOf(fact: Fact, property: Property | undefined): Conditions {
  if (fact.otherKeys.length + fact.qualifiers.length === 0) {
    return none;
  }
  const conditions: Conditions[number][] = [];
  for (const other of fact.otherKeys) {
    // Of an unknown property every key may be a separator: better apart than falsely together.
    if (property === undefined || property.separators.includes(other.key.value)) {
      conditions.push(asCondition(other));
    }
  }
  for (const qualifier of fact.qualifiers) {
    conditions.push(asCondition(qualifier));
  }
  return isSorted(conditions) ? conditions : conditions.sort(([a], [b]) => compareText(a, b));
}

function isSorted(conditions: Conditions): boolean {
  for (let at = 1; at < conditions.length; at++) {
    if (compareText(conditions[at - 1]?.[0] ?? '', conditions[at]?.[0] ?? '') > 0) {
      return false;
    }
  }
  return true;
}

function asCondition({ key, value }: Qualifier): Conditions[number] {
  return [key.value, value.value];
}

const none: Conditions = [];

/** Subject, property and conditions as one key: lists that differ have keys that differ. */
export function joined(parts: readonly string[]): string {
  const key = parts.join(SEPARATOR);
  return isAmbiguous(key, parts.length) ? JSON.stringify(parts) : key;
}

/** What a key was put together from: subject, property, and conditions where it is that of a slot. */
function partsOfKey(key: string): readonly string[] {
  if (key.includes(SEPARATOR)) {
    return key.split(SEPARATOR);
  }
  return key.startsWith('[') ? (JSON.parse(key) as string[]) : [];
}

/** Whether more separators stand in a key than were put between its parts. */
function isAmbiguous(key: string, parts: number): boolean {
  let at = -1;
  for (let part = 0; part < parts; part++) {
    at = key.indexOf(SEPARATOR, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}

/** No text that people write holds it, unless in a YAML escape. */
const SEPARATOR = '\0';

/** What the value of a condition comes down to: case and white space set no facts apart. */
export function normalText(text: string): string {
  if (/^[a-z0-9-]*$/.test(text)) {
    return text;
  }
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The topic of a fact: its subject and property, whatever its separators. */
export function topicKey({
  subject,
  propertyId,
}: {
  readonly subject: string;
  readonly propertyId: string;
}): string {
  return joined([subject, propertyId]);
}
