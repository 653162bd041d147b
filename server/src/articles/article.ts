import { Beside } from '../text/beside.js';
import { LineIndex } from '../text/lineIndex.js';
import { MappedText } from '../text/mappedText.js';
import { QuoteFinder } from '../text/quote.js';
import { findSentences } from '../text/sentences.js';
import type { Located, Span } from '../text/span.js';
import { BlockTableBuilder, type Block, type BlockKind, type BlockTable } from './block.js';
import { frontMatterSpan, readFrontMatter, type FrontMatter } from './frontMatter.js';
import { markdownLimit, notToBeRead, sizeLimit, unreadable, type ArticleLimit } from './limit.js';
import { parseMarkdown } from './markdown.js';
import { scanMarkdown } from './markdownScan.js';
import { readPlainText, type EarlierPlainText } from './plainText.js';
import { render, type Rendered } from './render.js';
import { Revised } from './revision.js';

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
  /** The same for whoever needs few of them. */
  readonly blockTable: BlockTable;
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
  /** The same article before an edit: some of what was read of it need not be read again. */
  readonly before?: Article;
  /** Why the text is not to be read, a sentence for the person who wrote it. */
  readonly unread?: string;
}

/** In UTF-16 units. */
export const DEFAULT_MAX_SIZE = 5_000_000;

const nothing: ReadText = {
  rendered: MappedText.identity(''),
  blocks: new BlockTableBuilder().build(),
  frontMatter: null,
};

/**
 * Reads an article. Never throws: Markdown that would take too long to read is read as plain text,
 * and a text over `maxSize` not at all; `limit` then says so.
 */
export function parseArticle(
  text: string,
  format: ArticleFormat,
  options: ParseOptions = {},
): Article {
  const { maxSize = DEFAULT_MAX_SIZE, unread } = options;
  if (unread !== undefined) {
    return articleOf(text, format, nothing, notToBeRead(unread));
  }
  if (text.length > maxSize) {
    return articleOf(text, format, nothing, sizeLimit(text.length, maxSize));
  }
  const { before } = options;
  if (format === 'text') {
    return articleOf(text, format, readPlainText(text, {}, plainBefore(before, format)), null);
  }
  const limit = markdownLimit(text);
  if (limit) return asPlainText(text, limit, before);
  const scanned = scanMarkdown(text);
  if (scanned) return articleOf(text, format, scanned, null, before);
  const root = parseMarkdown(text);
  if (!root) return asPlainText(text, unreadable);
  const frontMatter = frontMatterSpan(root, text);
  return articleOf(text, format, { ...render(root, text), frontMatter }, null, before);
}

/** Markdown that is read as if it had no mark-up but front matter. */
function asPlainText(text: string, limit: ArticleLimit, before?: Article): Article {
  const earlier = plainBefore(before, 'markdown');
  return articleOf(text, 'markdown', readPlainText(text, { frontMatter: true }, earlier), limit);
}

/** How an article was read before an edit, if it was read as plain text. */
function plainBefore(
  before: Article | undefined,
  format: ArticleFormat,
): EarlierPlainText | undefined {
  return before instanceof ReadArticle && before.format === format
    ? before.asPlainText()
    : undefined;
}

interface ReadText extends Rendered {
  readonly frontMatter: Span | null;
  /** Of a plain text. */
  readonly widest?: number;
}

function articleOf(
  text: string,
  format: ArticleFormat,
  { rendered, blocks, frontMatter: span, widest }: ReadText,
  limit: ArticleLimit | null,
  before?: Article,
): Article {
  const frontMatter =
    span && (frontMatterAsBefore(before, text, span) ?? readFrontMatter(text, span));
  const heading = blocks.firstHeading;
  const headline = heading && rendered.text.slice(heading.start, heading.end);
  const title = frontMatter?.title?.value ?? headline ?? null;
  return new ReadArticle(text, format, frontMatter, title, rendered, limit, blocks, widest);
}

/** The front matter of an earlier reading, if it stands there word for word. */
function frontMatterAsBefore(
  before: Article | undefined,
  text: string,
  { start, end }: Span,
): FrontMatter | null {
  const earlier = before?.frontMatter ?? null;
  return earlier !== null &&
    earlier.span.start === start &&
    earlier.span.end === end &&
    before?.text.slice(start, end) === text.slice(start, end)
    ? earlier
    : null;
}

class ReadArticle implements Article {
  readonly lines: LineIndex;
  readonly #widest: number | undefined;

  constructor(
    readonly text: string,
    readonly format: ArticleFormat,
    readonly frontMatter: FrontMatter | null,
    readonly title: string | null,
    readonly rendered: MappedText,
    readonly limit: ArticleLimit | null,
    readonly blockTable: BlockTable,
    widest: number | undefined,
  ) {
    this.lines = new LineIndex(text);
    this.#widest = widest;
  }

  asPlainText(): EarlierPlainText | undefined {
    if (this.#widest === undefined) return undefined;
    const { text, rendered, blockTable: blocks, frontMatter } = this;
    return {
      text,
      rendered,
      blocks,
      frontMatter: frontMatter && frontMatter.span,
      widest: this.#widest,
    };
  }

  get blocks(): readonly Block[] {
    return this.blockTable.blocks;
  }
}

const sentences = new Beside<Article, readonly Span[]>();
const finders = new Revised<QuoteFinder>();

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
  const known = finders.get(article);
  if (known) return known;
  const earlier = finders.earlier(article);
  const { text } = article.rendered;
  const before = earlier && { finder: earlier.made, change: earlier.change };
  return finders.set(article, new QuoteFinder(text, before));
}

/** Nobody looks for quotes in an article for now: its folded text is let go. */
export function letGoOfQuotes(article: Article): void {
  finders.get(article)?.letGo();
}
