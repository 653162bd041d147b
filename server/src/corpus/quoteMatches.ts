import { quoteFinderOf, type Article } from '../articles/article.js';
import type { QuoteSource } from '../sidecars/sidecar.js';
import type { QuoteMatch } from '../text/quote.js';

/** So many are remembered of one article: a quote that is being typed is another one after every key. */
const MOST_REMEMBERED = 10_000;

/** By article and the words of the quote. */
const remembered = new WeakMap<Article, Map<string, QuoteMatch>>();

/**
 * Where a quote stands in an article; spans are in the rendered text. Remembered as long as the article
 * is: after an edit of a sidecar nearly all its quotes are as before.
 */
export function findQuote(article: Article, { exact, prefix, suffix }: QuoteSource): QuoteMatch {
  if (prefix !== undefined || suffix !== undefined) {
    return quoteFinderOf(article).find({
      exact: exact.value,
      ...(prefix === undefined ? {} : { prefix: prefix.value }),
      ...(suffix === undefined ? {} : { suffix: suffix.value }),
    });
  }
  let known = remembered.get(article);
  if (known === undefined || known.size >= MOST_REMEMBERED) {
    known = new Map();
    remembered.set(article, known);
  }
  let match = known.get(exact.value);
  if (match === undefined) {
    match = quoteFinderOf(article).find({ exact: exact.value });
    known.set(exact.value, match);
  }
  return match;
}
