import type { LocationLink } from 'vscode-languageserver-types';
import type { FeatureContext } from './context.js';
import {
  definitionTarget,
  factTarget,
  linksFrom,
  quoteTargets,
  useTargets,
  wordTargets,
  type Target,
} from './targets.js';
import { thingAt, type Thing } from './thingAt.js';

/**
 * Where the thing at an offset comes from: of a name or id its definition, of a quote its words in
 * the article, of quoted words and figures the facts that record them, of `ARTICLE#FACT` that fact.
 */
export function provideDefinition(
  context: FeatureContext,
  uri: string,
  offset: number,
): LocationLink[] {
  const thing = thingAt(context.corpus, uri, offset);
  return thing === null
    ? []
    : linksFrom(context, uri, thing, definitionTargets(context, uri, thing));
}

function definitionTargets(
  { corpus }: FeatureContext,
  uri: string,
  thing: Thing,
): readonly Target[] {
  switch (thing.kind) {
    case 'mention':
      return thing.candidates.map(definitionTarget);
    case 'use':
      return useTargets(corpus, uri, thing.use);
    case 'definition':
      return [definitionTarget(thing.named)];
    case 'figure':
    case 'quoted':
      return thing.facts.map(factTarget);
    case 'quote':
      return quoteTargets(corpus, thing.fact, thing.quote);
    case 'fact-id':
    case 'value': {
      const words = wordTargets(corpus, thing.fact);
      return words.length > 0 ? words : [factTarget(thing.fact)];
    }
    case 'key':
      return [];
  }
}

/**
 * Where the thing at an offset is declared: as its definition, except that a fact's own parts lead to
 * the fact rather than to the words it rests on.
 */
export function provideDeclaration(
  context: FeatureContext,
  uri: string,
  offset: number,
): LocationLink[] {
  const thing = thingAt(context.corpus, uri, offset);
  if (thing === null) {
    return [];
  }
  const targets =
    thing.kind === 'fact-id' || thing.kind === 'value' || thing.kind === 'quote'
      ? [factTarget(thing.fact)]
      : definitionTargets(context, uri, thing);
  return linksFrom(context, uri, thing, targets);
}
