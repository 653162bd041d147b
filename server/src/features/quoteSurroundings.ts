import { quoteFinderOf } from '../articles/article.js';
import type { ArticleEntry } from '../corpus/corpus.js';
import { covers, type Span } from '../text/span.js';

/** Words before and after a quote that say which of several places it means (W3C). */
export interface Surroundings {
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * The fewest words before or after a place, or both, that tell it from the others; undefined where
 * eight on each side do not. The words of its block do, where they can; a table's cell is told by
 * the cells around it.
 *
 * @param at where `exact` stands in the article's rendered text
 */
export function surroundings(
  article: ArticleEntry,
  exact: string,
  at: Span,
): Surroundings | undefined {
  const finder = quoteFinderOf(article.content);
  for (const { before, after } of [contextOf(article, at), wholeContext(article, at)]) {
    for (let words = 1; words <= 8; words++) {
      const prefix = lastWords(before, words);
      const suffix = firstWords(after, words);
      for (const choice of [{ prefix }, { suffix }, { prefix, suffix }]) {
        if (Object.values(choice).some((part) => part.trim() === '')) {
          continue;
        }
        const match = finder.find({ exact, ...choice });
        if (match.kind === 'found' && match.span.start === at.start) {
          return choice;
        }
      }
    }
  }
  return undefined;
}

/** The last words of a text, with the white space that ends it. */
export function lastWords(text: string, count: number): string {
  const words = text.split(/(?<=\s)(?=\S)/).slice(-count);
  return words.join('').replace(/\s+/g, ' ').trimStart();
}

export function firstWords(text: string, count: number): string {
  const words = text.split(/(?<=\S)(?=\s)/).slice(0, count);
  return words.join('').replace(/\s+/g, ' ').trimEnd();
}

/** What stands before, at and after a place in its block. */
export function contextOf(
  { content }: ArticleEntry,
  at: Span,
): { readonly before: string; readonly words: string; readonly after: string } {
  const { text } = content.rendered;
  const block = content.blocks.find(({ rendered }) => covers(rendered, at))?.rendered;
  return {
    before: text.slice(block?.start ?? 0, at.start),
    words: text.slice(at.start, at.end).replace(/\s+/g, ' '),
    after: text.slice(at.end, block?.end ?? text.length),
  };
}

/** So many characters around a place hold eight words of any language people write. */
const REACH = 400;

function wholeContext(
  { content }: ArticleEntry,
  at: Span,
): { readonly before: string; readonly after: string } {
  const { text } = content.rendered;
  return {
    before: text.slice(Math.max(0, at.start - REACH), at.start),
    after: text.slice(at.end, at.end + REACH),
  };
}
