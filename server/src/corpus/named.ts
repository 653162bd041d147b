import type { Definition } from '../sidecars/definition.js';

/** A definition that can be mentioned in a text, with the file that holds it. */
export interface Named {
  readonly uri: string;
  readonly definition: Definition;
}

/** Kinds that texts mention by name. */
const mentionable = new Set(['organisation', 'person', 'place', 'document']);

/** The name and aliases by which texts mention something; none for what they do not mention. */
export function formsOf({ definition }: Named): readonly string[] {
  if (!mentionable.has(definition.kind)) {
    return [];
  }
  const forms = definition.aliases.map(({ value }) => value);
  return definition.name === undefined ? forms : [definition.name.value, ...forms];
}
