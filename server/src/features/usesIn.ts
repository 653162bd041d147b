import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { frontMatterUses, valueUses, type IdUse } from '../corpus/idUse.js';

/**
 * Every place in a file where an id is used: the keys of a sidecar that take one, values that are
 * ids, and an article's front matter. Nothing for a file that is not there. Of several ids in one
 * scalar none: its place is that of them all.
 */
export function usesIn(corpus: Corpus, uri: string): readonly IdUse[] {
  const sidecar = corpus.sidecar(uri);
  if (sidecar === undefined) {
    return frontMatterUses(corpus.article(uri)?.content.frontMatter ?? null);
  }
  return [...sidecar.uses, ...sidecar.facts.flatMap(loneValueUses)];
}

/** The first of {@link usesIn} that an offset of a sidecar touches. */
export function useAt(sidecar: SidecarEntry, offset: number): IdUse | undefined {
  const use = touched(sidecar.uses, offset);
  if (use !== undefined) {
    return use;
  }
  for (const bound of sidecar.facts) {
    const inValue = bound.value?.kind === 'entities' && touched(loneValueUses(bound), offset);
    if (inValue) {
      return inValue;
    }
  }
  return undefined;
}

function touched(uses: readonly IdUse[], offset: number): IdUse | undefined {
  for (const use of uses) {
    const { start, end } = use.span;
    if (start <= offset && offset <= end) {
      return use; // as `contains` has it: a call for each of some hundred uses takes longer
    }
  }
  return undefined;
}

/** The ids in a fact's value that have a place each. */
function loneValueUses(bound: BoundFact): readonly IdUse[] {
  const uses = valueUses(bound);
  return uses.filter(({ span }) => uses.filter((other) => other.span === span).length === 1);
}
