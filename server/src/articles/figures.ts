import { Beside } from '../text/beside.js';
import { overlaps, span, type Span } from '../text/span.js';
import {
  findDates,
  findQuantitiesInStretch,
  stretchesWithNumbers,
  type FoundDate,
  type FoundQuantity,
} from '../values/prose.js';
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
 * the same object whenever it is asked for, here and in {@link figuresAround}.
 */
export function figuresOf(article: Article): readonly Figure[] {
  let found = allFigures.get(article);
  if (!found) {
    const parts = partsOf(article);
    found = article.blocks.flatMap((_, number) =>
      stretchesOfBlock(article, number, parts).flatMap((place) => figuresIn(article, place, parts)),
    );
    allFigures.set(article, found);
  }
  return found;
}

/**
 * The figures of the words around a character of the rendered text: all that may reach up to it or take
 * it in, and some more. No others are read.
 */
export function figuresAround(article: Article, renderedOffset: number): readonly Figure[] {
  const parts = partsOf(article);
  const stretches = stretchesOfBlock(article, article.blockTable.holding(renderedOffset), parts);
  const around = stretches.find(({ end }) => end > renderedOffset);
  return around && around.start <= renderedOffset ? figuresIn(article, around, parts) : [];
}

/** What was read of an article's figures so far. Nothing is found across the boundary of a block. */
interface Parts {
  readonly article: Article;
  /** By the number of a block: where in the rendered text it can hold figures. */
  readonly stretches: Map<number, readonly Span[]>;
  /** By the start of a stretch. */
  readonly figures: Map<number, readonly Figure[]>;
  /** What was found in stretches before an edit, by their words: places are within the stretch. */
  readonly before: ReadonlyMap<string, readonly FoundQuantity[]> | undefined;
}

const partsRead = new Revised<Parts>();

function partsOf(article: Article): Parts {
  const known = partsRead.get(article);
  if (known) return known;
  const earlier = partsRead.earlier(article)?.made;
  const before = earlier && foundByWords(earlier);
  return partsRead.set(article, { article, stretches: new Map(), figures: new Map(), before });
}

function foundByWords({
  article,
  stretches,
  figures,
}: Parts): Map<string, readonly FoundQuantity[]> {
  const found = new Map<string, readonly FoundQuantity[]>();
  for (const { start, end } of [...stretches.values()].flat()) {
    const relative = figures.get(start)?.map(({ rendered, text, quantity }) => ({
      start: rendered.start - start,
      end: rendered.end - start,
      text,
      quantity,
    }));
    if (relative) found.set(article.rendered.text.slice(start, end), relative);
  }
  return found;
}

function stretchesOfBlock(article: Article, number: number, { stretches }: Parts): readonly Span[] {
  let found = stretches.get(number);
  if (!found) {
    const { start, end } = proseOf(article, number);
    found = stretchesWithNumbers(article.rendered.text.slice(start, end)).map((of) =>
      span(start + of.start, start + of.end),
    );
    stretches.set(number, found);
  }
  return found;
}

function figuresIn(article: Article, place: Span, { figures, before }: Parts): readonly Figure[] {
  let found = figures.get(place.start);
  if (!found) {
    const find = (prose: string): readonly FoundQuantity[] =>
      before?.get(prose) ?? findQuantitiesInStretch(prose);
    found = readProse(article, place, find).map(({ place, value }) => ({
      span: place.span,
      rendered: place.rendered,
      text: place.text,
      quantity: value.quantity,
    }));
    figures.set(place.start, found);
  }
  return found;
}

/** The dates of an article in order, from the same places as its figures. */
export function datesOf(article: Article): readonly ArticleDate[] {
  let found = dates.get(article);
  if (!found) {
    found = article.blocks.flatMap((_, number) =>
      readProse(article, proseOf(article, number), findDates).map(({ place, value }) => ({
        ...place,
        edtf: value.edtf,
        date: value.date,
      })),
    );
    dates.set(article, found);
  }
  return found;
}

/** Where the words of a block stand in the rendered text. */
function proseOf({ blockTable }: Article, number: number): Span {
  return span(blockTable.renderedStart(number), blockTable.renderedEnd(number));
}

/** Reads a stretch of rendered text that begins and ends with a block, or beside white space. */
function readProse<T extends Span>(
  article: Article,
  { start, end }: Span,
  find: (text: string) => readonly T[],
): { place: Place; value: T }[] {
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
