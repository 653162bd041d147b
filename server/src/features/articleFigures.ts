import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { figuresOf, type Figure } from '../articles/figures.js';
import { unrecordedIn } from '../rules/figureUnrecorded.js';
import { covers, type Span } from '../text/span.js';
import { contestsAt, isContested } from './contested.js';
import type { FeatureContext } from './context.js';

/** A figure of an article with what the record has of it. */
export interface FigureOnRecord {
  readonly figure: Figure;
  /** The facts of the article that quote it: those that have it as their value, where there are any. */
  readonly facts: readonly BoundFact[];
  /** `unrecorded`: about a known organisation, and no fact has it. `other`: about nothing known. */
  readonly state: 'recorded' | 'unrecorded' | 'other';
  /** Another fact contradicts one that records it; or the corpus, a figure that none records. */
  readonly contested: boolean;
}

interface Quoted {
  readonly bound: BoundFact;
  readonly span: Span;
}

/** All figures of an article, in order. */
export function figuresOnRecord(
  context: FeatureContext,
  article: ArticleEntry,
): readonly FigureOnRecord[] {
  const { corpus } = context;
  const quoted = quotesOf(corpus, article);
  const unrecorded = new Set(unrecordedIn(article, corpus).map(({ figure }) => figure));
  const counted = new Set(corpus.countedIn(article).map(({ figure }) => figure));
  let next = 0;
  let around: Quoted[] = [];
  return figuresOf(article.content).map((figure) => {
    for (; (quoted[next]?.span.start ?? Infinity) <= figure.span.start; next++) {
      around.push(...quoted.slice(next, next + 1));
    }
    // What ends before this figure does covers none that follows either.
    around = around.filter(({ span }) => covers(span, figure.span));
    const quoting = [...new Set(around.map(({ bound }) => bound))];
    const stating = quoting.filter((bound) => hasAsValue(bound, figure));
    const isRecorded = quoting.length > 0 || (counted.has(figure) && !unrecorded.has(figure));
    return {
      figure,
      facts: stating.length > 0 ? stating : quoting,
      state: isRecorded ? 'recorded' : unrecorded.has(figure) ? 'unrecorded' : 'other',
      contested:
        stating.some((bound) => isContested(context, bound)) ||
        contestsAt(context, article.uri, figure.span.start).length > 0,
    };
  });
}

/** The quoted words of all facts of an article, in order. */
function quotesOf(corpus: Corpus, article: ArticleEntry): readonly Quoted[] {
  return corpus
    .sidecarsFor(article.uri)
    .flatMap(({ facts }) => facts)
    .flatMap((bound) => quotedWords(corpus, bound).map(({ span }) => ({ bound, span })))
    .sort((a, b) => a.span.start - b.span.start);
}

function hasAsValue({ value }: BoundFact, { quantity }: Figure): boolean {
  return (
    value?.kind === 'quantity' &&
    isSame(value.quantity.min, quantity.min) &&
    isSame(value.quantity.max, quantity.max)
  );
}

function isSame(a: Figure['quantity']['min'], b: Figure['quantity']['min']): boolean {
  return a === null || b === null ? a === b : a.eq(b);
}
