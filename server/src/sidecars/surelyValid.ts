import { slugPattern } from '../text/slug.js';
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
import { KeyTable } from './keyTable.js';

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
  const matches = pattern === undefined ? null : matcherOf(pattern);
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
    if (matches !== null && (types & STRING) !== 0 && !matches(tape, node)) {
      return false;
    }
    if (types === OBJECT) {
      return isObject === null || isObject(tape, node);
    }
    return types !== ARRAY || eachItem === null || areAll(eachItem, tape, node);
  };
}

function matcherOf(pattern: string): Shape {
  const expression = new RegExp(pattern, 'u');
  const matches: Shape = (tape, node) => expression.test(tape.word(node));
  return pattern === slugPattern
    ? (tape, node) => isSimpleSlug(tape, node) || matches(tape, node)
    : matches;
}

/** Whether a scalar is a slug where it stands: letters and digits with single hyphens in between. */
function isSimpleSlug(tape: YamlTape, node: number): boolean {
  const { text } = tape;
  const start = tape.textStart(node);
  const end = tape.textEnd(node);
  let mayBeHyphen = false;
  for (let i = start; i >= 0 && i < end; i++) {
    const char = text.charCodeAt(i);
    const isWord = (char >= LETTER_A && char <= LETTER_Z) || (char >= ZERO && char <= NINE);
    if (!isWord && !(mayBeHyphen && char === HYPHEN)) {
      return false;
    }
    mayBeHyphen = isWord;
  }
  return mayBeHyphen;
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
  /** A bit for each key that is required, or that the condition requires. */
  readonly bit: number;
}

/** What a schema says about mappings; null where it takes any. */
function objectShape(schema: Schema): Shape | null {
  const { properties = {}, required = [], additionalProperties = true, propertyNames } = schema;
  const { if: condition, then } = schema;
  const byWord = new Map<string, Field>();
  const further = typeof additionalProperties === 'object' ? compile(additionalProperties) : null;
  const needed = condition?.required ?? [];
  const marked = [...new Set([...required, ...needed])];
  const bitOf = (name: string): number => (marked.includes(name) ? 1 << marked.indexOf(name) : 0);
  const bitsOf = (some: readonly string[]): number =>
    some.reduce((bits, name) => bits | bitOf(name), 0);
  const names = new Set([...Object.keys(properties), ...marked]);
  for (const name of names) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const shape =
      own === undefined ? (further ?? (() => additionalProperties !== false)) : compile(own);
    byWord.set(name, { shape, bit: bitOf(name) });
  }
  if (marked.length > 30) {
    return () => false;
  }
  const fields = new KeyTable(byWord);
  const all = bitsOf(required);
  const conditional = bitsOf(needed);
  const isName = propertyNames === undefined ? null : new RegExp(propertyNames.pattern, 'u');
  const when = condition === undefined ? null : compile(condition);
  const consequence = then === undefined ? null : compile(then);
  return (tape, map) => {
    const end = tape.after(map);
    let seen = 0;
    for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      if (isName !== null && !isName.test(tape.word(key))) {
        return false;
      }
      const field = fields.of(tape, key);
      if (field !== null) {
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
      (seen & all) === all &&
      (when === null ||
        consequence === null ||
        (seen & conditional) !== conditional ||
        !when(tape, map) ||
        consequence(tape, map))
    );
  };
}

const HYPHEN = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_T = 0x74;
const LETTER_Z = 0x7a;

/** The types that a node has: a whole number has two. */
function typesOf(tape: YamlTape, node: number): number {
  const kind = tape.kind(node);
  switch (kind) {
    case PLAIN:
      return isSurelyWord(tape.firstChar(node), tape.lastChar(node))
        ? STRING
        : typesOfDoubtful(tape, node);
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
  return first > NINE
    ? (first | 0x20) !== LETTER_T && (first | 0x20) !== LETTER_F
    : !(last >= ZERO && last <= NINE) && last !== DOT;
}

/** The same for what may be a number, true or false: most are words or whole numbers. */
function typesOfDoubtful(tape: YamlTape, node: number): number {
  const { text } = tape;
  const start = tape.textStart(node);
  const end = tape.textEnd(node);
  if (start < 0) {
    return typesOfWord(tape.word(node));
  }
  if (text.charCodeAt(start) > NINE) {
    const length = end - start;
    return length === 4 || length === 5 ? typesOfWord(tape.word(node)) : STRING;
  }
  for (let i = start; i < end; i++) {
    const char = text.charCodeAt(i);
    if (char < ZERO || char > NINE) {
      const mayBelong = char === DOT || (char | 0x20) === LETTER_E || i === start;
      return mayBelong ? typesOfWord(tape.word(node)) : STRING;
    }
  }
  return end - start < 16 ? NUMBER | INTEGER : typesOfWord(tape.word(node));
}

function typesOfWord(word: string): number {
  const value = coreValue(word);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? (Number.isInteger(value) ? NUMBER | INTEGER : NUMBER) : 0;
  }
  return typeof value === 'string' ? STRING : value === null ? NULL : BOOLEAN;
}
