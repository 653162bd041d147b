import type { BoundFact } from '../corpus/boundFact.js';
import { sidecarSchema } from '../sidecars/sidecarSchema.js';
import { describeTime } from '../values/factTime.js';
import { describeDate, readDate } from '../values/date.js';
import { bold, inert, type FeatureContext } from './context.js';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

const dateKeys = new Set(['asOf', 'from', 'until', 'published', 'founded', 'dissolved', 'date']);

/** What a key of a sidecar means, from its schema, and what a date in it was read as. */
export function keyLines(
  context: FeatureContext,
  path: readonly string[],
  fact: BoundFact | undefined,
): readonly string[] {
  const key = path.at(-1) ?? '';
  const description = describe(path);
  if (description === undefined) {
    return separatorLines(context, key, fact);
  }
  const lines = [`${bold(context, key)} · ${inert(context, description)}`];
  if (fact !== undefined && dateKeys.has(key)) {
    lines.push('', `- ${inert(context, dateReading(fact, key))}`);
  }
  return lines;
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

function dateReading(bound: BoundFact, key: string): string {
  const written =
    key === 'asOf' || key === 'from' || key === 'until' ? bound.fact[key]?.value : undefined;
  const reading = written === undefined ? undefined : readDate(written);
  return reading?.kind === 'date'
    ? `read as ${describeDate(reading.date)}; the fact holds ${describeTime(bound.time)}`
    : describeTime(bound.time);
}
