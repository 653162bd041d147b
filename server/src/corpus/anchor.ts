import type { Article } from '../articles/article.js';
import type { Fact, QuoteSource } from '../sidecars/sidecar.js';
import type { QuoteMatch } from '../text/quote.js';
import type { Span } from '../text/span.js';
import type { BoundFact } from './boundFact.js';
import type { ArticleEntry, Corpus } from './corpus.js';
import { findQuote } from './quoteMatches.js';

/** A quote and where its words stand in the article. Spans of `match` are in the rendered text. */
export interface Anchor {
  readonly quote: QuoteSource;
  readonly match: QuoteMatch;
}

const cache = new WeakMap<Fact, { article: Article; anchors: readonly Anchor[] }>();

/** Where the quotes of a fact stand in an article. */
export function anchorsIn(article: ArticleEntry, fact: Fact): readonly Anchor[] {
  const known = cache.get(fact);
  if (known?.article === article.content) {
    return known.anchors;
  }
  const { content } = article;
  const anchors = fact.quotes.map((quote) => ({ quote, match: findQuote(content, quote) }));
  cache.set(fact, { article: article.content, anchors });
  return anchors;
}

/** The article a fact's sidecar belongs to, where it is there. */
export function articleOfFact(corpus: Corpus, { article }: BoundFact): ArticleEntry | undefined {
  return article.articleUri === null ? undefined : corpus.article(article.articleUri);
}

/** Where the words of a fact stand, as spans of the article's source: for every quote that is found. */
export function quotedWords(
  corpus: Corpus,
  bound: BoundFact,
): readonly { readonly uri: string; readonly span: Span }[] {
  const article = articleOfFact(corpus, bound);
  if (article === undefined) {
    return [];
  }
  return anchorsIn(article, bound.fact).flatMap(({ match }) => {
    const spans =
      match.kind === 'found' || match.kind === 'changed'
        ? [match.span]
        : match.kind === 'ambiguous'
          ? match.spans
          : [];
    return spans.slice(0, 1).map((span) => ({
      uri: article.uri,
      span: article.content.rendered.sourceSpan(span),
    }));
  });
}
