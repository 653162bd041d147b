import { quoteFinderOf, sentencesOf } from '../../articles/article.js';
import { figuresOf } from '../../articles/figures.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { contains, covers, overlaps, span, type Span } from '../../text/span.js';
import { surroundings, type Surroundings } from '../quoteSurroundings.js';
import { refused, type Refusal } from './guess.js';

/** The words of an article from which a fact is recorded. Spans are in its rendered text. */
export interface Statement {
  readonly kind: 'statement';
  readonly article: ArticleEntry;
  /** What was selected, in whole words and whole figures. */
  readonly words: Span;
  /** The sentence, or sentences, in which they stand. */
  readonly sentence: Span;
  readonly block: Span;
  /** The words of the quote: those that were selected, or some more around them. */
  readonly quoted: Span;
  readonly quote: Quote;
}

/** Words that are found again at this place alone. White space in them is single spaces. */
export interface Quote extends Surroundings {
  readonly exact: string;
}

/** Nobody quotes more than this, in UTF-16 units; it is what bounds the work on a proposal too. */
const LONGEST_QUOTE = 1000;

/**
 * The statement at a selection; without a selection, the sentence at the cursor.
 *
 * @param selected in the article's source
 */
export function statementAt(corpus: Corpus, uri: string, selected: Span): Statement | Refusal {
  const article = corpus.article(uri);
  if (article === undefined) {
    return refused('Facts are recorded from the words of an article. This file is none.');
  }
  const words = selectedWords(article, selected);
  return 'kind' in words ? words : statementOf(article, words);
}

/**
 * The statement that some words make, with a quote that is found again.
 *
 * @param quoted the words to quote, where they are more than those that are meant
 */
export function statementOf(
  article: ArticleEntry,
  words: Span,
  quoted: Span = words,
): Statement | Refusal {
  const block = article.content.blocks.find(({ rendered }) => covers(rendered, words))?.rendered;
  if (block === undefined) {
    return refused(
      'The selection reaches across paragraphs. A fact quotes words of one: select less.',
    );
  }
  if (words.end - words.start > LONGEST_QUOTE) {
    return refused('These are more words than a fact can quote. Select those that state it.');
  }
  const quote = quoteOf(article, quoted);
  return quote === undefined
    ? refused('These words cannot be told from the same words elsewhere. Select more of them.')
    : {
        kind: 'statement',
        article,
        words,
        sentence: sentenceAround(article, words),
        block,
        quoted,
        quote,
      };
}

/** The statement's words on one line. */
export function wordsOf({ article, words }: Statement): string {
  return onOneLine(article, words);
}

export function onOneLine({ content }: ArticleEntry, { start, end }: Span): string {
  return content.rendered.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

function selectedWords(article: ArticleEntry, selected: Span): Span | Refusal {
  const { rendered, blocks, frontMatter, limit } = article.content;
  if (rendered.text === '' && limit !== null) {
    return refused('This article is larger than the limit and is not read.');
  }
  if (frontMatter !== null && contains(frontMatter.span, selected.start)) {
    return refused('The front matter is not prose. Select words of the text.');
  }
  const words = trimmed(rendered.text, rendered.renderedSpan(selected));
  if (words.end > words.start) {
    return /[\p{L}\p{N}]/u.test(rendered.text.slice(words.start, words.end))
      ? wholeWords(article, words)
      : refused('There are no words in this selection.');
  }
  const block = blocks.find((each) => contains(each.span, selected.start));
  const at = rendered.renderedOffset(selected.start);
  const sentences = sentencesOf(article.content).filter(
    (each) => block !== undefined && covers(block.rendered, each) && contains(each, at),
  );
  // A cursor between two sentences means the one that follows it.
  return sentences.at(-1) ?? refused('There is no sentence at the cursor.');
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return words.trim() === ''
    ? span(start, start)
    : span(start + words.search(/\S/), start + words.trimEnd().length);
}

/** Words are not cut, nor figures: half of `1.5 million` is another figure. */
function wholeWords(article: ArticleEntry, words: Span): Span {
  const { text } = article.content.rendered;
  let { start, end } = words;
  if (/^[\p{L}\p{M}\p{N}]/u.test(text.slice(start, start + 2))) {
    start -=
      /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0].length ?? 0;
  }
  if (/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, end - 2), end))) {
    end += /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 60))?.[0].length ?? 0;
  }
  for (const { rendered } of figuresOf(article.content)) {
    if (overlaps(rendered, { start, end })) {
      start = Math.min(start, rendered.start);
      end = Math.max(end, rendered.end);
    }
  }
  return { start, end };
}

/** Who speaks, and when, stands no farther from the words than this; a text without full stops may. */
const REACH = 1500;

function sentenceAround({ content }: ArticleEntry, words: Span): Span {
  const within = sentencesOf(content).filter((each) => overlaps(each, words));
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined
    ? words
    : span(Math.max(first.start, words.start - REACH), Math.min(last.end, words.end + REACH));
}

function quoteOf(article: ArticleEntry, words: Span): Quote | undefined {
  const exact = onOneLine(article, words);
  const match = quoteFinderOf(article.content).find({ exact });
  if (match.kind === 'found') {
    return { exact };
  }
  const around = match.kind === 'ambiguous' ? surroundings(article, exact, words) : undefined;
  return around === undefined ? undefined : { exact, ...around };
}

/**
 * A quote of a figure and what it counts, with as many words around as it takes to stand there only
 * once: such words read better than a prefix and a suffix.
 */
export function widenedQuote(article: ArticleEntry, words: Span): Span | undefined {
  const { text } = article.content.rendered;
  const block = article.content.blocks.find(({ rendered }) => covers(rendered, words));
  const limit = block?.rendered ?? { start: 0, end: text.length };
  const finder = quoteFinderOf(article.content);
  let { start, end } = words;
  for (let tries = 0; tries < 40; tries++) {
    if (finder.find({ exact: onOneLine(article, { start, end }) }).kind === 'found') {
      return { start, end };
    }
    if (start > limit.start && (tries % 2 === 0 || end >= limit.end)) {
      start = limit.start + text.slice(limit.start, start).trimEnd().search(/\S+$/);
    } else if (end < limit.end) {
      end += /^\s*\S+/.exec(text.slice(end, limit.end))?.[0].length ?? limit.end - end;
    } else {
      return undefined;
    }
    start = Math.max(start, limit.start);
  }
  return undefined;
}
