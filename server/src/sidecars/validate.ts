import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { YamlNode, YamlProblem } from '../text/yamlTree.js';
import { nearest } from '../text/didYouMean.js';
import type { Span } from '../text/span.js';
import { slugOf, slugPattern } from '../text/slug.js';
import { coreValue } from './coreValue.js';
import { sidecarSchema } from './sidecarSchema.js';

/** More than anyone reads at once; each takes a walk through the file to find its place. */
const MAX_PROBLEMS = 500;

/** Checks a tree. Each problem stands at the node it is about. */
export type SchemaCheck = (root: YamlNode | null) => readonly YamlProblem[];

/**
 * A check against a JSON Schema. The schema is compiled on first use, so that a command that reads
 * no such file starts without it.
 */
export function schemaCheck(schema: object): SchemaCheck {
  let compiled: ValidateFunction | undefined;
  return (root) => {
    compiled ??= new Ajv({
      allErrors: true,
      allowUnionTypes: true,
      strict: true,
      verbose: true,
    }).compile(schema);
    return root === null || compiled(toData(root)) ? [] : describeAll(compiled.errors ?? [], root);
  };
}

/** Checks a sidecar's tree against {@link sidecarSchema}. */
export const validateSidecar = schemaCheck(sidecarSchema);

function describeAll(errors: readonly ErrorObject[], root: YamlNode): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const told = new Set<string>();
  for (const error of errors) {
    if (problems.length === MAX_PROBLEMS) {
      problems.push({
        message: 'There are more problems in this file.',
        span: firstLine(root.span, root),
      });
      break;
    }
    const problem = describe(error, root);
    const key = `${problem?.span.start}:${problem?.message}`;
    if (problem !== null && !told.has(key)) {
      told.add(key);
      problems.push(problem);
    }
  }
  return problems;
}

/**
 * The plain data that a JSON Schema speaks about. Objects have no prototype, so that keys such as
 * `__proto__` are ordinary.
 */
function toData(node: YamlNode | null): unknown {
  if (node === null) {
    return null;
  }
  switch (node.kind) {
    case 'scalar':
      return node.style === 'plain' ? coreValue(node.text) : node.text;
    case 'list':
      return node.items.map(toData);
    case 'map': {
      const data = Object.create(null) as Record<string, unknown>;
      for (const { key, value } of node.entries) {
        data[key.text] = toData(value);
      }
      return data;
    }
  }
}

function describe(error: ErrorObject, root: YamlNode): YamlProblem | null {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const name = path.at(-1) ?? '';
  const at = locate(root, path);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
      const meant = nearest(key, known);
      const message = `There is no key \`${key}\` here.${suggestion(meant)}`;
      return { message, span: keySpan(root, path, key) ?? at.span, ...(meant && { meant }) };
    }
    case 'required': {
      const message = `The key \`${String(params['missingProperty'])}\` is missing.`;
      return { message, span: at.keySpan ?? firstLine(at.span, at.node) };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      const written = at.node?.kind === 'scalar' ? at.node.text : '';
      const list = allowed.map((value) => `\`${value}\``).join(', ');
      const meant = nearest(written, allowed);
      return {
        message: `\`${name}\` is one of ${list}.${suggestion(meant)}`,
        span: at.span,
        ...(meant && { meant }),
      };
    }
    case 'type':
      return { message: typeMessage(name, params['type'], at.node), span: at.span };
    case 'pattern': {
      if (params['pattern'] !== slugPattern) {
        const { description } = error.parentSchema as { description?: string };
        return {
          message: `\`${name}\` cannot be read. ${description ?? ''}`.trim(),
          span: at.span,
        };
      }
      const key = error.propertyName ?? null;
      const written = key ?? (at.node?.kind === 'scalar' ? at.node.text : '');
      const message = `An id is made of lower-case letters, digits and hyphens${slugHint(written)}.`;
      return { message, span: (key === null ? undefined : keySpan(root, path, key)) ?? at.span };
    }
    default:
      return null; // `if` and `propertyNames` only repeat what stands beside them
  }
}

function typeMessage(name: string, type: unknown, node: YamlNode | null): string {
  const key =
    name === '' ? 'The file' : /^\d+$/.test(name) ? 'An entry of this list' : `\`${name}\``;
  if (node === null || (node.kind === 'scalar' && node.isNull)) {
    return `${key} has no value yet.`;
  }
  const types = Array.isArray(type) ? type.map(String) : [String(type)];
  const words = types.filter((word) => word !== 'null').map((word) => typeWords.get(word) ?? word);
  const hint = !types.includes('string')
    ? ''
    : node.kind === 'list' && !types.includes('array')
      ? ' Put text that starts with `[` in quotation marks.'
      : node.kind === 'map' && !types.includes('object')
        ? ' Put text that contains `: ` in quotation marks.'
        : '';
  return `${key} must be ${[...new Set(words)].join(' or ')}.${hint}`;
}

const typeWords = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['integer', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a set of keys with values'],
]);

function suggestion(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}

function slugHint(written: string): string {
  const meant = slugOf(written);
  return meant === '' || meant === written ? '' : `: \`${meant}\``;
}

function unescapePointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}

interface Place {
  readonly node: YamlNode | null;
  readonly span: Span;
  /** The key that leads to the node, where a mapping holds it. */
  readonly keySpan: Span | undefined;
}

function locate(root: YamlNode, path: readonly string[]): Place {
  let place: Place = { node: root, span: root.span, keySpan: undefined };
  for (const part of path) {
    const node: YamlNode | null = place.node;
    if (node?.kind === 'map') {
      const entry = node.entries.find(({ key }) => key.text === part);
      if (entry === undefined) {
        return place;
      }
      const own = entry.value?.span;
      const span = own === undefined || own.start === own.end ? entry.key.span : own;
      place = { node: entry.value, span, keySpan: entry.key.span };
    } else if (node?.kind === 'list') {
      const item = node.items[Number(part)];
      if (item === undefined) {
        return place;
      }
      place = { node: item, span: item.span, keySpan: undefined };
    }
  }
  return place;
}

function keySpan(root: YamlNode, path: readonly string[], key: string): Span | undefined {
  const { node } = locate(root, path);
  return node?.kind === 'map'
    ? node.entries.find((entry) => entry.key.text === key)?.key.span
    : undefined;
}

/** Where to point when a whole mapping is at fault: its first key, not its many lines. */
function firstLine(span: Span, node: YamlNode | null): Span {
  return node?.kind === 'map' ? (node.entries[0]?.key.span ?? span) : span;
}
