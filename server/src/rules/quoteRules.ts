import { anchorsOfFile, quotedPlaces, type Anchor, type AnchorsOfFile } from '../corpus/anchor.js';
import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';

/**
 * Finds the quotes of a sidecar, one fact after the other: looking for words that are not there takes
 * its time. What is found is remembered for the rules, and where it stands is kept for those who tell of it.
 */
export function* findQuotes(sidecar: SidecarEntry, corpus: Corpus): Generator<undefined> {
  const { article, anchors } = articleWithAnchors(sidecar, corpus) ?? {};
  if (article === undefined || anchors === undefined) {
    return;
  }
  for (const position of sidecar.facts.keys()) {
    if (anchors.of(position).length > 0) {
      yield;
    }
  }
  quotedPlaces(sidecar, article);
}

/** Every quote of a sidecar with its match in the article; nothing where the article is not there. */
export function* anchoredQuotes(
  sidecar: SidecarEntry,
  corpus: Corpus,
): Iterable<{ readonly anchor: Anchor; readonly article: ArticleEntry }> {
  const { article, anchors } = articleWithAnchors(sidecar, corpus) ?? {};
  if (article === undefined || anchors === undefined) {
    return;
  }
  for (const position of sidecar.facts.keys()) {
    for (const anchor of anchors.of(position)) {
      yield { anchor, article };
    }
  }
}

/** The article of a sidecar, where it is there and was read, and where the quotes stand in it. */
function articleWithAnchors(
  sidecar: SidecarEntry,
  corpus: Corpus,
): { readonly article: ArticleEntry; readonly anchors: AnchorsOfFile } | undefined {
  const { link } = sidecar;
  const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
  const read = article?.content;
  return article === undefined || read === undefined || read.limit?.readAs === 'nothing'
    ? undefined
    : { article, anchors: anchorsOfFile(read, sidecar.content) };
}
