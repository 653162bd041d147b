import { parseDocument } from 'yaml';
import { NameMatcher } from '../../server/src/corpus/names.js';
import { readSidecar } from '../../server/src/sidecars/readSidecar.js';

/*
 * The parts of the product that are measured within this process. Where the way a closed file is read
 * becomes another, this is the one place to change.
 */

/** Reads a sidecar as the index does. */
export function readAsIndex(text: string): unknown {
  return readSidecar(text);
}

/** What the `yaml` package alone makes of the same text. */
export function parseWithYaml(text: string): unknown {
  return parseDocument(text);
}

/** How many names of the registers are mentioned in the articles, the matcher made anew. */
export function countMentions(definitions: Definitions, articles: readonly string[]): number {
  const matcher = new NameMatcher(
    definitions.map((definition) => ({ uri: 'file:///register.facts.yaml', definition })),
  );
  return articles.reduce((sum, text) => sum + matcher.find(text).length, 0);
}

export type Definitions = ReturnType<typeof readSidecar>['definitions'];

/** The definitions of registers. */
export function definitionsIn(registers: readonly string[]): Definitions {
  return registers.flatMap((text) => readSidecar(text).definitions);
}
