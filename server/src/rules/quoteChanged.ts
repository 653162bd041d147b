import { doubtfulQuotes } from './quoteRules.js';
import type { SidecarRule } from './rule.js';

/** Quoted words that stand in the article in a slightly different form. */
export const quoteChanged: SidecarRule = {
  kind: 'sidecar',
  code: 'quote-changed',
  level: 'warning',
  summary: 'The article has these words in a slightly different form.',
  *check(sidecar, corpus) {
    for (const { anchor, article } of doubtfulQuotes(sidecar, corpus)) {
      const { match, quote } = anchor;
      if (match.kind === 'changed') {
        const span = article.content.rendered.sourceSpan(match.span);
        const now = match.text.replace(/\s+/g, ' ').trim();
        yield {
          uri: sidecar.uri,
          span: quote.exact.span,
          message: `The article now reads “${now}”. Update the quote if it still says the same.`,
          related: [{ uri: article.uri, span, message: 'The closest words in the article.' }],
        };
      }
    }
  },
};
