import { figuresOf, type Figure } from '../../articles/figures.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { contains, span, type Span } from '../../text/span.js';
import { refused, type Refusal } from './guess.js';
import { statementOf, widenedQuote, type Statement } from './statement.js';
import { countedBy } from './valueGuess.js';

/** The figure of an article at an offset of its source. */
export function figureAt({ content }: ArticleEntry, offset: number): Figure | undefined {
  return figuresOf(content).find((figure) => contains(figure.span, offset));
}

/** The statement that a figure makes with what it counts, in as few words as are found again. */
export function statementOfFigure(
  article: ArticleEntry,
  figure: Figure,
  corpus: Corpus,
): Statement | Refusal {
  const { start, end } = figure.rendered;
  const counted = countedBy(article, figure, corpus);
  const words: Span = span(start, counted?.mention.span.end ?? end);
  // A figure alone reads badly as a quote, and seldom stands in a text only once.
  const quoted = counted === undefined ? withNextWords(article, words) : words;
  const widened = widenedQuote(article, quoted);
  return widened === undefined && counted !== undefined
    ? refused('These words stand in the article more than once, and nothing tells them apart.')
    : statementOf(article, words, widened ?? words);
}

/** With up to two words that follow in the same sentence and clause. */
function withNextWords(article: ArticleEntry, words: Span): Span {
  const block = article.content.blocks.find(
    ({ rendered }) => rendered.start <= words.start && words.end <= rendered.end,
  );
  const rest = article.content.rendered.text.slice(words.end, block?.rendered.end ?? words.end);
  const next = /^(?:[^\S\n]*\n?[^\S\n]*[\p{L}’'-]+){1,2}/u.exec(rest)?.[0] ?? '';
  return span(words.start, words.end + next.length);
}
