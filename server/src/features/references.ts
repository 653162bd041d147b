import type { Location } from 'vscode-languageserver-types';
import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import { builtInProperties } from '../corpus/property.js';
import { idKey } from '../corpus/register.js';
import type { DefinitionKind } from '../sidecars/definition.js';
import type { Span } from '../text/span.js';
import { rangeOf, type FeatureContext, type Place } from './context.js';
import { placeOfFact } from './definition.js';
import { definitionOfUse, thingAt } from './thingAt.js';

/** Everything that refers to the thing at an offset, in articles and sidecars, by file and place. */
export function provideReferences(
  context: FeatureContext,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): Location[] {
  const places = referencePlaces(context.corpus, uri, offset, includeDeclaration);
  return [...places]
    .sort((a, b) => (a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1))
    .map((place) => ({ uri: place.uri, range: rangeOf(context, place) }));
}

function referencePlaces(
  corpus: Corpus,
  uri: string,
  offset: number,
  includeDeclaration: boolean,
): readonly Place[] {
  const thing = thingAt(corpus, uri, offset);
  switch (thing?.kind) {
    case 'mention':
      return thing.candidates.flatMap(({ definition }) =>
        referencesToId(corpus, definition.kind, definition.id.value, includeDeclaration),
      );
    case 'definition': {
      const { kind, id } = thing.named.definition;
      return referencesToId(corpus, kind, id.value, includeDeclaration);
    }
    case 'use': {
      if (thing.use.targets.includes('fact')) {
        const lookup = findFact(corpus, uri, thing.use.id);
        return lookup.kind === 'found'
          ? referencesToFact(corpus, lookup.fact, includeDeclaration)
          : [];
      }
      if (thing.use.targets.includes('article')) {
        return usesOf(
          corpus,
          [`article:${thing.use.id}`],
          (use) => use.id === thing.use.id && use.targets.includes('article'),
        );
      }
      const named = definitionOfUse(corpus, thing.use);
      const kind =
        named?.definition.kind ?? (builtInProperties.has(thing.use.id) ? 'property' : undefined);
      return kind === undefined
        ? []
        : referencesToId(corpus, kind, thing.use.id, includeDeclaration);
    }
    case 'fact-id':
    case 'value':
    case 'quote':
      return referencesToFact(corpus, thing.fact, includeDeclaration);
    case 'quoted':
      return thing.facts.flatMap((fact) => referencesToFact(corpus, fact, true));
    case 'key':
    case undefined:
      return [];
  }
}

function referencesToId(
  corpus: Corpus,
  kind: DefinitionKind,
  id: string,
  includeDeclaration: boolean,
): readonly Place[] {
  const uses = usesOf(
    corpus,
    [idKey(kind, id)],
    (use) => use.id === id && use.targets.includes(kind),
  );
  const named = corpus.register.find(kind, id);
  const declaration =
    named !== undefined && includeDeclaration
      ? [{ uri: named.uri, span: named.definition.id.span }]
      : [];
  return [...declaration, ...uses, ...mentionsOf(corpus, kind, id)];
}

function usesOf(
  corpus: Corpus,
  keys: Parameters<Corpus['usersOf']>[0],
  wanted: (use: { readonly id: string; readonly targets: readonly string[] }) => boolean,
): readonly Place[] {
  return corpus
    .usersOf(keys)
    .flatMap(({ uri, uses }) => uses.filter(wanted).map(({ span }) => ({ uri, span })));
}

/** Every mention of a definition in every article, as spans of the source. */
export function mentionsOf(corpus: Corpus, kind: DefinitionKind, id: string): readonly Place[] {
  return articlesMentioning(corpus, kind, id).flatMap(({ article, spans }) =>
    spans.map((span) => ({
      uri: article.uri,
      span: article.content.rendered.sourceSpan(span),
    })),
  );
}

/** How often a definition is mentioned, and in how many articles. */
export function countMentions(
  corpus: Corpus,
  kind: DefinitionKind,
  id: string,
): { readonly mentions: number; readonly articles: number } {
  const found = articlesMentioning(corpus, kind, id);
  const mentions = found.reduce((sum, { spans }) => sum + spans.length, 0);
  return { mentions, articles: found.length };
}

/** The articles that mention a definition, with the mentions as spans of their rendered text. */
function articlesMentioning(
  corpus: Corpus,
  kind: DefinitionKind,
  id: string,
): readonly { readonly article: ArticleEntry; readonly spans: readonly Span[] }[] {
  if (kind === 'property' || kind === 'event') {
    return [];
  }
  return corpus
    .articlesMentioning(kind, id)
    .map((article) => ({
      article,
      spans: corpus
        .mentionsIn(article)
        .filter(({ candidates }) =>
          candidates.some(
            ({ definition }) => definition.kind === kind && definition.id.value === id,
          ),
        )
        .map(({ span }) => span),
    }))
    .filter(({ spans }) => spans.length > 0);
}

function referencesToFact(
  corpus: Corpus,
  bound: BoundFact,
  includeDeclaration: boolean,
): readonly Place[] {
  const own = bound.fact.denies.concat(bound.fact.disputes); // a fact's links are not references to it
  const linking = corpus
    .sidecars()
    .filter(
      ({ uri, uses }) =>
        uri === bound.uri || uses.some(({ id }) => id.startsWith(`${bound.article.id}#`)),
    )
    .flatMap(({ uri, uses }) =>
      uses
        .filter(
          (use) =>
            use.targets.includes('fact') &&
            !own.some(({ span }) => uri === bound.uri && span === use.span),
        )
        .filter((use) => {
          const lookup = findFact(corpus, uri, use.id);
          return lookup.kind === 'found' && lookup.fact === bound;
        })
        .map(({ span }) => ({ uri, span })),
    );
  const declaration = includeDeclaration ? [placeOfFact(bound)] : [];
  return [...declaration, ...linking, ...quotedWords(corpus, bound)];
}
