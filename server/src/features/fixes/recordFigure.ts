import { figuresOf } from '../../articles/figures.js';
import { statementOfFigure } from '../recording/figureStatement.js';
import { recordings } from '../recording/recordings.js';
import type { FixProvider } from './fix.js';

/** Records a figure of an article as a fact of its sidecar, which is created where there is none. */
export const recordFigure: FixProvider = {
  codes: ['figure-unrecorded', 'figure-disagrees'],
  *fixes({ uri, span }, context) {
    const { corpus } = context;
    const article = corpus.article(uri);
    const figure =
      article === undefined
        ? undefined
        : figuresOf(article.content).find(
            (one) => one.span.start === span.start && one.span.end === span.end,
          );
    const statement =
      article === undefined || figure === undefined
        ? undefined
        : statementOfFigure(article, figure, corpus);
    if (statement?.kind !== 'statement') {
      return;
    }
    for (const { title, edit } of recordings(context, statement)) {
      yield {
        title,
        uri: edit.uri,
        changes: edit.changes,
        ...(edit.isNew ? { isNew: true } : {}),
      };
    }
  },
};
