import { anchorsOfFile, quotedPlaces, type Anchor, type AnchorsOfFile } from '../corpus/anchor.js';
import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';
import { Beside } from '../text/beside.js';

/** In UTF-16 units: for a quote that stands plainly in the article, its text is looked through once. */
const WORK_A_STEP = 1_000_000;

/**
 * Finds the quotes of a sidecar, one fact after the other: looking for words that are not there takes
 * its time. What is found is remembered for the rules, and where it stands is kept for those who tell of it.
 */
export function* findQuotes(sidecar: SidecarEntry, corpus: Corpus): Generator<undefined> {
  const { article, anchors } = articleWithAnchors(sidecar, corpus) ?? {};
  if (article === undefined || anchors === undefined) {
    return;
  }
  const { length } = anchors.article.rendered.text;
  let work = 0;
  for (let position = 0; position < sidecar.facts.length; position++) {
    if (!anchors.isFound(position)) {
      const isQuick = anchors.isPlain(position) || anchors.of(position).length === 0;
      work += isQuick ? length : WORK_A_STEP;
      if (work >= WORK_A_STEP) {
        work = 0;
        yield;
      }
    }
  }
  quotedPlaces(sidecar, article);
}

/** A quote and where its words stand, with the article. */
export interface AnchoredQuote {
  readonly anchor: Anchor;
  readonly article: ArticleEntry;
}

/**
 * The quotes of a sidecar that do not simply stand in its article, once and as quoted: few. Nothing where the
 * article is not there.
 */
export function doubtfulQuotes(sidecar: SidecarEntry, corpus: Corpus): readonly AnchoredQuote[] {
  const { article, anchors } = articleWithAnchors(sidecar, corpus) ?? {};
  if (article === undefined || anchors === undefined) {
    return none;
  }
  const known = doubtful.get(anchors);
  if (known?.article === article) {
    return known.quotes;
  }
  const quotes: AnchoredQuote[] = [];
  for (let position = 0; position < sidecar.facts.length; position++) {
    for (const anchor of anchors.isPlain(position) ? [] : anchors.of(position)) {
      if (anchor.match.kind !== 'found') {
        quotes.push({ anchor, article });
      }
    }
  }
  doubtful.set(anchors, { article, quotes });
  return quotes;
}

const none: readonly AnchoredQuote[] = [];

/** Several rules ask one after the other. */
const doubtful = new Beside<
  AnchorsOfFile,
  { readonly article: ArticleEntry; readonly quotes: readonly AnchoredQuote[] }
>();

/** The article of a sidecar, where it is there and was read, and where the quotes stand in it. */
function articleWithAnchors(
  sidecar: SidecarEntry,
  corpus: Corpus,
): { readonly article: ArticleEntry; readonly anchors: AnchorsOfFile } | undefined {
  const { link } = sidecar;
  const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
  const read = article?.content;
  return article === undefined || read === undefined || read.limit?.readAs === 'nothing'
    ? undefined
    : { article, anchors: anchorsOfFile(read, sidecar.content) };
}
