import type { Located } from '../text/span.js';
import { LIST, MAP, STRIDE, type YamlTape } from '../text/yamlTape.js';
import type { YamlMap, YamlNode } from '../text/yamlTree.js';

/* Reading single keys of a mapping. A value of the wrong shape reads as absent: the schema says so. */

export function isMap(node: YamlNode | null | undefined): node is YamlMap {
  return node?.kind === 'map';
}

/** What is shared by all that have none: files have many empty lists. */
export const none: readonly never[] = Object.freeze([]);

/** The value of a key of a mapping; undefined where there is none, or no mapping. */
export function valueOf(tape: YamlTape, map: number, name: string): number | undefined {
  if (tape.kind(map) === MAP) {
    const end = tape.after(map);
    for (let key = map + STRIDE; key < end; key = tape.after(key + STRIDE)) {
      if (tape.word(key) === name) {
        return key + STRIDE;
      }
    }
  }
  return undefined;
}

/** The mapping under a key. */
export function fieldMap(tape: YamlTape, map: number, name: string): number | undefined {
  const value = valueOf(tape, map, name);
  return value !== undefined && tape.kind(value) === MAP ? value : undefined;
}

/** `{name: text}` for a key with a plain value, and `{}` otherwise: made to be spread. */
export function fieldText<K extends string>(
  tape: YamlTape,
  map: number,
  name: K,
): { [P in K]?: Located<string> } {
  const value = valueOf(tape, map, name);
  const located = value === undefined ? undefined : tape.locatedWord(value);
  return located === undefined ? {} : ({ [name]: located } as { [P in K]?: Located<string> });
}

/** The texts under a key that takes one or a list of them. */
export function fieldTexts(tape: YamlTape, map: number, name: string): readonly Located<string>[] {
  const value = valueOf(tape, map, name);
  return value === undefined ? none : textsOf(tape, value);
}

/** A text, or each text of a list. */
export function textsOf(tape: YamlTape, node: number): readonly Located<string>[] {
  if (tape.kind(node) !== LIST) {
    const text = tape.locatedWord(node);
    return text === undefined ? none : [text];
  }
  const end = tape.after(node);
  const texts: Located<string>[] = [];
  for (let item = node + STRIDE; item < end; item = tape.after(item)) {
    const text = tape.locatedWord(item);
    if (text !== undefined) {
      texts.push(text);
    }
  }
  return texts.length === 0 ? none : texts.slice(); // definitions stay: with no room for more
}
