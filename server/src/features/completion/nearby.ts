import { quoteFinderOf, sentencesOf, type Article } from '../../articles/article.js';
import { covers, type Span } from '../../text/span.js';
import { factQuotes, type Typing } from './typing.js';

/** Where the words stand that the fact being typed quotes, in the article's rendered text. */
export function quotedPlace(typing: Typing): Span | undefined {
  const content = typing.article?.content;
  for (const exact of content === undefined ? [] : factQuotes(typing)) {
    const place = placeOf(content, exact);
    if (place !== undefined) {
      return place;
    }
  }
  return undefined;
}

function placeOf(content: Article | undefined, exact: string): Span | undefined {
  const match = content && quoteFinderOf(content).find({ exact });
  return match?.kind === 'found' || match?.kind === 'changed'
    ? match.span
    : match?.kind === 'ambiguous'
      ? match.spans[0]
      : undefined;
}

/** How far a stretch of a text is from another; 0 where they touch. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** How much further off another sentence is than its distance, in characters: a rule of thumb. */
const OTHER_SENTENCE = 200;

/**
 * The ids that the article mentions, those nearest to the fact's quote first; in the order of the
 * text where nothing is quoted yet.
 */
export function mentionedIds(typing: Typing): readonly string[] {
  const { article, context } = typing;
  if (article === undefined) {
    return [];
  }
  const quote = quotedPlace(typing) ?? { start: 0, end: 0 };
  const sentence = sentencesOf(article.content).find((one) => covers(one, quote)) ?? quote;
  const nearest = new Map<string, number>();
  for (const { span, candidates } of context.corpus.mentionsIn(article)) {
    for (const { definition } of candidates) {
      const id = definition.id.value;
      const far = distance(span, quote) + (covers(sentence, span) ? 0 : OTHER_SENTENCE);
      nearest.set(id, Math.min(nearest.get(id) ?? Infinity, far));
    }
  }
  return [...nearest].sort(([, a], [, b]) => a - b).map(([id]) => id);
}
