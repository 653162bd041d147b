import { quotedWords } from '../corpus/anchor.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { covers, type Span } from '../text/span.js';
import type { ArticleRule } from './rule.js';

/** In an article with a sidecar: a figure about a known organisation that no fact records. */
export const figureUnrecorded: ArticleRule = {
  kind: 'article',
  code: 'figure-unrecorded',
  level: 'hint',
  summary: 'A figure about a known organisation that no fact of the article records.',
  *check(article, corpus) {
    if (corpus.sidecarsFor(article.uri).length === 0) {
      return;
    }
    const recorded = recordedSpans(article, corpus);
    for (const { figure, counted } of corpus.countedIn(article)) {
      if (!recorded.some((span) => covers(span, figure.span))) {
        yield {
          uri: article.uri,
          span: figure.span,
          message: `No fact records this figure about ${counted.definition.name?.value ?? counted.definition.id.value}: “${figure.text}”.`,
          related: [],
        };
      }
    }
  },
};

/** The words of an article that its facts quote, as spans of its source. */
export function recordedSpans(article: ArticleEntry, corpus: Corpus): readonly Span[] {
  return corpus
    .sidecarsFor(article.uri)
    .flatMap(({ facts }) => facts)
    .flatMap((bound) => quotedWords(corpus, bound))
    .map(({ span }) => span);
}
