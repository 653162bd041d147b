import type { CountedFigure } from '../corpus/articleIndex.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { Beside } from '../text/beside.js';
import { flatCopy } from '../text/intern.js';
import type { Span } from '../text/span.js';
import type { Quantity } from '../values/quantity.js';
import { unquotedIn } from './figureUnrecorded.js';
import { wholeOf } from './wholeFigure.js';

/** A figure that an article plainly states of a whole and that none of its facts quotes. */
export interface Claim {
  readonly quantity: Quantity;
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** The id of what is counted: its definition may be another by and by. */
  readonly counted: string;
  /** The id of the place the whole is of; empty where none is named. */
  readonly place: string;
}

/** By the reading of the article: the claims, or what makes them where that needs no article. */
const known = new Beside<object, readonly Claim[] | (() => readonly Claim[] | undefined)>();

/** Most articles claim nothing, and share this. */
const nothing: readonly Claim[] = [];

/** The claims of an article. They are kept until it is read again, so that other facts can change. */
export function claimsOf(article: ArticleEntry, corpus: Corpus): readonly Claim[] {
  const reading = corpus.readingOf(article.uri);
  const kept = known.get(reading);
  const claims = (typeof kept === 'function' ? kept() : kept) ?? findClaims(article, corpus);
  known.set(reading, claims);
  return claims;
}

/** The claims of an article if they are known; undefined where it would have to be read. */
export function knownClaims(uri: string, corpus: Corpus): readonly Claim[] | undefined {
  const kept = known.get(corpus.readingOf(uri));
  return typeof kept === 'function' ? kept() : kept;
}

/** Keeps claims that were found before. @param make undefined for claims that are not so any more */
export function keepClaims(
  uri: string,
  corpus: Corpus,
  make: () => readonly Claim[] | undefined,
): void {
  known.set(corpus.readingOf(uri), make);
}

/**
 * What was found out about single figures. Each belongs to one reading of its article and the names in
 * it: what its facts quote can change, and the figures stay the same.
 */
const places = new Beside<CountedFigure, string | null>();

function placeOf(article: ArticleEntry, candidate: CountedFigure, corpus: Corpus): string | null {
  const before = places.get(candidate);
  const place = before === undefined ? wholeOf(article, candidate, corpus) : before;
  places.set(candidate, place);
  return place;
}

function findClaims(article: ArticleEntry, corpus: Corpus): readonly Claim[] {
  const claims: Claim[] = [];
  for (const candidate of unquotedIn(article, corpus)) {
    const place = placeOf(article, candidate, corpus);
    const { figure, counted } = candidate;
    const { quantity, span } = figure;
    if (place !== null) {
      const id = counted.definition.id.value;
      claims.push({ quantity, text: flatCopy(figure.text), span, counted: id, place });
    }
  }
  return claims.length === 0 ? nothing : claims.slice(); // with no room for more
}
