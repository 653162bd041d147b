import type { Location } from 'vscode-languageserver-types';
import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import { rangeOf, type FeatureContext, type Place } from './context.js';
import { definitionOfUse, thingAt } from './thingAt.js';

/**
 * Where the thing at an offset comes from: of a name or id its definition, of a quote its words in
 * the article, of quoted words the facts that record them, of `ARTICLE#FACT` that fact.
 */
export function provideDefinition(
  context: FeatureContext,
  uri: string,
  offset: number,
): Location[] {
  return definitionPlaces(context, uri, offset).map((place) => ({
    uri: place.uri,
    range: rangeOf(context, place),
  }));
}

function definitionPlaces(context: FeatureContext, uri: string, offset: number): readonly Place[] {
  const { corpus } = context;
  const thing = thingAt(corpus, uri, offset);
  switch (thing?.kind) {
    case 'mention':
      return thing.candidates.map((named) => ({ uri: named.uri, span: named.definition.id.span }));
    case 'use':
      return placesOfUse(context, uri, thing.use);
    case 'definition':
      return [{ uri: thing.named.uri, span: thing.named.definition.id.span }];
    case 'quoted':
      return thing.facts.map(placeOfFact);
    case 'fact-id':
    case 'value':
    case 'quote':
      return quotedWords(corpus, thing.fact);
    case 'key':
    case undefined:
      return [];
  }
}

function placesOfUse(context: FeatureContext, uri: string, use: IdUse): readonly Place[] {
  const { corpus } = context;
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' ? [placeOfFact(lookup.fact)] : [];
  }
  if (use.targets.includes('article')) {
    return corpus.filesOfArticleId(use.id).map((file) => ({
      uri: corpus.sidecar(file)?.info.articleUri ?? file,
      span: { start: 0, end: 0 },
    }));
  }
  const named = definitionOfUse(corpus, use);
  return named === undefined ? [] : [{ uri: named.uri, span: named.definition.id.span }];
}

/** Where a fact stands: its id, else its value. */
export function placeOfFact({ uri, fact }: BoundFact): Place {
  return { uri, span: fact.id?.span ?? fact.value?.span ?? fact.span };
}
