import type { Located } from '../text/span.js';
import type { YamlMap, YamlNode, YamlScalar } from '../text/yamlTree.js';

/* Reading single keys of a mapping. A value of the wrong shape reads as absent: the schema says so. */

export function isMap(node: YamlNode | null | undefined): node is YamlMap {
  return node?.kind === 'map';
}

/** The mapping under a key. */
export function fieldMap(map: YamlMap, name: string): YamlMap | undefined {
  const node = valueOf(map, name);
  return isMap(node) ? node : undefined;
}

/** `{name: text}` for a key with a plain value, and `{}` otherwise: made to be spread. */
export function fieldText<K extends string>(map: YamlMap, name: K): { [P in K]?: Located<string> } {
  const located = textOf(valueOf(map, name));
  return located === undefined ? {} : ({ [name]: located } as { [P in K]?: Located<string> });
}

/** The texts under a key that takes one or a list of them. */
export function fieldTexts(map: YamlMap, name: string): readonly Located<string>[] {
  const node = valueOf(map, name);
  if (node?.kind === 'list') {
    return node.items.flatMap((item) => textOf(item) ?? []);
  }
  const text = textOf(node);
  return text === undefined ? [] : [text];
}

/** A scalar as text with its place; nothing for null, lists and mappings. */
export function textOf(node: YamlNode | null | undefined): Located<string> | undefined {
  return node?.kind === 'scalar' && !node.isNull ? located(node) : undefined;
}

export function located(scalar: YamlScalar): Located<string> {
  const { text, span, origin } = scalar;
  return { value: text, span, ...(origin && { origin }) };
}

export function valueOf(map: YamlMap, name: string): YamlNode | null | undefined {
  // A loop, not `find`: a fact is asked for two dozen keys, most of them absent.
  for (const { key, value } of map.entries) {
    if (key.text === name) {
      return value;
    }
  }
  return undefined;
}
