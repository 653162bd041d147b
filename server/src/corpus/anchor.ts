import { quoteFinderOf, type Article } from '../articles/article.js';
import type { Fact, QuoteSource, Sidecar } from '../sidecars/sidecar.js';
import { Beside } from '../text/beside.js';
import type { QuoteMatch, QuoteSelector } from '../text/quote.js';
import type { Span } from '../text/span.js';
import type { BoundFact } from './boundFact.js';
import type { ArticleEntry, Corpus, SidecarEntry } from './corpus.js';
import { keepQuotedPlaces, knownQuotedPlaces, QuotedPlaces } from './quotedPlaces.js';

/** A quote and where its words stand in the article. Spans of `match` are in the rendered text. */
export interface Anchor {
  readonly quote: QuoteSource;
  readonly match: QuoteMatch;
}

const known = new Beside<Sidecar, AnchorsOfFile>();

/** Where the quotes were found last that are looked for in an article. */
const foundLast = new Beside<Article, AnchorsOfFile>();

/** Where the quotes of one sidecar stand in an article: those of a fact are found when they are first asked for. */
export class AnchorsOfFile {
  private readonly found: (readonly Anchor[] | undefined)[];
  private readonly places: (readonly Span[] | undefined)[];

  /**
   * Use {@link anchorsOfFile}.
   *
   * @param before where quotes stand in the same article: those of facts that an edit left alone stand there still
   */
  constructor(
    readonly article: Article,
    private readonly facts: readonly Fact[],
    before: AnchorsOfFile | undefined,
  ) {
    const isAsBefore = (fact: Fact, at: number): boolean => before?.facts[at] === fact;
    const kept = <T>(known: readonly T[]): (T | undefined)[] =>
      facts.map((fact, at) => (isAsBefore(fact, at) ? known[at] : undefined));
    this.found = before === undefined ? [] : kept(before.found);
    this.places = before === undefined ? [] : kept(before.places);
  }

  /** @param position the fact's place in its file, from 0 */
  of(position: number): readonly Anchor[] {
    const fact = this.facts[position];
    return (this.found[position] ??= fact === undefined ? [] : findAnchors(this.article, fact));
  }

  /** Where each quote of the fact that is found stands first, as spans of the article's source. */
  placesOf(position: number): readonly Span[] {
    return (this.places[position] ??= firstPlaces(this.of(position), this.article));
  }
}

/** Where the quotes of a sidecar stand in an article; remembered with what the sidecar says. */
export function anchorsOfFile(article: Article, sidecar: Sidecar): AnchorsOfFile {
  let anchors = known.get(sidecar);
  if (anchors?.article !== article) {
    anchors = new AnchorsOfFile(article, sidecar.facts, foundLast.get(article));
    known.set(sidecar, anchors);
    foundLast.set(article, anchors);
  }
  return anchors;
}

/** Where the quotes of a fact stand in an article. */
export function anchorsIn(
  article: ArticleEntry,
  { content, position }: BoundFact,
): readonly Anchor[] {
  return anchorsOfFile(article.content, content).of(position);
}

/** The same for a fact that may stand in no file, looked for each time. */
export function findAnchors(article: Article, { quotes }: Fact): readonly Anchor[] {
  return quotes.map((quote) => ({ quote, match: quoteFinderOf(article).find(selectorOf(quote)) }));
}

function selectorOf({ exact, prefix, suffix }: QuoteSource): QuoteSelector {
  return {
    exact: exact.value,
    ...(prefix === undefined ? {} : { prefix: prefix.value }),
    ...(suffix === undefined ? {} : { suffix: suffix.value }),
  };
}

/** The article a fact's sidecar belongs to, where it is there. */
export function articleOfFact(corpus: Corpus, { article }: BoundFact): ArticleEntry | undefined {
  return article.articleUri === null ? undefined : corpus.article(article.articleUri);
}

/** Where the words of a fact stand, as spans of the article's source: for every quote that is found. */
export function quotedWords(
  corpus: Corpus,
  bound: BoundFact,
): readonly { readonly uri: string; readonly span: Span }[] {
  const article = articleOfFact(corpus, bound);
  if (article === undefined) {
    return [];
  }
  const places = knownPlaces(corpus, bound, article) ?? placesIn(article, bound);
  return places.map((span) => ({ uri: article.uri, span }));
}

/** Undefined where the files would have to be read for it. */
function knownPlaces(
  corpus: Corpus,
  bound: BoundFact,
  article: ArticleEntry,
): readonly Span[] | undefined {
  const sidecar = corpus.sidecar(bound.uri);
  return sidecar?.facts[bound.position] === bound
    ? knownQuotedPlaces(sidecar, article)?.of(bound.position)
    : undefined;
}

function placesIn(article: ArticleEntry, { content, position }: BoundFact): readonly Span[] {
  return anchorsOfFile(article.content, content).placesOf(position);
}

/**
 * Where the words of all facts of a sidecar stand in its article. They are kept, so that whoever asks
 * for those of one fact later need not read the two files again.
 */
export function quotedPlaces(sidecar: SidecarEntry, article: ArticleEntry): QuotedPlaces {
  const known = knownQuotedPlaces(sidecar, article);
  if (known !== undefined) {
    return known;
  }
  const anchors = anchorsOfFile(article.content, sidecar.content);
  const places = new QuotedPlaces(sidecar.facts.map((_, position) => anchors.placesOf(position)));
  keepQuotedPlaces(sidecar, article, places);
  return places;
}

/** Where a quote stands, or stands first, in the rendered text. */
export function firstSpan(match: QuoteMatch): Span | undefined {
  switch (match.kind) {
    case 'ambiguous':
      return match.spans[0];
    case 'found':
    case 'changed':
      return match.span;
    case 'missing':
      return undefined;
  }
}

/** Where each quote that is found stands first, as spans of the article’s source. */
export function firstPlaces(anchors: readonly Anchor[], { rendered }: Article): readonly Span[] {
  const places: Span[] = [];
  for (const { match } of anchors) {
    const first = firstSpan(match);
    if (first !== undefined) {
      places.push(rendered.sourceSpan(first));
    }
  }
  return places;
}
