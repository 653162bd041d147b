import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import type { Sidecar } from '../../../server/src/sidecars/sidecar.js';

/** A problem in one line, with the words it stands at: `words: message`. */
export function problemsOf(sidecar: Sidecar): readonly string[] {
  return [...sidecar.yamlProblems, ...sidecar.schemaProblems].map(
    ({ message, span }) => `${sidecar.text.slice(span.start, span.end)}: ${message}`,
  );
}

/** The problems of a text, in one line each. */
export function problemsIn(text: string): readonly string[] {
  return problemsOf(readSidecar(text));
}

/** The ids of the facts that were read, `?` for one without. */
export function factIds(text: string): readonly string[] {
  return readSidecar(text).facts.map(({ id }) => id?.value ?? '?');
}

/** The value of the first fact as written, or undefined where it has none. */
export function firstValue(text: string): string | undefined {
  const value = readSidecar(text).facts[0]?.value;
  return value?.kind === 'scalar' ? value.text : value?.kind;
}
