import { measureMarkdown } from './markdownCost.js';

/** Why an article was not read as it is written. */
export interface ArticleLimit {
  readonly reason: 'size' | 'nesting' | 'line-length';
  /** `text`: Markdown read as plain text; `nothing`: not analysed, there are no blocks. */
  readonly readAs: 'text' | 'nothing';
  /** A sentence for the person who wrote the file. */
  readonly message: string;
}

/** In UTF-16 units: a book of 80,000 words. */
const MAX_MARKDOWN_SIZE = 500_000;
const MAX_LINE_LENGTH = 100_000;
const MAX_NESTING = 40;
/** In microseconds, as `measureMarkdown` estimates them. */
const MAX_STEADY_COST = 2_500_000;
const MAX_RUNAWAY_COST = 400_000;

/** Why Markdown is to be read as plain text: reading it as Markdown would take too long. */
export function markdownLimit(text: string): ArticleLimit | null {
  if (text.length > MAX_MARKDOWN_SIZE) {
    return asText('size', `has more than ${MAX_MARKDOWN_SIZE} characters`);
  }
  const { nesting, longestLine, steady, runaway } = measureMarkdown(text);
  if (nesting > MAX_NESTING) {
    return asText('nesting', `is nested more than ${MAX_NESTING} levels deep`);
  }
  if (longestLine > MAX_LINE_LENGTH) {
    return asText('line-length', `has a line of more than ${MAX_LINE_LENGTH} characters`);
  }
  if (runaway > MAX_RUNAWAY_COST) {
    return asText('nesting', 'has too many list items, quotations, brackets or emphasis marks');
  }
  return steady > MAX_STEADY_COST ? asText('size', 'has too many lines and marks') : null;
}

/** For Markdown on which the parser itself gave up. */
export const unreadable: ArticleLimit = asText('nesting', 'is nested too deeply');

export function sizeLimit(length: number, maxSize: number): ArticleLimit {
  const message = `This article has ${length} characters, more than the ${maxSize} allowed; it is not analysed. The setting policyFacts.maxFileSize raises the limit.`;
  return { reason: 'size', readAs: 'nothing', message };
}

/** @param message why, a sentence for the person who wrote it */
export function notToBeRead(message: string): ArticleLimit {
  return { reason: 'size', readAs: 'nothing', message };
}

function asText(reason: ArticleLimit['reason'], what: string): ArticleLimit {
  const message = `This article ${what}, too much to be read as Markdown; it is read as plain text.`;
  return { reason, readAs: 'text', message };
}
