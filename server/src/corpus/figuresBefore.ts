import type { Article } from '../articles/article.js';
import { figuresAround, type Figure } from '../articles/figures.js';
import { isAsciiSpace } from '../values/asciiRun.js';
import { mayEndFigure } from '../values/figureEnding.js';
import type { Mention } from './names.js';

/**
 * The figures around each place where one may stand right before a name, or one word before it. In most
 * texts these are few, or none, and reading all figures would be nearly all of the work of finding what is
 * counted. `mentions` are in order; `wanted` chooses among them.
 */
export function figuresBefore(
  article: Article,
  mentions: readonly Mention[],
  wanted: (mention: Mention) => boolean,
): readonly Figure[] {
  const { text } = article.rendered;
  const figures: Figure[] = [];
  let last = 0;
  let around: readonly Figure[] = [];
  for (const mention of mentions) {
    const { start } = mention.span;
    const ends = wanted(mention) ? figureEnds(text, start, last) : nowhere;
    if (ends !== nowhere) {
      for (const end of ends) {
        const here = figuresAround(article, end - 1);
        if (here !== around) figures.push(...here);
        around = here;
      }
    }
    // What stands before the last mention belongs to that.
    last = start;
  }
  return figures;
}

const nowhere: readonly number[] = [];

/** Where a figure may end before a name at `start`: past white space, and past one word more. In order. */
function figureEnds(text: string, start: number, from: number): readonly number[] {
  const end = spaceStart(text, start, from);
  if (end <= from) return nowhere;
  const word = wordStart(text, end, from);
  const beyond = spaceStart(text, word, from);
  const isBeyond = beyond < word && beyond > from && mayEndFigure(text, beyond);
  const isBefore = end < start && mayEndFigure(text, end);
  if (!isBeyond) return isBefore ? [end] : nowhere;
  return isBefore ? [beyond, end] : [beyond];
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
