import type { Article } from '../articles/article.js';
import { figuresOfBlock, type Figure } from '../articles/figures.js';
import { isAsciiSpace } from '../values/asciiRun.js';
import { mayEndFigure } from '../values/figureEnding.js';
import type { Mention } from './names.js';

/**
 * The figures of those blocks of an article in which one may stand right before a name, or one word
 * before it. In most texts these are few, or none, and reading all figures would be nearly all of the
 * work of finding what is counted. `mentions` are in order; `wanted` chooses among them.
 */
export function figuresBefore(
  article: Article,
  mentions: readonly Mention[],
  wanted: (mention: Mention) => boolean,
): readonly Figure[] {
  const numbers = new Set<number>();
  let last = 0;
  for (const mention of mentions) {
    const { start } = mention.span;
    if (wanted(mention)) addBlocks(numbers, article, start, last);
    // What stands before the last mention belongs to that.
    last = start;
  }
  return [...numbers].sort((a, b) => a - b).flatMap((number) => figuresOfBlock(article, number));
}

/** Adds the blocks in which a figure may end before a name at `start`: past white space, and past one word more. */
function addBlocks(numbers: Set<number>, article: Article, start: number, from: number): void {
  const { text } = article.rendered;
  const end = spaceStart(text, start, from);
  if (end <= from) return;
  const word = wordStart(text, end, from);
  const beyond = spaceStart(text, word, from);
  if (beyond < word && beyond > from && mayEndFigure(text, beyond))
    numbers.add(article.blockTable.holding(beyond - 1));
  if (end < start && mayEndFigure(text, end)) numbers.add(article.blockTable.holding(end - 1));
}

/** The start of the white space before an offset; at most back to `from`. */
function spaceStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isSpace(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The start of what may be a word in small letters before an offset; at most back to `from`. */
function wordStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && mayBeSmallLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

function isSpace(code: number): boolean {
  return code < 128 ? isAsciiSpace(code) : /\s/.test(String.fromCharCode(code));
}

/** Every code that is not ASCII may be a part of a letter, unless it is white space. */
function mayBeSmallLetter(code: number): boolean {
  return code < 128 ? (code >= 97 && code <= 122) || code === HYPHEN : !isSpace(code);
}

const HYPHEN = 0x2d;
