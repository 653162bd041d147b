import { anchorsIn, type Anchor } from '../corpus/anchor.js';
import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';

/**
 * Finds the quotes of a sidecar, one fact after the other: looking for words that are not there takes
 * its time. What is found is remembered for the rules.
 */
export function* findQuotes({ facts, link }: SidecarEntry, corpus: Corpus): Generator<undefined> {
  const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
  if (article === undefined || article.content.limit?.readAs === 'nothing') {
    return;
  }
  for (const { fact } of facts) {
    if (fact.quotes.length > 0) {
      anchorsIn(article, fact);
      yield;
    }
  }
}

/** Every quote of a sidecar with its match in the article; nothing where the article is not there. */
export function* anchoredQuotes(
  { facts, link }: SidecarEntry,
  corpus: Corpus,
): Iterable<{ readonly anchor: Anchor; readonly article: ArticleEntry }> {
  const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
  if (article === undefined || article.content.limit?.readAs === 'nothing') {
    return;
  }
  for (const { fact } of facts) {
    for (const anchor of anchorsIn(article, fact)) {
      yield { anchor, article };
    }
  }
}
