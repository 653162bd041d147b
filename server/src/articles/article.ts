import { LineIndex } from '../text/lineIndex.js';
import { MappedText } from '../text/mappedText.js';
import { QuoteFinder } from '../text/quote.js';
import { findSentences } from '../text/sentences.js';
import type { Located, Span } from '../text/span.js';
import type { Block, BlockKind } from './block.js';
import { readFrontMatter, type FrontMatter } from './frontMatter.js';
import { markdownLimit, sizeLimit, unreadable, type ArticleLimit } from './limit.js';
import { parseMarkdown } from './markdown.js';
import { parsePlainText } from './plainText.js';
import { render } from './render.js';

export type { ArticleLimit, Block, BlockKind, FrontMatter, Located };

export type ArticleFormat = 'markdown' | 'text';

/** An article as its readers see it, with the way back to the file. Offsets are UTF-16. */
export interface Article {
  /** The source. */
  readonly text: string;
  readonly format: ArticleFormat;
  readonly frontMatter: FrontMatter | null;
  /** The front matter's title, else the first heading's words. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /**
   * The prose: text, inline code and the words of links, blocks separated by a blank line and line
   * breaks inside a block made "\n". Front matter, code blocks, HTML, images and the addresses
   * behind links are not prose.
   */
  readonly rendered: MappedText;
  /** Why it was not read as it is written, or `null`. */
  readonly limit: ArticleLimit | null;
  readonly lines: LineIndex;
}

export interface ParseOptions {
  /** In UTF-16 units; a longer article is not analysed. Five million when left out. */
  readonly maxSize?: number;
}

const DEFAULT_MAX_SIZE = 5_000_000;

/**
 * Reads an article. Never throws: Markdown that would take too long to read is read as plain text,
 * and a text over `maxSize` not at all; `limit` then says so.
 */
export function parseArticle(
  text: string,
  format: ArticleFormat,
  options: ParseOptions = {},
): Article {
  const lines = new LineIndex(text);
  const maxSize = options.maxSize ?? DEFAULT_MAX_SIZE;
  if (text.length > maxSize) {
    const rendered = MappedText.identity('');
    const limit = sizeLimit(text.length, maxSize);
    return { text, format, frontMatter: null, title: null, blocks: [], rendered, limit, lines };
  }

  let limit = format === 'markdown' ? markdownLimit(text) : null;
  let root = format === 'markdown' && !limit ? parseMarkdown(text) : null;
  if (format === 'markdown' && !limit && !root) limit = unreadable;
  const readAs = root ? 'markdown' : 'text';
  root ??= parsePlainText(text, { frontMatter: format === 'markdown' });

  const { rendered, blocks } = render(root, text, readAs);
  const frontMatter = readFrontMatter(root, text);
  const heading = blocks.find((block) => block.kind === 'heading');
  const headline = heading && rendered.text.slice(heading.rendered.start, heading.rendered.end);
  const title = frontMatter?.title?.value ?? headline ?? null;
  return { text, format, frontMatter, title, blocks, rendered, limit, lines };
}

const sentences = new WeakMap<Article, readonly Span[]>();
const finders = new WeakMap<Article, QuoteFinder>();

/** The article's sentences: spans in `article.rendered.text`, none across a block's end. */
export function sentencesOf(article: Article): readonly Span[] {
  let found = sentences.get(article);
  if (!found) {
    found = findSentences(article.rendered.text);
    sentences.set(article, found);
  }
  return found;
}

/** A finder over `article.rendered.text`; map its spans with `article.rendered.sourceSpan`. */
export function quoteFinderOf(article: Article): QuoteFinder {
  let finder = finders.get(article);
  if (!finder) {
    finder = new QuoteFinder(article.rendered.text);
    finders.set(article, finder);
  }
  return finder;
}
