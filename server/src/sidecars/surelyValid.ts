import {
  ABSENT,
  BLOCK,
  LIST,
  MAP,
  NULL_WORD,
  PLAIN,
  STRIDE,
  type YamlTape,
} from '../text/yamlTape.js';
import { coreValue } from './coreValue.js';

/**
 * Whether a node is surely as a JSON Schema wants it. False says nothing: then `ajv` is asked, which
 * knows what is wrong. Good files, nearly all, need neither a tree nor `ajv`.
 */
export type Shape = (tape: YamlTape, node: number) => boolean;

/** The parts of JSON Schema that are understood here, each as the standard means it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: { readonly pattern: string };
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
}

const understood: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'pattern', 'properties', 'required', 'additionalProperties'],
  ...['propertyNames', 'items', 'if', 'then'],
  ...['$schema', 'title', 'description', 'examples'],
]);

/** Makes a schema's check; one that is never sure if the schema says what is not understood here. */
export function shapeOf(schema: object): Shape {
  return isUnderstood(schema) ? compile(schema) : () => false;
}

function isUnderstood(schema: unknown): schema is Schema {
  if (typeof schema !== 'object' || schema === null) {
    return false;
  }
  const parts = schema as Record<string, unknown>;
  const { additionalProperties } = parts;
  const inner: unknown[] = [
    ...(Object.values(parts['properties'] ?? {}) as unknown[]),
    ...[parts['items'], parts['if'], parts['then']].filter((part) => part !== undefined),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ];
  return (
    Object.keys(parts).every((key) => understood.has(key)) &&
    [parts['enum'] ?? [], parts['const'] ?? []]
      .flat()
      .every((value) => typeof value === 'string') &&
    Object.keys(parts['propertyNames'] ?? { pattern: '' }).join() === 'pattern' &&
    [parts['if'] ?? {}, parts['then'] ?? {}].every(speaksOfMappings) &&
    inner.every(isUnderstood)
  );
}

/** Conditions are looked at for mappings only. */
function speaksOfMappings(schema: object): boolean {
  return Object.keys(schema).every((key) => key === 'properties' || key === 'required');
}

/* Types, as bits. */
const STRING = 1;
const NUMBER = 2;
const INTEGER = 4;
const BOOLEAN = 8;
const NULL = 16;
const ARRAY = 32;
const OBJECT = 64;
const ANY = 127;

const bitOf = new Map([
  ['string', STRING],
  ['number', NUMBER],
  ['integer', INTEGER],
  ['boolean', BOOLEAN],
  ['null', NULL],
  ['array', ARRAY],
  ['object', OBJECT],
]);

function compile(schema: Schema): Shape {
  const { type, pattern, items } = schema;
  const allowed =
    type === undefined ? ANY : [type].flat().reduce((bits, one) => bits | (bitOf.get(one) ?? 0), 0);
  const words = wordsOf(schema);
  const matches = pattern === undefined ? null : new RegExp(pattern, 'u');
  const eachItem = items === undefined ? null : compile(items);
  const isObject = objectShape(schema);
  return (tape, node) => {
    const types = typesOf(tape, node);
    if ((types & allowed) === 0) {
      return false;
    }
    if (words !== null && ((types & STRING) === 0 || !words.has(tape.word(node)))) {
      return false;
    }
    if (matches !== null && (types & STRING) !== 0 && !matches.test(tape.word(node))) {
      return false;
    }
    if (types === OBJECT) {
      return isObject === null || isObject(tape, node);
    }
    return types !== ARRAY || eachItem === null || areAll(eachItem, tape, node);
  };
}

/** What a schema allows by `enum` or `const`: words alone. */
function wordsOf({ enum: several, const: one }: Schema): ReadonlySet<string> | null {
  if (several === undefined) {
    return one === undefined ? null : new Set([one]);
  }
  return new Set(one === undefined ? several : several.filter((word) => word === one));
}

function areAll(shape: Shape, tape: YamlTape, list: number): boolean {
  const end = tape.after(list);
  for (let item = list + STRIDE; item < end; item = tape.after(item)) {
    if (!shape(tape, item)) {
      return false;
    }
  }
  return true;
}

interface Field {
  readonly shape: Shape;
  /** One bit for each required key. */
  readonly bit: number;
}

/** What a schema says about mappings; null where it takes any. */
function objectShape(schema: Schema): Shape | null {
  const { properties = {}, required = [], additionalProperties = true, propertyNames } = schema;
  const { if: condition, then } = schema;
  const fields = new Map<string, Field>();
  const further = typeof additionalProperties === 'object' ? compile(additionalProperties) : null;
  const names = new Set([...Object.keys(properties), ...required]);
  for (const name of names) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const shape =
      own === undefined ? (further ?? (() => additionalProperties !== false)) : compile(own);
    const index = required.indexOf(name);
    fields.set(name, { shape, bit: index < 0 ? 0 : 1 << index });
  }
  if (required.length > 30) {
    return () => false;
  }
  const all = (1 << required.length) - 1;
  const isName = propertyNames === undefined ? null : new RegExp(propertyNames.pattern, 'u');
  const when = condition === undefined ? null : compile(condition);
  const consequence = then === undefined ? null : compile(then);
  return (tape, map) => {
    const end = tape.after(map);
    let seen = 0;
    for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      const name = tape.word(key);
      if (isName !== null && !isName.test(name)) {
        return false;
      }
      const field = fields.get(name);
      if (field !== undefined) {
        seen |= field.bit;
        if (!field.shape(tape, key + STRIDE)) {
          return false;
        }
      } else if (further !== null ? !further(tape, key + STRIDE) : additionalProperties === false) {
        return false;
      }
    }
    // Everything here is exact, so that a condition that is not surely met is not met.
    return (
      seen === all &&
      (when === null || consequence === null || !when(tape, map) || consequence(tape, map))
    );
  };
}

/** The types that a node has: a whole number has two. */
function typesOf(tape: YamlTape, node: number): number {
  const kind = tape.kind(node);
  switch (kind) {
    case PLAIN:
      return isSurelyWord(tape.firstChar(node), tape.lastChar(node))
        ? STRING
        : typesOfWord(tape.word(node));
    case NULL_WORD:
    case ABSENT:
      return NULL;
    case LIST:
      return ARRAY;
    case MAP:
      return OBJECT;
    default:
      return kind <= BLOCK ? STRING : 0;
  }
}

/** Whether nothing that starts and ends so is a number, true or false. */
function isSurelyWord(first: number, last: number): boolean {
  const isDigit = last >= 0x30 && last <= 0x39;
  return first > 0x39
    ? (first | 0x20) !== 0x74 && (first | 0x20) !== 0x66
    : !isDigit && last !== 0x2e;
}

function typesOfWord(word: string): number {
  const value = coreValue(word);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? (Number.isInteger(value) ? NUMBER | INTEGER : NUMBER) : 0;
  }
  return typeof value === 'string' ? STRING : value === null ? NULL : BOOLEAN;
}
