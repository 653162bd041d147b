import type { BoundFact } from '../corpus/boundFact.js';
import { rules } from '../rules/table.js';
import { sidecarSchema } from '../sidecars/sidecarSchema.js';
import { describeTime } from '../values/factTime.js';
import { describeDate, readDate } from '../values/date.js';
import { readDuration } from '../values/duration.js';
import { readValue, describeValue } from '../values/value.js';
import { bold, inert, type FeatureContext } from './context.js';
import { meaningOf } from './keyWords.js';
import type { Thing } from './thingAt.js';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

const dateKeys = new Set([
  'asOf',
  'from',
  'until',
  'published',
  'founded',
  'dissolved',
  'date',
  'retrieved',
]);

/** The keys of an event whose values are figures. */
const figureKeys = new Set(['before', 'after', 'by']);

/** What a key of a sidecar means, from its schema, and what was read in its value. */
export function keyLines(
  context: FeatureContext,
  uri: string,
  { path, isKey, span, fact }: Extract<Thing, { kind: 'key' }>,
): readonly string[] {
  const key = path.at(-1) ?? '';
  const description = describe(path);
  if (description === undefined) {
    return separatorLines(context, key, fact);
  }
  const about = `${bold(context, key)} · ${inert(context, description)}`;
  const written = isKey ? undefined : writtenAt(context, uri, span);
  const meaning =
    written === undefined ? undefined : (meaningOf(path, written) ?? ruleAt(path, written));
  if (meaning !== undefined && written !== undefined) {
    return [`${bold(context, written)} · ${inert(context, meaning)}`, '', about];
  }
  const reading =
    fact !== undefined && (key === 'asOf' || key === 'from' || key === 'until')
      ? timeReading(context, fact, key)
      : written === undefined
        ? undefined
        : readingOf(context, path, written);
  return reading === undefined ? [about] : [about, '', `- ${inert(context, reading)}`];
}

/** What the rule says whose finding is acknowledged. */
function ruleAt(path: readonly string[], written: string): string | undefined {
  return path.join('.') === 'facts.acknowledged.code'
    ? rules.find(({ code }) => code === written)?.summary
    : undefined;
}

/** A plain value without its quotation marks. */
function writtenAt({ corpus }: FeatureContext, uri: string, { start, end }: Thing['span']): string {
  const text = corpus.source(uri)?.text.slice(start, end).trim() ?? '';
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

function describe(path: readonly string[]): string | undefined {
  let schema: Schema | undefined = sidecarSchema as Schema;
  for (const part of path) {
    const holder: Schema | undefined =
      schema.items?.properties === undefined ? schema : schema.items;
    const additional: Schema | boolean | undefined = holder.additionalProperties;
    schema = ownProperty(holder, part) ?? (typeof additional === 'object' ? additional : undefined);
    if (schema === undefined) {
      return undefined;
    }
  }
  return schema.description;
}

/** Keys are people's words: `constructor` must not find what every object has. */
function ownProperty({ properties }: Schema, key: string): Schema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function separatorLines(
  context: FeatureContext,
  key: string,
  fact: BoundFact | undefined,
): readonly string[] {
  return fact?.property?.separators.includes(key) === true
    ? [
        `${bold(context, key)} · a separator of ${inert(context, fact.property.name)}: facts that differ in it are about different things and are not compared.`,
      ]
    : [];
}

function timeReading(
  context: FeatureContext,
  bound: BoundFact,
  key: 'asOf' | 'from' | 'until',
): string {
  const reading = readDate(bound.fact[key]?.value ?? '', context.corpus.dateOptions);
  return reading.kind === 'date'
    ? `read as ${describeDate(reading.date)}; the fact holds ${describeTime(bound.time)}`
    : describeTime(bound.time);
}

/** What the value of a date, a length of time or a figure was read as, outside a fact. */
function readingOf(
  { corpus }: FeatureContext,
  path: readonly string[],
  written: string,
): string | undefined {
  const key = path.at(-1) ?? '';
  if (dateKeys.has(key)) {
    const reading = readDate(written, corpus.dateOptions);
    return reading.kind === 'date' ? `read as ${describeDate(reading.date)}` : reading.message;
  }
  if (key === 'stableFor') {
    const days = readDuration(written);
    return days === null ? undefined : `read as ${days === 1 ? 'a day' : `${days} days`}`;
  }
  if (path[0] === 'events' && figureKeys.has(key)) {
    const reading = readValue(written, undefined, null);
    return reading.kind === 'value' && reading.value.kind !== 'text'
      ? `read as ${describeValue(reading.value)}`
      : undefined;
  }
  return undefined;
}
