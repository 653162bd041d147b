import type { Article } from './article.js';
import { readFrontMatter } from './frontMatter.js';
import { markdownLimit } from './limit.js';
import { scanHead, type ScannedHead } from './markdownScan.js';
import { plainFrontMatter } from './plainText.js';

/** What an article says of itself, and why it is not read as it is written. */
export type ArticleHead = Pick<Article, 'frontMatter' | 'title' | 'limit'>;

/**
 * The head of a Markdown article as `parseArticle` finds it, without reading on after the first heading.
 * `null` where that is not sure: for what scanning leaves to the parser, and for what is not read at
 * all. (Within its limits the parser was never seen to give up.)
 *
 * @param maxSize in UTF-16 units
 */
export function readHead(text: string, maxSize: number): ArticleHead | null {
  if (text.length > maxSize) return null;
  const limit = markdownLimit(text);
  const head: ScannedHead | null =
    limit === null ? scanHead(text) : { frontMatter: plainFrontMatter(text), heading: null };
  if (head === null) return null;
  const frontMatter = head.frontMatter && readFrontMatter(text, head.frontMatter);
  return { frontMatter, title: frontMatter?.title?.value ?? head.heading, limit };
}
