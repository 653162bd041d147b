import type { Located } from '../text/span.js';
import { LIST, MAP, STRIDE, type YamlTape } from '../text/yamlTape.js';
import type { Definition, DefinitionKind, Role } from './definition.js';
import { fieldText, fieldTexts, none, valueOf } from './fields.js';

/**
 * Reads one definition: `id: {name: …}` under `organisations`, `people` and the other sections.
 *
 * @param key its id; the node after it is what the id stands for
 */
export function readDefinition(kind: DefinitionKind, tape: YamlTape, key: number): Definition {
  const map = key + STRIDE;
  const fields = plainFields(tape, map);
  const base = {
    id: tape.located(key, tape.word(key)),
    span: { start: tape.start(key), end: Math.max(tape.end(map), tape.end(key)) },
    name: fields.get('name'),
    aliases: fieldTexts(tape, map, 'aliases'),
    fields,
  };
  switch (kind) {
    case 'organisation':
      return {
        kind,
        ...base,
        predecessors: fieldTexts(tape, map, 'predecessors'),
        successors: fieldTexts(tape, map, 'successors'),
        members: fieldTexts(tape, map, 'members'),
      };
    case 'person':
      return { kind, ...base, roles: readRoles(tape, map) };
    case 'property':
      return { kind, ...base, separators: fieldTexts(tape, map, 'separators') };
    case 'place':
    case 'document':
    case 'event':
      return { kind, ...base };
  }
}

function plainFields(tape: YamlTape, map: number): ReadonlyMap<string, Located<string>> {
  const fields = new Map<string, Located<string>>();
  if (tape.kind(map) === MAP) {
    const end = tape.after(map);
    for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      const text = tape.locatedWord(key + STRIDE);
      if (text !== undefined) {
        fields.set(tape.word(key), text);
      }
    }
  }
  return fields;
}

function readRoles(tape: YamlTape, map: number): readonly Role[] {
  const list = valueOf(tape, map, 'roles');
  if (list === undefined || tape.kind(list) !== LIST) {
    return none;
  }
  const roles: Role[] = [];
  const end = tape.after(list);
  for (let item = list + STRIDE; item < end; item = tape.after(item)) {
    if (tape.kind(item) === MAP) {
      roles.push(readRole(tape, item));
    }
  }
  return roles;
}

function readRole(tape: YamlTape, map: number): Role {
  return {
    span: tape.span(map),
    ...fieldText(tape, map, 'post'),
    ...fieldText(tape, map, 'organisation'),
    ...fieldText(tape, map, 'from'),
    ...fieldText(tape, map, 'until'),
    ...fieldText(tape, map, 'asOf'),
    soleHolder: fieldText(tape, map, 'soleHolder').soleHolder?.value === 'true',
  };
}
