import { quotedPlaces } from '../corpus/anchor.js';
import type { CountedFigure } from '../corpus/articleIndex.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { Beside } from '../text/beside.js';
import { Coverage } from '../text/coverage.js';
import { isSameNumber } from '../values/numberOrder.js';
import type { ArticleRule } from './rule.js';

/** In an article with a sidecar: a figure about a known organisation that no fact records. */
export const figureUnrecorded: ArticleRule = {
  kind: 'article',
  code: 'figure-unrecorded',
  level: 'hint',
  summary: 'A figure about a known organisation that no fact of the article records.',
  *check(article, corpus) {
    if (corpus.sidecarsFor(article.uri).length === 0) {
      return;
    }
    for (const { figure, counted } of unrecordedIn(article, corpus)) {
      yield {
        uri: article.uri,
        span: figure.span,
        message: `No fact records this figure about ${corpus.register.nameOf(counted.definition.id.value)}: “${figure.text}”.`,
        related: [],
      };
    }
  },
};

interface Unquoted {
  readonly reading: object;
  readonly found: readonly CountedFigure[];
}

/** Of the article that was asked about last: of each, its text would stay in memory. */
const last = new Beside<Corpus, Unquoted>();

/** The counted figures of an article whose words no fact of it quotes. Several rules ask one after the other. */
export function unquotedIn(article: ArticleEntry, corpus: Corpus): readonly CountedFigure[] {
  const reading = corpus.readingOf(article.uri);
  const before = last.get(corpus);
  if (before?.reading === reading) {
    return before.found;
  }
  const found = findUnquoted(article, corpus);
  last.set(corpus, { reading, found });
  return found;
}

function findUnquoted(article: ArticleEntry, corpus: Corpus): readonly CountedFigure[] {
  const counted = corpus.countedIn(article);
  if (counted.length === 0) {
    return [];
  }
  const quoted = new Coverage(
    corpus.sidecarsFor(article.uri).flatMap((sidecar) => quotedPlaces(sidecar, article).all()),
  );
  return counted.filter(({ figure }) => !quoted.covers(figure.span));
}

/**
 * Of these the ones that no fact about the same body has as its value: a figure that stands in a
 * headline and again in the text is recorded once.
 */
export function unrecordedIn(article: ArticleEntry, corpus: Corpus): readonly CountedFigure[] {
  const sidecars = corpus.sidecarsFor(article.uri);
  return unquotedIn(article, corpus).filter(
    (candidate) => !sidecars.some(({ facts }) => facts.some((bound) => states(bound, candidate))),
  );
}

function states(bound: BoundFact, { figure, counted }: CountedFigure): boolean {
  const id = counted.definition.id.value;
  if (bound.subject !== id) {
    return false; // as nearly always
  }
  const { min, max } = figure.quantity;
  const { value } = bound;
  return (
    value?.kind === 'quantity' &&
    min !== null &&
    max !== null &&
    value.quantity.min !== null &&
    value.quantity.max !== null &&
    isSameNumber(value.quantity.min, min) &&
    isSameNumber(value.quantity.max, max) &&
    bound.fact.subject?.value === id // its file may have to be read
  );
}
