import { anchorsIn, articleOfFact, firstSpan } from '../../corpus/anchor.js';
import type { ArticleInfo } from '../../corpus/articleInfo.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../../corpus/corpus.js';
import { stemOf } from '../../corpus/uri.js';
import { describeSpeakers, describeStatement } from '../../rules/describe.js';
import type { Span } from '../../text/span.js';
import { describeDate } from '../../values/dateWords.js';
import { describeTime } from '../../values/factTime.js';
import { isContested } from '../contested.js';
import type { FeatureContext } from '../context.js';
import { contextOf, firstWords, lastWords } from '../quoteSurroundings.js';
import type { ReportArticle, ReportFact, ReportQuote, ReportWords } from './report.js';
import { placeIn, topOf } from './reportPlace.js';

/** So many words of the article are shown on each side of a quote, and no more than so much text. */
const AROUND = 14;
const REACH = 160;

/** A fact with its source. Reads its file and its article, where they are not in memory. */
export function reportFact(context: FeatureContext, bound: BoundFact): ReportFact {
  const { corpus } = context;
  return {
    reference: bound.reference,
    subject: corpus.register.nameOf(bound.subject),
    what: whatOf(corpus, bound),
    value: describeStatement(bound),
    when: describeTime(bound.time),
    who: describeSpeakers(bound, corpus) ?? 'the article itself',
    modality: bound.modality,
    certainty: bound.certainty,
    isDeprecated: bound.rank === 'deprecated',
    isContested: isContested(context, bound),
    place: placeIn(corpus, bound),
    article: reportArticle(corpus, bound.article),
    quotes: quotesOf(corpus, bound),
  };
}

/** The property with what sets it apart: `count, England`. */
export function whatOf({ register }: Corpus, bound: BoundFact): string {
  const conditions = bound.conditions.map(([key, value]) =>
    key === 'place' ? register.nameOf(value) : value,
  );
  return [bound.propertyId, ...conditions].join(', ');
}

/** An article with what is known of it. */
export function reportArticle(corpus: Corpus, info: ArticleInfo): ReportArticle {
  const { title, publisher, published, publishedText, articleUri, draft } = info;
  const details = [
    draft ? 'draft' : [],
    publisher === null ? [] : corpus.register.nameOf(publisher),
    published === undefined ? (publishedText ?? []) : describeDate(published),
  ];
  const uri = articleUri ?? info.uri;
  return {
    title: title ?? stemOf(uri),
    details: details.flat().join(', '),
    place: topOf(corpus, uri),
  };
}

function quotesOf(corpus: Corpus, bound: BoundFact): readonly ReportQuote[] {
  const article = articleOfFact(corpus, bound);
  if (article === undefined) {
    return bound.fact.quotes.map(({ exact }) => ({ quoted: exact.value, found: null }));
  }
  return anchorsIn(article, bound).map(({ quote, match }) => {
    const at = firstSpan(match);
    return {
      quoted: quote.exact.value,
      found: at === undefined ? null : wordsIn(corpus, article, at),
    };
  });
}

/** Words of an article with those around them in their paragraph. @param at in its rendered text */
export function wordsIn(corpus: Corpus, article: ArticleEntry, at: Span): ReportWords {
  const { before, words, after } = contextOf(article, at);
  const start = lastWords(before.slice(-REACH), AROUND);
  const end = firstWords(after.slice(0, REACH), AROUND);
  return {
    before: isWhole(start, before) ? start : `… ${start}`,
    words,
    after: isWhole(end, after) ? end : `${end} …`,
    place: placeIn(corpus, {
      uri: article.uri,
      span: article.content.rendered.sourceSpan(at),
    }),
  };
}

/** Whether some words of a text are all of it; white space apart. */
function isWhole(some: string, text: string): boolean {
  const length = (words: string): number => words.replace(/\s+/g, '').length;
  return length(some) === length(text);
}
