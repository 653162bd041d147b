import { claimsOf } from './figureClaims.js';
import { contradictionOf } from './knownCounts.js';
import type { FigureRule } from './rule.js';

/** A figure in an article that contradicts what the corpus holds for that time. */
export const figureDisagrees: FigureRule = {
  kind: 'figures',
  code: 'figure-disagrees',
  level: 'warning',
  summary: 'A figure in an article contradicts the facts of others for that time.',
  *check(article, corpus) {
    for (const claim of claimsOf(article, corpus)) {
      const against = contradictionOf(article, claim, corpus);
      if (against !== null) {
        yield {
          uri: article.uri,
          span: claim.span,
          message: `${corpus.register.nameOf(claim.counted)}: ${claim.text} here, but ${against.words()}. If the text is right, record it as a fact with its time; otherwise correct it.`,
          related: [against.related()],
        };
      }
    }
  },
};
