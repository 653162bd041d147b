import { quoteFinderOf, type Article } from '../articles/article.js';
import type { Fact, QuoteSource, Sidecar } from '../sidecars/sidecar.js';
import { Beside } from '../text/beside.js';
import type { QuoteMatch, QuoteSelector } from '../text/quote.js';
import type { Span } from '../text/span.js';
import type { BoundFact } from './boundFact.js';
import type { ArticleEntry, Corpus, SidecarEntry } from './corpus.js';
import { keepQuotedPlaces, knownQuotedPlaces, QuotedPlaces } from './quotedPlaces.js';
import { areSameQuotes } from './unchangedFacts.js';

/** A quote and where its words stand in the article. Spans of `match` are in the rendered text. */
export interface Anchor {
  readonly quote: QuoteSource;
  readonly match: QuoteMatch;
}

const known = new Beside<Sidecar, AnchorsOfFile>();

/** Where the quotes were found last that are looked for in an article. */
const foundLast = new Beside<Article, AnchorsOfFile>();

/**
 * Where the only quote of a fact stands, if it stands there plainly: in one place, letter by letter. Most facts
 * have no more to it, and of these nothing else is kept.
 */
class PlainPlace {
  constructor(
    /** In the rendered text. */
    readonly start: number,
    readonly end: number,
    /** In the source. */
    readonly source: Span,
  ) {}
}

/** Where the quotes of one sidecar stand in an article: those of a fact are found when they are first asked for. */
export class AnchorsOfFile {
  private found: (readonly Anchor[] | PlainPlace | undefined)[] = [];
  /** As they were before an edit of the article: most of them are the same now. */
  private earlier: (readonly Anchor[] | PlainPlace | undefined)[] = [];
  private places: (readonly Span[] | undefined)[] = [];

  /** Use {@link anchorsOfFile}. */
  constructor(
    readonly article: Article,
    private readonly facts: readonly Fact[],
  ) {}

  /**
   * Takes over where quotes stand in the same article: those of facts that an edit of the sidecar left
   * alone stand there still, and so do the same words that only moved within the sidecar.
   */
  takeFound({ facts, found, places }: AnchorsOfFile): this {
    this.facts.forEach((fact, at) => {
      const [before, anchors] = [facts[at], found[at]];
      if (
        before === undefined ||
        anchors === undefined ||
        !areSameQuotes(before.quotes, fact.quotes)
      ) {
        return;
      }
      this.found[at] =
        before === fact || anchors instanceof PlainPlace
          ? anchors
          : anchors.map(({ quote, match }, n) => ({ quote: fact.quotes[n] ?? quote, match }));
      this.places[at] = places[at];
    });
    return this;
  }

  /** Takes over where the quotes of the same facts stood before an edit of the article. */
  takeEarlier(before: AnchorsOfFile): this {
    this.earlier = before.found;
    before.found = []; // or every edit would be kept for those after it
    return this;
  }

  /** Whether the quotes of a fact were found, so that asking for them takes no time. */
  isFound(position: number): boolean {
    return this.found[position] !== undefined;
  }

  /** Whether a fact has one quote and this stands plainly in the article. */
  isPlain(position: number): boolean {
    return this.foundOf(position) instanceof PlainPlace;
  }

  /** @param position the fact's place in its file, from 0 */
  of(position: number): readonly Anchor[] {
    const found = this.foundOf(position);
    if (!(found instanceof PlainPlace)) {
      return found;
    }
    const { start, end } = found;
    const quotes = this.facts[position]?.quotes ?? [];
    return quotes.map((quote) => ({ quote, match: { kind: 'found', span: { start, end } } }));
  }

  private foundOf(position: number): readonly Anchor[] | PlainPlace {
    let found = this.found[position];
    if (found === undefined) {
      const fact = this.facts[position];
      found = fact === undefined ? [] : (this.findPlain(fact) ?? this.find(fact, position));
      this.found[position] = found;
    }
    return found;
  }

  private findPlain({ quotes }: Fact): PlainPlace | null {
    const [quote] = quotes;
    if (quotes.length !== 1 || quote === undefined || !isOfWordsOnly(quote)) {
      return null;
    }
    const span = quoteFinderOf(this.article).findPlain(quote.exact.value);
    return span && new PlainPlace(span.start, span.end, this.article.rendered.sourceSpan(span));
  }

  /** Matches that an edit leaves alone are the same objects: anchors of them are kept, of which there may be thousands. */
  private find(fact: Fact, position: number): readonly Anchor[] {
    const finder = quoteFinderOf(this.article);
    const earlier = this.earlier[position];
    const isSame =
      earlier !== undefined &&
      !(earlier instanceof PlainPlace) &&
      earlier.length === fact.quotes.length &&
      earlier.every(
        ({ quote, match }) => isOfWordsOnly(quote) && finder.find(selectorOf(quote)) === match,
      );
    return isSame ? earlier : findAnchors(this.article, fact);
  }

  /** Where each quote of the fact that is found stands first, as spans of the article's source. */
  placesOf(position: number): readonly Span[] {
    const found = this.foundOf(position);
    return found instanceof PlainPlace
      ? [found.source]
      : (this.places[position] ??= firstPlaces(found, this.article));
  }
}

/** Where the quotes of a sidecar stand in an article; remembered with what the sidecar says. */
export function anchorsOfFile(article: Article, sidecar: Sidecar): AnchorsOfFile {
  const before = known.get(sidecar);
  if (before?.article === article) {
    return before;
  }
  const anchors = new AnchorsOfFile(article, sidecar.facts);
  const last = foundLast.get(article);
  if (last !== undefined) {
    anchors.takeFound(last);
  } else if (before !== undefined) {
    anchors.takeEarlier(before);
  }
  known.set(sidecar, anchors);
  foundLast.set(article, anchors);
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

/** The finder remembers what it finds for these. */
function isOfWordsOnly({ prefix, suffix }: QuoteSource): boolean {
  return prefix === undefined && suffix === undefined;
}

function selectorOf(quote: QuoteSource): QuoteSelector {
  const { exact, prefix, suffix } = quote;
  if (isOfWordsOnly(quote)) {
    return { exact: exact.value };
  }
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
  return sidecar !== undefined && bound.isInCorpus
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
  const places = new QuotedPlaces(sidecar.facts.length, (position) => anchors.placesOf(position));
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
