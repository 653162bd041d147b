import type { Located } from '../text/span.js';
import type { YamlEntry, YamlMap } from '../text/yamlTree.js';
import type { Definition, DefinitionKind, Role } from './definition.js';
import { fieldText, fieldTexts, isMap, located, textOf, valueOf } from './fields.js';

/** Reads one definition: `id: {name: …}` under `organisations`, `people` and the other sections. */
export function readDefinition(kind: DefinitionKind, entry: YamlEntry): Definition {
  const map: YamlMap = isMap(entry.value)
    ? entry.value
    : { kind: 'map', span: entry.key.span, entries: [] };
  const fields = plainFields(map);
  const base = {
    id: located(entry.key),
    span: entry.span,
    name: fields.get('name'),
    aliases: fieldTexts(map, 'aliases'),
    fields,
  };
  switch (kind) {
    case 'organisation':
      return {
        kind,
        ...base,
        predecessors: fieldTexts(map, 'predecessors'),
        successors: fieldTexts(map, 'successors'),
        members: fieldTexts(map, 'members'),
      };
    case 'person':
      return { kind, ...base, roles: readRoles(map) };
    case 'property':
      return { kind, ...base, separators: fieldTexts(map, 'separators') };
    case 'place':
    case 'document':
    case 'event':
      return { kind, ...base };
  }
}

function plainFields(map: YamlMap): ReadonlyMap<string, Located<string>> {
  const fields = new Map<string, Located<string>>();
  for (const { key, value } of map.entries) {
    const text = textOf(value);
    if (text !== undefined) {
      fields.set(key.text, text);
    }
  }
  return fields;
}

function readRoles(map: YamlMap): readonly Role[] {
  const list = valueOf(map, 'roles');
  const items = list?.kind === 'list' ? list.items : [];
  return items.filter(isMap).map((role) => ({
    span: role.span,
    ...fieldText(role, 'post'),
    ...fieldText(role, 'organisation'),
    ...fieldText(role, 'from'),
    ...fieldText(role, 'until'),
    ...fieldText(role, 'asOf'),
    soleHolder: textOf(valueOf(role, 'soleHolder'))?.value === 'true',
  }));
}
