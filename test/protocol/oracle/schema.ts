import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import type { BaseName, MetaModel, Property, Type } from './metaModel.js';

type Schema = Readonly<Record<string, unknown>>;

const bases: Readonly<Record<BaseName, Schema>> = {
  URI: { type: 'string' },
  DocumentUri: { type: 'string' },
  RegExp: { type: 'string' },
  string: { type: 'string' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uinteger: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
};

/** What an object may hold; `rest` is undefined where it may hold nothing else. */
interface Shape {
  readonly properties: ReadonlyMap<string, Property>;
  readonly rest: Type | undefined;
}

/**
 * Compiles types of a meta model into validators. Stricter than the specification in one point: an
 * object may hold no property that the protocol does not know, so that a misspelt one is caught.
 */
export class Schemas {
  private readonly ajv = new Ajv2019({ strict: false, allErrors: false, verbose: false });
  private readonly structures: ReadonlyMap<string, MetaModel['structures'][number]>;
  private readonly aliases: ReadonlyMap<string, Type>;
  private readonly compiled = new Map<Type, ValidateFunction>();

  constructor(model: MetaModel) {
    this.structures = new Map(model.structures.map((structure) => [structure.name, structure]));
    this.aliases = new Map(model.typeAliases.map(({ name, type }) => [name, type]));
    const $defs: Record<string, Schema> = {};
    for (const { name, type, values, supportsCustomValues } of model.enumerations) {
      $defs[name] =
        supportsCustomValues === true
          ? bases[type.name]
          : { enum: values.map(({ value }) => value) };
    }
    for (const name of this.structures.keys()) {
      $defs[name] = this.objectSchema(this.shapeOf({ kind: 'reference', name }));
    }
    for (const [name, type] of this.aliases) {
      $defs[name] = this.schemaOf(type);
    }
    $defs['LSPAny'] = {};
    this.ajv.addSchema({ $id: 'lsp', $defs });
  }

  /** What is wrong with a value, in words; null for nothing. */
  fault(value: unknown, type: Type): string | null {
    let validate = this.compiled.get(type);
    if (validate === undefined) {
      validate = this.ajv.compile(this.schemaOf(type));
      this.compiled.set(type, validate);
    }
    return validate(value)
      ? null
      : (validate.errors ?? [])
          .map(({ instancePath, message = '', params }) => {
            const { additionalProperty } = params as { additionalProperty?: string };
            const which = additionalProperty === undefined ? '' : ` (${additionalProperty})`;
            return `${instancePath || '/'} ${message}${which}`;
          })
          .join('; ');
  }

  private schemaOf(type: Type): Schema {
    switch (type.kind) {
      case 'base':
        return bases[type.name];
      case 'array':
        return { type: 'array', items: this.schemaOf(type.element) };
      case 'tuple': {
        const { length } = type.items;
        const items = type.items.map((item) => this.schemaOf(item));
        return { type: 'array', items, minItems: length, maxItems: length };
      }
      case 'or':
        return { anyOf: type.items.map((item) => this.schemaOf(item)) };
      case 'stringLiteral':
      case 'integerLiteral':
      case 'booleanLiteral':
        return { const: type.value };
      case 'reference':
        return { $ref: `lsp#/$defs/${type.name.replace('$', '%24')}` };
      case 'map':
      case 'literal':
      case 'and': {
        const shape = this.shapeOf(type);
        return shape === undefined && type.kind === 'and'
          ? { allOf: type.items.map((item) => this.schemaOf(item)) }
          : this.objectSchema(shape);
      }
    }
  }

  private objectSchema(shape: Shape | undefined): Schema {
    if (shape === undefined) {
      return { type: 'object' };
    }
    const all = [...shape.properties.values()];
    return {
      type: 'object',
      properties: Object.fromEntries(all.map(({ name, type }) => [name, this.schemaOf(type)])),
      required: all.filter(({ optional }) => optional !== true).map(({ name }) => name),
      additionalProperties: shape.rest === undefined ? false : this.schemaOf(shape.rest),
    };
  }

  /** All properties, those inherited and mixed in too; undefined for what is no single object. */
  private shapeOf(type: Type): Shape | undefined {
    if (type.kind === 'literal') {
      const properties = new Map(type.value.properties.map((item) => [item.name, item]));
      return { properties, rest: undefined };
    }
    if (type.kind === 'map') {
      return { properties: new Map(), rest: type.value };
    }
    if (type.kind === 'and') {
      return this.together(type.items);
    }
    if (type.kind !== 'reference') {
      return undefined;
    }
    const structure = this.structures.get(type.name);
    if (structure === undefined) {
      const alias = this.aliases.get(type.name);
      return alias && this.shapeOf(alias);
    }
    const own: Type = { kind: 'literal', value: structure };
    return this.together([...(structure.extends ?? []), ...(structure.mixins ?? []), own]);
  }

  private together(types: readonly Type[]): Shape | undefined {
    const properties = new Map<string, Property>();
    let rest: Type | undefined;
    for (const type of types) {
      const shape = this.shapeOf(type);
      if (shape === undefined) {
        return undefined;
      }
      for (const [name, property] of shape.properties) {
        properties.set(name, property);
      }
      rest ??= shape.rest;
    }
    return { properties, rest };
  }
}
