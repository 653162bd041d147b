import { doubtfulQuotes } from './quoteRules.js';
import type { SidecarRule } from './rule.js';

/** How many of the places are listed with the finding. */
const LISTED = 5;

/** Quoted words that stand in the article more than once. */
export const quoteAmbiguous: SidecarRule = {
  kind: 'sidecar',
  code: 'quote-ambiguous',
  level: 'warning',
  summary: 'The quoted words stand in the article more than once.',
  *check(sidecar, corpus) {
    for (const { anchor, article } of doubtfulQuotes(sidecar, corpus)) {
      const { match, quote } = anchor;
      if (match.kind === 'ambiguous') {
        yield {
          uri: sidecar.uri,
          span: quote.exact.span,
          message: `These words stand in the article ${match.spans.length} times. Quote more of the sentence, or add a \`prefix\` or \`suffix\`.`,
          related: match.spans.slice(0, LISTED).map((span) => ({
            uri: article.uri,
            span: article.content.rendered.sourceSpan(span),
            message: 'The words stand here.',
          })),
        };
      }
    }
  },
};
