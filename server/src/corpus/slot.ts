import type { Fact, Qualifier } from '../sidecars/sidecar.js';
import { compareText } from '../text/compareText.js';
import type { Value } from '../values/value.js';
import type { Conditions } from './boundFact.js';
import type { Property } from './property.js';

/**
 * The slot of a fact (DESIGN §3.1): its subject, its property, and the value of every separator
 * and qualifier. Only facts of one slot are compared. An absent separator is a value of its own.
 *
 * @returns a key equal for facts of one slot, which keeps no other text alive; or null for a fact that is not to be compared: its
 * subject, property or value is missing, it is free text, or its property holds many values.
 */
export function slotKey(
  fact: Fact,
  property: Property | undefined,
  value: Value | null,
  conditions: Conditions = conditionsOf(fact, property),
): string | null {
  const { subject } = fact;
  if (subject === undefined || fact.property === undefined || value === null) {
    return null;
  }
  if (value.kind === 'text' || value.kind === 'vague' || property?.single === false) {
    return null;
  }
  return joined([
    subject.value,
    fact.property.value,
    ...conditions.map(([key, text]) => `${key}=${normal(text)}`),
  ]);
}

/** The separators and qualifiers of a fact, as written, sorted by key. */
export function conditionsOf(fact: Fact, property: Property | undefined): Conditions {
  if (fact.otherKeys.length + fact.qualifiers.length === 0) {
    return none;
  }
  // Of an unknown property every key may be a separator: better apart than falsely together.
  const separators = fact.otherKeys.filter(
    ({ key }) => property === undefined || property.separators.includes(key.value),
  );
  const conditions = separators.map(asCondition);
  for (const qualifier of fact.qualifiers) {
    conditions.push(asCondition(qualifier));
  }
  return conditions.length > 1 ? conditions.sort(([a], [b]) => compareText(a, b)) : conditions;
}

function asCondition({ key, value }: Qualifier): Conditions[number] {
  return [key.value, value.value];
}

const none: Conditions = [];

/** Lists that differ have keys that differ. */
function joined(parts: readonly string[]): string {
  const key = parts.join(SEPARATOR);
  return parts.some((part) => part.includes(SEPARATOR)) ? JSON.stringify(parts) : key;
}

/** No text that people write holds it, unless in a YAML escape. */
const SEPARATOR = '\0';

function normal(text: string): string {
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
