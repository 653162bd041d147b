import { figuresOf, type Figure } from '../articles/figures.js';
import { quotedWords } from '../corpus/anchor.js';
import type { CountedFigure } from '../corpus/articleIndex.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { contains, covers } from '../text/span.js';
import { compareQuantities, type Quantity } from '../values/quantity.js';

/** A figure of an article, with what is known of it. */
export interface RecordedFigure {
  readonly figure: Figure;
  /** Where it counts something known. */
  readonly counted: CountedFigure | undefined;
  /** The facts of the article that record it. */
  readonly facts: readonly BoundFact[];
}

/**
 * The figures of an article that an offset touches: those that facts record or that count something
 * known; in an article with a sidecar all others too, since they could be recorded.
 */
export function figuresAt(
  corpus: Corpus,
  article: ArticleEntry,
  offset: number,
): readonly RecordedFigure[] {
  const sidecars = corpus.sidecarsFor(article.uri);
  return figuresOf(article.content)
    .filter(({ span }) => contains(span, offset))
    .map((figure) => withFacts(corpus, article, figure))
    .filter(
      ({ counted, facts }) => counted !== undefined || facts.length > 0 || sidecars.length > 0,
    );
}

function withFacts(corpus: Corpus, article: ArticleEntry, figure: Figure): RecordedFigure {
  const counted = corpus.countedIn(article).find((candidate) => candidate.figure === figure);
  const facts = corpus.sidecarsFor(article.uri).flatMap((sidecar) => sidecar.facts);
  const quoting = facts.filter((fact) =>
    quotedWords(corpus, fact).some(({ span }) => covers(span, figure.span)),
  );
  // Several facts may share one quote; the one that gives this figure is meant.
  const stating = quoting.filter(
    ({ value }) => value?.kind === 'quantity' && agrees(value.quantity, figure.quantity),
  );
  const recording = stating.length > 0 ? stating : quoting;
  return {
    figure,
    counted,
    facts:
      recording.length > 0 || counted === undefined
        ? recording
        : // A figure that stands in a headline and again in the text is recorded once.
          facts.filter((fact) => isCountOf(fact, counted)),
  };
}

function agrees(a: Quantity, b: Quantity): boolean {
  return compareQuantities(a, b) === 'compatible';
}

/** Whether a fact has a figure, as it stands, as a value of what the figure counts. */
export function isCountOf({ fact, value }: BoundFact, { figure, counted }: CountedFigure): boolean {
  return (
    fact.subject?.value === counted.definition.id.value &&
    value?.kind === 'quantity' &&
    isSameNumber(value.quantity, figure.quantity)
  );
}

/** Whether two quantities are one and the same number, apart from their units; false for unbounded ones. */
export function isSameNumber(a: Quantity, b: Quantity): boolean {
  return (
    a.min !== null &&
    a.max !== null &&
    b.min !== null &&
    b.max !== null &&
    a.min.eq(b.min) &&
    a.max.eq(b.max)
  );
}
