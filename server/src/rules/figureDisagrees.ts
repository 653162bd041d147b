import { unquotedIn } from './figureUnrecorded.js';
import type { Quantity } from '../values/quantity.js';
import { agrees, knownCounts, type Known } from './knownCounts.js';
import type { ArticleRule } from './rule.js';
import { wholeOf } from './wholeFigure.js';

/** A figure in an article that contradicts what the corpus holds for that time. */
export const figureDisagrees: ArticleRule = {
  kind: 'article',
  code: 'figure-disagrees',
  level: 'warning',
  summary: 'A figure in an article contradicts the facts of others for that time.',
  *check(article, corpus) {
    for (const candidate of unquotedIn(article, corpus)) {
      const { figure } = candidate;
      const place = wholeOf(article, candidate, corpus);
      const known = place === null ? [] : knownCounts(article, candidate, place, corpus);
      const against = contradiction(figure.quantity, known);
      if (against !== null) {
        const name =
          candidate.counted.definition.name?.value ?? candidate.counted.definition.id.value;
        yield {
          uri: article.uri,
          span: figure.span,
          message: `${name}: ${figure.text} here, but ${against.words}. If the text is right, record it as a fact with its time; otherwise correct it.`,
          related: [against.related],
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
