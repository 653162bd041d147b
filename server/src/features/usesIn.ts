import type { Corpus } from '../corpus/corpus.js';
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
  return [
    ...sidecar.uses,
    ...sidecar.facts
      .map(valueUses)
      .flatMap((uses) =>
        uses.filter(({ span }) => uses.filter((other) => other.span === span).length === 1),
      ),
  ];
}
