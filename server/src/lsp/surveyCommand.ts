import { byFigures, surveyArticle, type SurveyedArticle } from '../features/articleSurvey.js';
import { Turns } from './nextTurn.js';
import type { ServerCommand } from './serverCommand.js';

/** How long articles are read in one go, in milliseconds. */
const PORTION = 20;

/** So many articles are looked at, and so many of them named. */
const MOST_SURVEYED = 2000;
const MOST_NAMED = 50;

/** What is said of a folder on whose articles nothing is on record yet. */
interface Survey {
  readonly articles: number;
  /** How many of them were looked at for figures. */
  readonly surveyed: number;
  readonly figures: number;
  /** Those without a sidecar that state the most figures. */
  readonly mostFigures: readonly SurveyedArticle[];
}

/** Counts the figures of the articles, read one after the other, with room for other work between them. */
export const surveyCommand: ServerCommand = {
  name: 'policyFacts.survey',
  run: async ({ corpus }, _args, host): Promise<Survey> => {
    const articles = corpus.articles();
    const surveyed: SurveyedArticle[] = [];
    const turns = new Turns(PORTION);
    for (const article of articles.slice(0, MOST_SURVEYED)) {
      surveyed.push(surveyArticle(article));
      if (turns.isOver()) {
        await turns.next();
      }
    }
    const without = surveyed.filter(({ uri }) => corpus.sidecarsFor(uri).length === 0);
    return {
      articles: articles.length,
      surveyed: surveyed.length,
      figures: surveyed.reduce((sum, { figures }) => sum + figures, 0),
      mostFigures: host.spelled(byFigures(without).slice(0, MOST_NAMED)),
    };
  },
};
