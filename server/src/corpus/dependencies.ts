import { digestOf } from '../text/digest.js';
import { flatCopy } from '../text/intern.js';
import type { Definition, DefinitionKind } from '../sidecars/definition.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import type { BoundFact } from './boundFact.js';
import type { IdUse } from './idUse.js';
import { idKey, spaceOf, type IdKey, type IdSpace } from './register.js';

/** The key of anything a sidecar can use. */
export type UseKey = IdKey | `article:${string}`;

/** One copy of each key: thousands of sidecars use the same ids. */
export class SharedKeys {
  private readonly bySpace = {
    entity: new Map<string, IdKey>(),
    property: new Map<string, IdKey>(),
    event: new Map<string, IdKey>(),
  };

  of(space: IdSpace, id: string): IdKey {
    const keys = this.bySpace[space];
    let key = keys.get(id);
    if (key === undefined) {
      key = flatCopy(`${space}:${id}`) as IdKey;
      keys.set(flatCopy(id), key);
    }
    return key;
  }
}

/** What a sidecar depends on: ids of definitions, and articles whose facts it names. Each once. */
export function useKeys(
  entry: {
    readonly uses: readonly IdUse[];
    readonly info: { readonly basedOn: readonly string[] };
    readonly facts: readonly Pick<BoundFact, 'value'>[];
  },
  shared: SharedKeys,
): readonly UseKey[] {
  const keys = new Set<UseKey>(entry.info.basedOn.map((id) => `article:${id}` as const));
  // The same ids come again and again: a key is made for each once.
  const ids = { entity: new Set<string>(), property: new Set<string>(), event: new Set<string>() };
  for (const { id, targets } of entry.uses) {
    let before: IdSpace | undefined;
    for (const target of targets) {
      if (target === 'fact') {
        const hash = id.indexOf('#');
        if (hash > 0) {
          keys.add(`article:${id.slice(0, hash)}`);
        }
      } else if (target === 'article') {
        keys.add(`article:${id}`);
      } else {
        const space = spaceOf(target);
        if (space !== before) {
          ids[space].add(id); // an organisation, a person and a place share theirs
        }
        before = space;
      }
    }
  }
  for (const { value } of entry.facts) {
    for (const id of value?.kind === 'entities' ? value.ids : []) {
      ids.entity.add(id);
    }
  }
  for (const space of ['entity', 'property', 'event'] as const) {
    for (const id of ids[space]) {
      keys.add(shared.of(space, id));
    }
  }
  return [...keys];
}

/**
 * How far a change of a definition reaches. `told`: what it says of itself, which hardly anybody else tells. `named`: its
 * name, which findings tell. `meant`: what files that use it are judged by. `known`: whether it is there, or of which kind.
 */
export type Reach = 'told' | 'named' | 'meant' | 'known';

export interface DefinitionChanges {
  /** Ids that were defined, changed in any way, or are no longer defined. */
  readonly changed: ReadonlyMap<IdKey, Reach>;
  /** Whether any name or alias, or a date that decides between names, may be another. */
  readonly names: boolean;
  /** Whether the set of known ids is another. */
  readonly ids: boolean;
  /** Whether what ties definitions to each other may be otherwise. */
  readonly ties: boolean;
}

/** What a sidecar defines, as far as others depend on it: kept when the rest is not in memory. */
export interface Defined {
  readonly definitions: readonly Definition[];
  /** Of each definition the digest of its source. */
  readonly digests: ReadonlyMap<IdKey, number>;
  /** The subjects of its events, by their source. */
  readonly events: ReadonlyMap<string, string>;
}

export const definesNothing: Defined = { definitions: [], digests: new Map(), events: new Map() };

export function definedIn(sidecar: Sidecar): Defined {
  const { definitions } = sidecar;
  if (definitions.length === 0) {
    return definesNothing;
  }
  const digests = new Map<IdKey, number>();
  const events = new Map<string, string>();
  for (const definition of definitions) {
    const key = idKey(definition.kind, definition.id.value);
    const text = textOf(sidecar, definition);
    const before = digests.get(key);
    digests.set(key, digestOf(before === undefined ? text : `${before} ${text}`));
    const subject = definition.fields.get('subject')?.value;
    if (definition.kind === 'event' && subject !== undefined) {
      events.set(flatCopy(text), subject);
    }
  }
  return { definitions, digests, events };
}

/** What a definition says: its source, and what aliases (`*name`) bring in from elsewhere. */
function textOf(sidecar: Sidecar, definition: Definition): string {
  const { start, end } = definition.span;
  const source = sidecar.text.slice(start, end);
  return source.includes('*') ? source + JSON.stringify(definition, withoutPlaces) : source;
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'span' || key === 'origin' ? undefined : value instanceof Map ? [...value] : value;
}

/** Compares what two versions of a sidecar define. */
export function definitionChanges(before: Defined, after: Defined): DefinitionChanges {
  const keys = new Set<IdKey>();
  for (const key of new Set([...before.digests.keys(), ...after.digests.keys()])) {
    if (before.digests.get(key) !== after.digests.get(key)) {
      keys.add(key);
    }
  }
  const [was, is] = [definitionsOf(before, keys), definitionsOf(after, keys)];
  const changed = new Map<IdKey, Reach>();
  let ids = false;
  let names = false;
  let ties = false;
  for (const key of keys) {
    const [old, now] = [was.get(key) ?? [], is.get(key) ?? []];
    changed.set(key, reachOf(old, now));
    ids ||= old.length === 0 || now.length === 0;
    ties ||= differs(old, now, whatTies);
    names ||= key.startsWith('entity:');
  }
  // Definitions moved within the file are new objects that mentions must point to.
  names ||= definesEntities(before) || definesEntities(after);
  return { changed, names, ids, ties };
}

/** The definitions of some keys. */
function definitionsOf(
  { definitions }: Defined,
  keys: ReadonlySet<IdKey>,
): ReadonlyMap<IdKey, readonly Definition[]> {
  const found = new Map<IdKey, readonly Definition[]>();
  for (const definition of keys.size === 0 ? [] : definitions) {
    const key = idKey(definition.kind, definition.id.value);
    if (keys.has(key)) {
      found.set(key, [...(found.get(key) ?? []), definition]);
    }
  }
  return found;
}

/** @param before,after what is defined under one id, commonly one definition each */
function reachOf(before: readonly Definition[], after: readonly Definition[]): Reach {
  return differs(before, after, ({ kind }) => kind)
    ? 'known'
    : differs(before, after, whatIsMeant)
      ? 'meant'
      : differs(before, after, ({ name }) => name)
        ? 'named'
        : 'told';
}

function differs(
  before: readonly Definition[],
  after: readonly Definition[],
  aspect: (definition: Definition) => unknown,
): boolean {
  return (
    JSON.stringify(before.map(aspect), withoutPlaces) !==
    JSON.stringify(after.map(aspect), withoutPlaces)
  );
}

/**
 * The fields of a definition by which facts of other files are judged. A rule about facts that comes to read another one
 * adds it here: while people type in a definition that thousands of files use, these are checked for nothing else.
 */
const judgedBy = {
  organisation: ['kind', 'place', 'founded', 'dissolved'],
  place: ['partOf'],
  person: [],
  document: [],
  event: ['type', 'subject', 'property', 'place', 'before', 'after', 'by', 'date', 'modality'],
  // Facts hold their property (`property.ts`), with its name.
  property: ['type', 'unit', 'integer', 'min', 'max', 'additiveOver', 'stableFor', 'single'],
} as const satisfies Record<DefinitionKind, readonly string[]>;

function whatIsMeant(definition: Definition): unknown {
  const { kind, fields } = definition;
  const read = judgedBy[kind].map((field) => fields.get(field)?.value);
  return kind === 'organisation'
    ? [read, definition.members]
    : kind === 'property'
      ? [read, definition.name, definition.separators]
      : read;
}

/** What rules about the register read: who comes after whom, and who holds a post. */
function whatTies(definition: Definition): unknown {
  const { kind, name, fields } = definition;
  if (kind === 'organisation') {
    const dates = [fields.get('founded')?.value, fields.get('dissolved')?.value];
    return [kind, name, dates, definition.predecessors, definition.successors];
  }
  return kind === 'person' ? [kind, name, definition.roles] : kind;
}

/** Whether any definition that is in both versions of a sidecar stands elsewhere. */
export function definitionsMoved(before: Defined, after: Defined): boolean {
  const starts = new Map(
    before.definitions.map(({ kind, id, span }) => [idKey(kind, id.value), span.start]),
  );
  return after.definitions.some(({ kind, id, span }) => {
    const start = starts.get(idKey(kind, id.value));
    return start !== undefined && start !== span.start;
  });
}

function definesEntities({ definitions }: Defined): boolean {
  return definitions.some(({ kind }) => spaceOf(kind) === 'entity');
}

/** Subjects whose events differ between two versions of a sidecar. */
export function changedEventSubjects(before: Defined, after: Defined): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const [text, subject] of [...before.events, ...after.events]) {
    if (before.events.has(text) !== after.events.has(text)) {
      subjects.add(subject);
    }
  }
  return subjects;
}
