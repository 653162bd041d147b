import { readDuration } from '../values/duration.js';
import type { PropertyType } from '../values/value.js';
import type { PropertyDefinition } from '../sidecars/definition.js';

/** A property with its constraints, declared in a sidecar or built in. */
export interface Property {
  readonly id: string;
  readonly name: string;
  readonly type: PropertyType;
  /** The unit of values that state none. */
  readonly unit: string | null;
  readonly integer: boolean;
  /** Bounds as written, inclusive. */
  readonly min: string | null;
  readonly max: string | null;
  readonly separators: readonly string[];
  readonly additiveOver: string | null;
  /** How long a value is taken to hold, in days. */
  readonly stableForDays: number;
  /** False: many values at once, never compared. */
  readonly single: boolean;
}

/** A year, leap years included: DESIGN §3.2's default for `stableFor`. */
const DEFAULT_STABLE_DAYS = 366;

const types: readonly PropertyType[] = [
  'quantity',
  'percentage',
  'money',
  'duration',
  'date',
  'text',
  'boolean',
  'entity',
];

/** Reads a declaration. What is missing or unreadable takes its default. */
export function propertyFrom(definition: PropertyDefinition): Property {
  const field = (name: string): string | undefined => definition.fields.get(name)?.value;
  const declared = field('type');
  const type = types.find((known) => known === declared) ?? 'text';
  return {
    id: definition.id.value,
    name: definition.name?.value ?? definition.id.value,
    type,
    unit: field('unit') ?? null,
    integer: field('integer') === 'true',
    min: field('min') ?? null,
    max: field('max') ?? null,
    separators: definition.separators.map(({ value }) => value),
    additiveOver: field('additiveOver') ?? null,
    stableForDays: readDuration(field('stableFor') ?? '') ?? DEFAULT_STABLE_DAYS,
    single: type !== 'text' && field('single') !== 'false',
  };
}

function builtIn(
  id: string,
  name: string,
  type: PropertyType,
  rest: Partial<Property> = {},
): Property {
  return {
    id,
    name,
    type,
    unit: null,
    integer: false,
    min: null,
    max: null,
    separators: [],
    additiveOver: null,
    stableForDays: DEFAULT_STABLE_DAYS,
    single: true,
    ...rest,
  };
}

/** Properties that need no declaration (DESIGN §2). A declaration of the same id takes their place. */
export const builtInProperties: ReadonlyMap<string, Property> = new Map(
  [
    builtIn('count', 'Number of organisations', 'quantity', {
      unit: 'organisation',
      integer: true,
      min: '0',
      separators: ['place'],
      additiveOver: 'place',
    }),
    builtIn('cost', 'Cost', 'money', { separators: ['place', 'scope'] }),
    builtIn('saving', 'Saving', 'money', { separators: ['place', 'scope'] }),
    builtIn('budget', 'Budget', 'money', { separators: ['place', 'scope'] }),
    builtIn('population', 'Population', 'quantity', {
      unit: 'person',
      integer: true,
      min: '0',
      separators: ['place'],
      additiveOver: 'place',
    }),
    builtIn('share', 'Share', 'percentage', { separators: ['place', 'scope'] }),
    builtIn('founded', 'Founded', 'date'),
    builtIn('dissolved', 'Dissolved', 'date'),
    builtIn('status', 'Status', 'text', { single: false }),
  ].map((property) => [property.id, property]),
);
