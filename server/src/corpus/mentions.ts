import type { Article } from '../articles/article.js';
import { readDate } from '../values/date.js';
import type { ArticleInfo } from './articleInfo.js';
import type { Mention, Named, NameMatcher } from './names.js';

/**
 * The mentions in an article, as spans of its rendered text. Where one name stands for several
 * (two governments are "the government"), the article's date decides if it can.
 */
export function findMentions(
  article: Article,
  info: ArticleInfo,
  names: NameMatcher,
): readonly Mention[] {
  return names.find(article.rendered.text).map((mention) => ({
    span: mention.span,
    candidates: atDate(mention.candidates, info),
  }));
}

function atDate(candidates: readonly Named[], info: ArticleInfo): readonly Named[] {
  const { published } = info;
  if (candidates.length < 2 || published === undefined) {
    return candidates;
  }
  const existing = candidates.filter(({ definition }) => {
    const founded = dateOf(definition.fields.get('founded')?.value);
    const dissolved = dateOf(definition.fields.get('dissolved')?.value);
    return (
      (founded === undefined || founded.start < published.end) &&
      (dissolved === undefined || dissolved.end > published.start)
    );
  });
  return existing.length === 0 ? candidates : existing;
}

function dateOf(written: string | undefined): { start: number; end: number } | undefined {
  const reading = written === undefined ? undefined : readDate(written);
  return reading?.kind === 'date' ? reading.date : undefined;
}
