import { doubtfulQuotes } from './quoteRules.js';
import type { SidecarRule } from './rule.js';

/** Quoted words that are not in the article. */
export const quoteNotFound: SidecarRule = {
  kind: 'sidecar',
  code: 'quote-not-found',
  level: 'error',
  summary: 'The quoted words are not in the article.',
  *check(sidecar, corpus) {
    for (const { anchor, article } of doubtfulQuotes(sidecar, corpus)) {
      if (anchor.match.kind === 'missing') {
        yield {
          uri: sidecar.uri,
          span: anchor.quote.exact.span,
          message: `These words are not in the article${context(anchor.quote)}. Copy them from it as they stand there.`,
          related: [{ uri: article.uri, span: { start: 0, end: 0 }, message: 'The article.' }],
        };
      }
    }
  },
};

function context(quote: { readonly prefix?: unknown; readonly suffix?: unknown }): string {
  return quote.prefix === undefined && quote.suffix === undefined
    ? ''
    : ' with this `prefix` and `suffix` around them';
}
