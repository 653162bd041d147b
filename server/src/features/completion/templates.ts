import { CompletionItemKind } from 'vscode-languageserver-types';
import { definitionKinds, sectionOf, type DefinitionKind } from '../../sidecars/definition.js';
import type { Candidate, MappingInsertion } from './candidate.js';
import { fieldOf } from './keys.js';
import { anyProperty, type Schema } from './schemaAt.js';
import { presentKeys, type Typing } from './typing.js';

/* Whole facts, definitions and items: their usual keys in order, to be filled in. */

interface Template {
  readonly label: string;
  readonly detail: string;
  readonly keys: readonly string[];
}

/** Items of lists, by the keys that lead to the list. */
const items: ReadonlyMap<string, readonly Template[]> = new Map([
  [
    'facts',
    [
      {
        label: 'new fact',
        detail: 'subject, property, value, quote',
        keys: ['subject', 'property', 'value', 'quote'],
      },
      {
        label: 'new fact that somebody says',
        detail: 'with saidBy and modality',
        keys: ['subject', 'property', 'value', 'saidBy', 'modality', 'quote'],
      },
      {
        label: 'new fact for a time',
        detail: 'with from and until',
        keys: ['subject', 'property', 'value', 'from', 'until', 'quote'],
      },
    ],
  ],
  [
    'facts acknowledged',
    [
      {
        label: 'new acknowledgement',
        detail: 'a finding that is in order',
        keys: ['code', 'with', 'reason'],
      },
    ],
  ],
  [
    'people roles',
    [{ label: 'new role', detail: 'a post held', keys: ['post', 'organisation', 'from'] }],
  ],
]);

const definitions: Readonly<Record<DefinitionKind, readonly string[]>> = {
  organisation: ['name', 'aliases', 'kind'],
  person: ['name', 'roles'],
  place: ['name', 'partOf'],
  document: ['name', 'published', 'publisher'],
  property: ['name', 'type', 'unit', 'separators'],
  event: ['type', 'subject', 'property', 'before', 'after', 'date'],
};

/** Whole items for a list of mappings. */
export function itemTemplates(
  list: readonly string[],
  item: Schema,
  isItem: boolean,
): readonly Candidate[] {
  const [section] = list;
  const key = list.length > 1 ? `${section ?? ''} ${list.at(-1) ?? ''}` : (section ?? '');
  return (items.get(key) ?? []).map(({ label, detail, keys }, index) =>
    candidate(label, detail, { ...mappingOf(item, keys), isItem }, index - 2000),
  );
}

/** A whole definition for a section, and the ids of its kind that the file uses and nothing defines. */
export function definitionTemplates(typing: Typing): readonly Candidate[] {
  const { path, schema, sidecar, context } = typing;
  const kind = definitionKinds.find((one) => sectionOf[one] === path[0]);
  const item = anyProperty(schema);
  if (path.length !== 1 || kind === undefined || item === undefined || sidecar === undefined) {
    return [];
  }
  const insert = mappingOf(item, definitions[kind]);
  const present = presentKeys(typing);
  const missing = sidecar.uses
    .filter(
      (use) =>
        use.targets.includes(kind) &&
        !use.nameAllowed &&
        !present.has(use.id) &&
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(use.id) &&
        !context.corpus.isKnown(use),
    )
    .map(({ id }) => id);
  let id = `new-${kind}`;
  for (let number = 2; present.has(id); number++) {
    id = `new-${kind}-${number}`;
  }
  return [
    ...[...new Set(missing)].map((one) =>
      candidate(one, `define this ${kind}`, { ...insert, id: one }, -1),
    ),
    candidate(`new ${kind}`, definitions[kind].join(', '), { ...insert, id, isExample: true }, 0),
  ];
}

function mappingOf(schema: Schema, keys: readonly string[]): MappingInsertion {
  const fields = keys.map((key) => {
    const field = fieldOf(key, schema.properties?.[key] ?? {});
    // Of a mapping to be filled in, a list of mappings is left to be typed.
    return field.shape === 'mappings' ? { ...field, shape: 'list' as const } : field;
  });
  return { kind: 'mapping', fields };
}

function candidate(
  label: string,
  detail: string,
  insert: MappingInsertion,
  rank: number,
): Candidate {
  return { label, kind: CompletionItemKind.Snippet, insert, detail, rank };
}
