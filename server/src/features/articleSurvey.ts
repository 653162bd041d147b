import { figuresOf } from '../articles/figures.js';
import type { ArticleEntry } from '../corpus/corpus.js';

/** What there is to record in an article. */
export interface SurveyedArticle {
  readonly uri: string;
  readonly title: string | null;
  readonly figures: number;
}

/** Reads how many figures an article states. */
export function surveyArticle({ uri, content }: ArticleEntry): SurveyedArticle {
  return { uri, title: content.title, figures: figuresOf(content).length };
}

/** The articles with the most figures first. */
export function byFigures(articles: readonly SurveyedArticle[]): readonly SurveyedArticle[] {
  return [...articles].sort((a, b) => b.figures - a.figures || (a.uri < b.uri ? -1 : 1));
}
