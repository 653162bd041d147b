import type { Corpus } from '../../corpus/corpus.js';
import type { Finding } from '../../rules/finding.js';
import type { Capped, ReportArticle, UnrecordedFigures } from './report.js';
import { reportArticle } from './reportFact.js';

/** So many figures of one article are shown. */
const FIGURES = 10;

/** The articles with figures about known organisations that no fact records, as the check finds them. */
export function unrecordedFigures(
  corpus: Corpus,
  findings: readonly Finding[],
  limit: number,
): Capped<UnrecordedFigures> {
  const byArticle = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.code === 'figure-unrecorded') {
      const known = byArticle.get(finding.uri);
      if (known === undefined) {
        byArticle.set(finding.uri, [finding]);
      } else {
        known.push(finding);
      }
    }
  }
  return {
    shown: [...byArticle].slice(0, limit).map(([uri, ofArticle]) => ({
      article: reportArticle(corpus, corpus.infoOf(uri)),
      figures: {
        shown: ofArticle
          .slice(0, FIGURES)
          .map(({ span }) => corpus.source(uri)?.text.slice(span.start, span.end) ?? ''),
        total: ofArticle.length,
      },
    })),
    total: byArticle.size,
  };
}

/** The articles beside which nothing is recorded. */
export function articlesWithoutSidecar(corpus: Corpus, limit: number): Capped<ReportArticle> {
  const alone = corpus.articles().filter(({ uri }) => corpus.sidecarsFor(uri).length === 0);
  return {
    shown: alone.slice(0, limit).map(({ uri }) => reportArticle(corpus, corpus.infoOf(uri))),
    total: alone.length,
  };
}
