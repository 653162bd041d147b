import { claimsOf } from './figureClaims.js';
import type { Quantity } from '../values/quantity.js';
import { agrees, knownCounts, type Known } from './knownCounts.js';
import type { FigureRule } from './rule.js';

/** A figure in an article that contradicts what the corpus holds for that time. */
export const figureDisagrees: FigureRule = {
  kind: 'figures',
  code: 'figure-disagrees',
  level: 'warning',
  summary: 'A figure in an article contradicts the facts of others for that time.',
  *check(article, corpus) {
    for (const claim of claimsOf(article, corpus)) {
      const against = contradiction(claim.quantity, knownCounts(article, claim, corpus));
      if (against !== null) {
        const { definition } = claim.counted;
        yield {
          uri: article.uri,
          span: claim.span,
          message: `${definition.name?.value ?? definition.id.value}: ${claim.text} here, but ${against.words()}. If the text is right, record it as a fact with its time; otherwise correct it.`,
          related: [against.related()],
        };
      }
    }
  },
};

/** The figure's first contradiction, if nothing that is on record bears it out. */
function contradiction(figure: Quantity, known: readonly Known[]): Known | null {
  if (known.some(({ quantity }) => agrees(figure, quantity))) {
    return null;
  }
  return known.find(({ isCertain }) => isCertain) ?? null;
}
