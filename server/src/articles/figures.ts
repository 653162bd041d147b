import { Beside } from '../text/beside.js';
import { overlaps, span, type Span } from '../text/span.js';
import { findDates, findQuantities, type FoundDate, type FoundQuantity } from '../values/prose.js';
import type { Article } from './article.js';
import { Revised } from './revision.js';

interface Place {
  /** In the source. */
  readonly span: Span;
  /** In the rendered text. */
  readonly rendered: Span;
  /** As rendered. */
  readonly text: string;
}

/** A quantity that the prose of an article states. */
export interface Figure extends Place {
  readonly quantity: FoundQuantity['quantity'];
}

/** A date that the prose of an article states. */
export interface ArticleDate extends Place {
  readonly edtf: string;
  readonly date: FoundDate['date'];
}

/** Figures in a web or mail address are no statement. */
const ADDRESS =
  /(?:\b(?:https?|ftp):\/\/|\bwww\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}/gi;

/** A text with none of these holds no address. */
const MAY_BE_ADDRESS = /:\/\/|www\.|@/i;

const allFigures = new Beside<Article, readonly Figure[]>();
const dates = new Beside<Article, readonly ArticleDate[]>();

/**
 * The figures of an article in order, headings included; none from code, HTML or addresses. A figure is
 * the same object whenever it is asked for, here and in {@link figuresOfBlock}.
 */
export function figuresOf(article: Article): readonly Figure[] {
  let found = allFigures.get(article);
  if (!found) {
    found = article.blocks.flatMap((_, number) => figuresOfBlock(article, number));
    allFigures.set(article, found);
  }
  return found;
}

/** The figures of one block, by its number in `article.blocks`: nothing is found across a boundary. */
export function figuresOfBlock(article: Article, number: number): readonly Figure[] {
  const { figures, before } = blocksOf(article);
  let found = figures.get(number);
  if (!found) {
    const find = (prose: string): readonly FoundQuantity[] =>
      before?.get(prose) ?? findQuantities(prose);
    found = readBlock(article, number, find).map(({ place, value }) => ({
      span: place.span,
      rendered: place.rendered,
      text: place.text,
      quantity: value.quantity,
    }));
    figures.set(number, found);
  }
  return found;
}

/** The figures of the blocks that were read of an article, by the block's number. */
interface ReadBlocks {
  readonly article: Article;
  readonly figures: Map<number, readonly Figure[]>;
  /** What was found in blocks before an edit, by their words: places are within the block. */
  readonly before: ReadonlyMap<string, readonly FoundQuantity[]> | undefined;
}

const readBlocks = new Revised<ReadBlocks>();

function blocksOf(article: Article): ReadBlocks {
  const known = readBlocks.get(article);
  if (known) return known;
  const earlier = readBlocks.earlier(article)?.made;
  const before = earlier && foundByWords(earlier);
  return readBlocks.set(article, { article, figures: new Map(), before });
}

function foundByWords({ article, figures }: ReadBlocks): Map<string, readonly FoundQuantity[]> {
  const found = new Map<string, readonly FoundQuantity[]>();
  for (const [number, inBlock] of figures) {
    const start = article.blockTable.renderedStart(number);
    const end = article.blockTable.renderedEnd(number);
    const relative = inBlock.map(({ rendered, text, quantity }) => ({
      start: rendered.start - start,
      end: rendered.end - start,
      text,
      quantity,
    }));
    found.set(article.rendered.text.slice(start, end), relative);
  }
  return found;
}

/** The dates of an article in order, from the same places as its figures. */
export function datesOf(article: Article): readonly ArticleDate[] {
  let found = dates.get(article);
  if (!found) {
    found = article.blocks.flatMap((_, number) =>
      readBlock(article, number, findDates).map(({ place, value }) => ({
        ...place,
        edtf: value.edtf,
        date: value.date,
      })),
    );
    dates.set(article, found);
  }
  return found;
}

function readBlock<T extends Span>(
  article: Article,
  number: number,
  find: (text: string) => readonly T[],
): { place: Place; value: T }[] {
  const start = article.blockTable.renderedStart(number);
  const end = article.blockTable.renderedEnd(number);
  if (end <= start) return [];
  const prose = article.rendered.text.slice(start, end);
  const values = find(prose);
  const addresses = values.length > 0 && MAY_BE_ADDRESS.test(prose) ? addressesIn(prose) : [];
  let next = 0;
  const read: { place: Place; value: T }[] = [];
  for (const value of values) {
    let address = addresses[next];
    while (address && address.end <= value.start) address = addresses[++next];
    if (address && overlaps(address, value)) continue;
    const rendered = span(start + value.start, start + value.end);
    const text = prose.slice(value.start, value.end);
    read.push({ place: { span: article.rendered.sourceSpan(rendered), rendered, text }, value });
  }
  return read;
}

function addressesIn(prose: string): readonly Span[] {
  return [...prose.matchAll(ADDRESS)].map(({ index, 0: address }) =>
    span(index, index + address.length),
  );
}
