import { overlaps, span, type Span } from '../text/span.js';
import { findDates, findQuantities, type FoundDate, type FoundQuantity } from '../values/prose.js';
import type { Article } from './article.js';

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

const figures = new WeakMap<Article, readonly Figure[]>();
const dates = new WeakMap<Article, readonly ArticleDate[]>();

/** The figures of an article in order, headings included; none from code, HTML or addresses. */
export function figuresOf(article: Article): readonly Figure[] {
  let found = figures.get(article);
  if (!found) {
    found = readProse(article, findQuantities).map(({ place, value }) => ({
      ...place,
      quantity: value.quantity,
    }));
    figures.set(article, found);
  }
  return found;
}

/** The dates of an article in order, from the same places as its figures. */
export function datesOf(article: Article): readonly ArticleDate[] {
  let found = dates.get(article);
  if (!found) {
    found = readProse(article, findDates).map(({ place, value }) => ({
      ...place,
      edtf: value.edtf,
      date: value.date,
    }));
    dates.set(article, found);
  }
  return found;
}

/** Reads block by block, so that nothing is found across a boundary. */
function readProse<T extends Span>(
  article: Article,
  find: (text: string) => readonly T[],
): { place: Place; value: T }[] {
  const read: { place: Place; value: T }[] = [];
  for (const block of article.blocks) {
    const { start, end } = block.rendered;
    if (end <= start) continue;
    const prose = article.rendered.text.slice(start, end);
    const addresses = [...prose.matchAll(ADDRESS)].map(({ index, 0: address }) =>
      span(index, index + address.length),
    );
    let next = 0;
    for (const value of find(prose)) {
      let address = addresses[next];
      while (address && address.end <= value.start) address = addresses[++next];
      if (address && overlaps(address, value)) continue;
      const rendered = span(start + value.start, start + value.end);
      const text = prose.slice(value.start, value.end);
      read.push({ place: { span: article.rendered.sourceSpan(rendered), rendered, text }, value });
    }
  }
  return read;
}
