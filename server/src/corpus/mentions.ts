import type { Article } from '../articles/article.js';
import type { Definition } from '../sidecars/definition.js';
import { readDate, type DateRange } from '../values/date.js';
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
  const mentions = names.find(article.rendered.text);
  const { published } = info;
  if (published === undefined || mentions.every(({ candidates }) => candidates.length < 2)) {
    return mentions;
  }
  return mentions.map(({ span, candidates }) => ({
    span,
    candidates: atDate(candidates, published),
  }));
}

function atDate(candidates: readonly Named[], published: DateRange): readonly Named[] {
  if (candidates.length < 2) {
    return candidates;
  }
  const existing = candidates.filter(({ definition }) => {
    const { founded, dissolved } = lifeOf(definition);
    return (
      (founded === undefined || founded.start < published.end) &&
      (dissolved === undefined || dissolved.end > published.start)
    );
  });
  return existing.length === 0 ? candidates : existing;
}

interface Life {
  readonly founded: DateRange | undefined;
  readonly dissolved: DateRange | undefined;
}

/** Kept, since a name that several bear ("the government") is one that texts are full of. */
const lives = new WeakMap<Definition, Life>();

function lifeOf(definition: Definition): Life {
  let life = lives.get(definition);
  if (life === undefined) {
    life = {
      founded: dateOf(definition.fields.get('founded')?.value),
      dissolved: dateOf(definition.fields.get('dissolved')?.value),
    };
    lives.set(definition, life);
  }
  return life;
}

function dateOf(written: string | undefined): DateRange | undefined {
  const reading = written === undefined ? undefined : readDate(written);
  return reading?.kind === 'date' ? reading.date : undefined;
}
