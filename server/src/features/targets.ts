import type { LocationLink } from 'vscode-languageserver-types';
import { articleOfFact, anchorsIn, quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Named } from '../corpus/names.js';
import type { QuoteSource } from '../sidecars/sidecar.js';
import { span, type Span } from '../text/span.js';
import { rangeOf, type FeatureContext, type Place } from './context.js';
import type { Thing } from './thing.js';
import { definitionsOfUse } from './thingAt.js';

/* Where things lead: what "go to" shows, and the words in it that it selects. */

/** A place to go to. `span` is what to select, `whole` all that belongs to it. */
export interface Target extends Place {
  readonly whole: Span;
}

/** Targets as links from the words of a thing. */
export function linksFrom(
  context: FeatureContext,
  uri: string,
  thing: Thing,
  targets: readonly Target[],
): LocationLink[] {
  const originSelectionRange = rangeOf(context, { uri, span: thing.span });
  return targets.map((target) => ({
    originSelectionRange,
    targetUri: target.uri,
    targetRange: rangeOf(context, { uri: target.uri, span: target.whole }),
    targetSelectionRange: rangeOf(context, target),
  }));
}

export function definitionTarget({ uri, definition }: Named): Target {
  return { uri, span: definition.id.span, whole: union(definition.span, definition.id.span) };
}

/** Where a fact stands: its id, else its value. */
export function placeOfFact({ uri, fact }: BoundFact): Place {
  return { uri, span: fact.id?.span ?? fact.value?.span ?? fact.span };
}

export function factTarget(bound: BoundFact): Target {
  const place = placeOfFact(bound);
  return { ...place, whole: union(bound.fact.span, place.span) };
}

/** The words that a fact quotes. */
export function wordTargets(corpus: Corpus, bound: BoundFact): readonly Target[] {
  return quotedWords(corpus, bound).map((place) => ({ ...place, whole: place.span }));
}

/** Where the words of one quote stand; every place where it does not say which one it means. */
export function quoteTargets(
  corpus: Corpus,
  bound: BoundFact,
  quote: QuoteSource,
): readonly Target[] {
  const article = articleOfFact(corpus, bound);
  const match =
    article && anchorsIn(article, bound).find((anchor) => anchor.quote === quote)?.match;
  if (article === undefined || match === undefined || match.kind === 'missing') {
    return [];
  }
  const spans = match.kind === 'ambiguous' ? match.spans : [match.span];
  return spans.map((words) => {
    const whole = article.content.rendered.sourceSpan(words);
    return { uri: article.uri, span: whole, whole };
  });
}

/** What the id at a place stands for: definitions, a fact, or an article's first line. */
export function useTargets(corpus: Corpus, uri: string, use: IdUse): readonly Target[] {
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' ? [factTarget(lookup.fact)] : [];
  }
  if (use.targets.includes('article')) {
    return corpus.filesOfArticleId(use.id).map((file) => {
      const start = span(0, 0);
      return { uri: corpus.sidecar(file)?.info.articleUri ?? file, span: start, whole: start };
    });
  }
  return definitionsOfUse(corpus, use).map(definitionTarget);
}

/** A selection has to lie inside its target; an alias can put a part elsewhere. */
function union(a: Span, b: Span): Span {
  return span(Math.min(a.start, b.start), Math.max(a.end, b.end));
}
