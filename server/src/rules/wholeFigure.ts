import type { Figure } from '../articles/figures.js';
import type { CountedFigure } from '../corpus/articleIndex.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { sentencesNear } from '../text/sentences.js';
import { covers, type Span } from '../text/span.js';
import { findDates } from '../values/prose.js';

/* Whether the words around a figure plainly state a whole. Tried on some 1,300 policy texts. */

/** Words that tell of another time than the article's, or of something that is not so (yet). */
const otherTime =
  /\b(?:will|would|could|might|may|should|shall|plans?|planned|proposals?|proposed|propos\w+|expected?|forecasts?|if|until|till|before|after|from|former\w*|previous\w*|originals?|originally|once|then|earlier|later|by|ago|were|was|had|used|new|merge\w*|cut|reduc\w+|halv\w+|increas\w+|become|became|created?|into|nearly|almost|around|about|some|other|remaining|another|first|last|at least|at most|perhaps|maybe|(?:I|we) (?:think|believe|guess|understand)|survey\w*|sampl\w*|polls?|polled|repl\w+|respon\w+)\b/i;

/** What follows a name and narrows it: "the 140 trusts which …", "taking part", "and 12 others". */
const narrowed =
  /^\s*(?:in|of|on|at|to|across|around|within|among|between|outside|inside|near|under|for|that|which|who|whose|where|with|without|having|we|they|it|he|she|I|you|and|or|plus|run|left|known|seen|found|chosen|held|now|already|currently|recently|so far|thus|still|has|have already|[a-z]+ed|[a-z]+ing)\b|^\s*,\s*(?:for their|who|which|that|whose|where)\b/i;

/** What follows a place and narrows the name before it all the same: "62 universities in Britain that …". */
const narrowedThere =
  /^\s*,?\s*(?:outside|except|apart|excluding|that|which|who|whose|where|with(?! (?:more|less|fewer|over|some|about|all|an?)\b)|without|having|run|left|found|chosen|already|currently|so far|[a-z]+ed|[a-z]+ing)\b/i;

/** A question states nothing; "…, is that correct?" behind a statement asks about that. */
const asks = /^\W*(?:is|are|was|were|do|does|did|has|have|can|who|what|which|why|how)\b.*\?\W*$/is;

/** "GMCA is the ten councils", "are these the 40 offices?": whose they are was said elsewhere. */
const pointing =
  /\b(?:is|are|was|were|this|that|these|those|comprises?|includes?|represents?)\s+(?:all\s+|of\s+)*(?:the\s*)?$/i;

/** "The two countries", "all three trusts": so few, without a place, are those just spoken of. */
const FEW = 10;

/**
 * The place for which a figure plainly states the whole: `England's 151 trusts`, `all 151 trusts`,
 * `the 151 trusts`. Null where it may be a part, or speak of another time. An empty text: no place
 * is named.
 */
export function wholeOf(
  article: ArticleEntry,
  { figure, mention, between }: CountedFigure,
  corpus: Corpus,
): string | null {
  const { text } = article.content.rendered;
  const { min, max, unit } = figure.quantity;
  if (min === null || max?.eq(min) !== true || unit !== null || between !== '') {
    return null;
  }
  if (!mayStateWhole(text, figure, mention.span.end)) {
    return null;
  }
  const sentence = sentencesNear(text, figure.rendered.start).find((span) =>
    covers(span, figure.rendered),
  );
  if (sentence === undefined) {
    return null;
  }
  if (isCut(article, sentence) || asks.test(text.slice(sentence.start, sentence.end))) {
    return null;
  }
  const before = text.slice(sentence.start, figure.rendered.start);
  const after = text.slice(mention.span.end, sentence.end);
  const around = `${before} ${after}`;
  if (otherTime.test(around) || findDates(around).length > 0) {
    return null;
  }
  if (narrowed.test(after)) {
    return placeAfter(article, mention.span.end, corpus);
  }
  const owner = possessivePlace(article, figure.rendered.start, corpus);
  if (owner !== null) {
    return owner;
  }
  const pointsBack = max.lt(FEW);
  const lead = figureLead(before, figure.text);
  return !pointsBack && !pointing.test(before) && /\b(?:all|all of the|the)\s*$/i.test(lead)
    ? ''
    : null;
}

/** So far before a figure and after a name stand the words that can make it a whole. */
const NEARBY = 24;

/** Nearly all figures are told apart by the words next to them, before anything else is read. */
function mayStateWhole(text: string, { text: written, rendered }: Figure, end: number): boolean {
  const before = text.slice(Math.max(0, rendered.start - NEARBY), rendered.start);
  return (
    /(?:\b(?:all|the)|['’]s?)\s*$/i.test(before) ||
    /^(?:all|the)\s/i.test(written) ||
    /^\s+(?:in|across)\s/i.test(text.slice(end, end + NEARBY))
  );
}

/** What leads up to a figure; the figure's own text may begin with "all" or "the". */
function figureLead(before: string, figure: string): string {
  const own = /^(?:all|all of the|the)\s/i.exec(figure);
  return own === null ? before : own[0];
}

/**
 * Whether a sentence goes on in another block, as in a text that breaks a paragraph at every line: its
 * time and what narrows it may stand there.
 */
function isCut({ content: { blockTable, rendered } }: ArticleEntry, sentence: Span): boolean {
  const at = blockTable.holding(sentence.start);
  const block = blockTable.block(at);
  const open =
    /\b(?:an?|and|are|at|by|for|from|had|has|have|in|is|of|on|or|that|the|to|was|were|with)\s*$/;
  const opening = /^\s*(?:\p{Ll}|…|\.\.)/u;
  const words = (span: Span | undefined): string =>
    span === undefined ? '' : rendered.text.slice(span.start, span.end);
  if (block?.kind !== 'paragraph' || !covers(block.rendered, sentence)) {
    return false;
  }
  const isFirst = words({ start: block.rendered.start, end: sentence.start }).trim() === '';
  const isLast = words({ start: sentence.end, end: block.rendered.end }).trim() === '';
  return (
    (isFirst &&
      (opening.test(words(sentence)) || open.test(words(blockTable.block(at - 1)?.rendered)))) ||
    (isLast && opening.test(words(blockTable.block(at + 1)?.rendered)))
  );
}

/** `in England`: the named place, right after the counted name. */
function placeAfter(article: ArticleEntry, offset: number, corpus: Corpus): string | null {
  const { text } = article.content.rendered;
  const next = corpus.mentionsIn(article).find(({ span }) => span.start >= offset);
  const named = next?.candidates[0]?.definition;
  const gap = next === undefined ? '' : text.slice(offset, next.span.start);
  const isWhole =
    named?.kind === 'place' &&
    /^\s+(?:in|across)\s+(?:the\s+)?$/i.test(gap) &&
    !narrowedThere.test(text.slice(next?.span.end));
  return isWhole ? named.id.value : null;
}

/** `England's 151`: the place whose possessive stands right before the figure. */
function possessivePlace(article: ArticleEntry, offset: number, corpus: Corpus): string | null {
  const { text } = article.content.rendered;
  const last = corpus.mentionsIn(article).findLast(({ span }) => span.end <= offset);
  const named = last?.candidates[0]?.definition;
  const gap = last === undefined ? '' : text.slice(last.span.end, offset);
  return named?.kind === 'place' && /^['’]s?\s+$/.test(gap) ? named.id.value : null;
}
