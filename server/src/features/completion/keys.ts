import { CompletionItemKind } from 'vscode-languageserver-types';
import { anyProperty, type Schema } from './schemaAt.js';
import type { Candidate, Field } from './candidate.js';
import { separatorKeys } from './separators.js';
import { isInFact, presentKeys, type Typing } from './typing.js';
import { ruleSummaries, schemaWords } from './words.js';

/** The keys that front matter has in common with the `article` block. */
const frontMatterKeys: ReadonlySet<string> = new Set([
  'id',
  'title',
  'publisher',
  'author',
  'published',
  'status',
  'basedOn',
  'url',
]);

/** What anything may have stands after what only some things have. */
const generalKeys: ReadonlySet<string> = new Set(['description', 'note', 'url', 'identifiers']);

/** The keys that may still stand in a mapping: what it must have first, then in the usual order. */
export function* keyCandidates(typing: Typing): Generator<Candidate> {
  const { schema, path } = typing;
  const present = presentKeys(typing);
  const keys = Object.entries(schema.properties ?? {});
  for (const [rank, [key, value]] of keys.entries()) {
    if (present.has(key) || (typing.of === 'front-matter' && !frontMatterKeys.has(key))) {
      continue;
    }
    const isRequired = schema.required?.includes(key) === true;
    yield {
      label: key,
      kind: CompletionItemKind.Field,
      insert: { kind: 'key', ...fieldOf(key, value) },
      ...(value.description === undefined ? {} : { documentation: value.description }),
      ...(isRequired ? { detail: 'required' } : {}),
      rank: isRequired ? rank - 1000 : generalKeys.has(key) ? rank + 1000 : rank,
    };
  }
  if (isInFact(typing) && path.length === 2) {
    // After the value, where people write them.
    yield* separatorKeys(typing, keys.findIndex(([key]) => key === 'value') + 0.5);
  }
  if (typing.of === 'settings' && path.length === 1 && path[0] === 'rules') {
    yield* ruleKeys(schema, present);
  }
}

function* ruleKeys(schema: Schema, present: ReadonlySet<string>): Generator<Candidate> {
  const choices = schemaWords(anyProperty(schema) ?? {});
  let rank = 0;
  for (const [code, summary] of ruleSummaries) {
    if (!present.has(code)) {
      yield {
        label: code,
        kind: CompletionItemKind.Field,
        insert: { kind: 'key', key: code, shape: 'scalar', choices },
        documentation: summary,
        words: summary,
        rank: rank++,
      };
    }
  }
}

/** How a key is written: what stands behind it. */
export function fieldOf(key: string, schema: Schema): Field {
  // The type that is named first is the usual one.
  const [usual] = [schema.type ?? 'string'].flat();
  if (usual === 'array') {
    return { key, shape: schema.items?.properties === undefined ? 'list' : 'mappings' };
  }
  if (usual === 'object') {
    return { key, shape: 'mapping' };
  }
  const choices = schema.examples === undefined ? schemaWords(schema) : [];
  return { key, shape: 'scalar', ...(choices.length === 0 ? {} : { choices }) };
}
