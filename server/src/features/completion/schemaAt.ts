import { ITEM, type Step } from './yamlSurroundings.js';

/** The part of JSON Schema that our schemas are written in. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly string[];
}

/** What a schema says of the place to which a path leads; undefined where it says nothing. */
export function schemaAt(root: Schema, path: readonly Step[]): Schema | undefined {
  let schema: Schema | undefined = root;
  for (const step of path) {
    schema = step === ITEM ? schema.items : (ownProperty(schema, step) ?? anyProperty(schema));
    if (schema === undefined) {
      return undefined;
    }
  }
  return schema;
}

/** Keys are people's words: `constructor` must not find what every object has. */
function ownProperty({ properties }: Schema, key: string): Schema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}

/** What holds for a key that the schema does not name. */
export function anyProperty({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

export function isOfType({ type }: Schema, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}
