import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus, SidecarEntry } from '../corpus/corpus.js';
import { frontMatterUses, usesAround, valueUses, type IdUse } from '../corpus/idUse.js';
import { contains } from '../text/span.js';

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

/** The first of {@link usesIn} that an offset of a sidecar touches. @param bound the fact there, if there is one */
export function useAt(
  { content }: SidecarEntry,
  bound: BoundFact | undefined,
  offset: number,
): IdUse | undefined {
  return (
    touched(usesAround(content, bound?.fact, offset), offset) ??
    (bound === undefined ? undefined : touched(loneValueUses(bound), offset))
  );
}

function touched(uses: readonly IdUse[], offset: number): IdUse | undefined {
  return uses.find((use) => contains(use.span, offset));
}

/** The ids in a fact's value that have a place each. */
function loneValueUses(bound: BoundFact): readonly IdUse[] {
  const uses = valueUses(bound);
  return uses.filter(({ span }) => uses.filter((other) => other.span === span).length === 1);
}
