import { anchorsIn, articleOfFact, firstSpan, type Anchor } from '../../corpus/anchor.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { CodePoints } from './codePoints.js';

/** A quote of a fact, and where its words stand in the article's file. */
export interface ExportedQuote {
  /** As written in the sidecar. */
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** `changed`: only a close match is there; `ambiguous`: there more than once, the first is given. */
  readonly status: 'found' | 'changed' | 'ambiguous' | 'missing' | 'no-article';
  readonly place: QuotePlace | null;
}

/** A stretch of an article's file, without its byte order mark; half-open. */
export interface QuotePlace {
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** In code points. */
  readonly startPoint: number;
  readonly endPoint: number;
  /** The text of the file there: with its marks, line breaks and all. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** How much of what stands around a quote goes along, in code points. */
const SURROUNDINGS = 32;

const counted = new WeakMap<object, CodePoints>();

/** The quotes of a fact, in the order written. */
export function quotesOf(corpus: Corpus, bound: BoundFact): readonly ExportedQuote[] {
  const { quotes } = bound.fact;
  const article = quotes.length === 0 ? undefined : articleOfFact(corpus, bound);
  if (article === undefined) {
    return quotes.map((quote) => ({
      exact: quote.exact.value,
      prefix: quote.prefix?.value ?? null,
      suffix: quote.suffix?.value ?? null,
      status: 'no-article',
      place: null,
    }));
  }
  return anchorsIn(article, bound).map((anchor) => quoteIn(article, anchor));
}

function quoteIn(article: ArticleEntry, { quote, match }: Anchor): ExportedQuote {
  const span = firstSpan(match);
  return {
    exact: quote.exact.value,
    prefix: quote.prefix?.value ?? null,
    suffix: quote.suffix?.value ?? null,
    status: match.kind,
    place: span === undefined ? null : placeOf(article, article.content.rendered.sourceSpan(span)),
  };
}

function placeOf(
  { content }: ArticleEntry,
  { start, end }: { readonly start: number; readonly end: number },
): QuotePlace {
  const { text } = content;
  const points = counted.get(content) ?? new CodePoints(text);
  counted.set(content, points);
  return {
    start: points.unitsBefore(start),
    end: points.unitsBefore(end),
    startPoint: points.before(start),
    endPoint: points.before(end),
    text: text.slice(start, end),
    before: lastPoints(text.slice(Math.max(0, start - 2 * SURROUNDINGS), start)),
    after: Array.from(text.slice(end, end + 2 * SURROUNDINGS))
      .slice(0, SURROUNDINGS)
      .join(''),
  };
}

function lastPoints(text: string): string {
  return Array.from(text.replace(/^\uFEFF/, ''))
    .slice(-SURROUNDINGS)
    .join('');
}
