import type { LocationLink } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { Named } from '../corpus/names.js';
import { idKey } from '../corpus/register.js';
import type { FeatureContext } from './context.js';
import { definitionTarget, linksFrom, type Target } from './targets.js';
import { definitionsOfUse, thingAt, type Thing } from './thingAt.js';

/**
 * What kind of thing stands at an offset: of an organisation the class it is one of, else where its
 * `kind` is given; of a fact, or of a figure and words that facts record, the property.
 */
export function provideTypeDefinition(
  context: FeatureContext,
  uri: string,
  offset: number,
): LocationLink[] {
  const thing = thingAt(context.corpus, uri, offset);
  return thing === null ? [] : linksFrom(context, uri, thing, typeTargets(context, uri, thing));
}

function typeTargets({ corpus }: FeatureContext, uri: string, thing: Thing): readonly Target[] {
  switch (thing.kind) {
    case 'mention':
      return thing.candidates.flatMap((named) => classOf(corpus, named));
    case 'definition':
      return classOf(corpus, thing.named);
    case 'use': {
      if (thing.use.targets.includes('fact')) {
        const lookup = findFact(corpus, uri, thing.use.id);
        return lookup.kind === 'found' ? propertiesOf(corpus, [lookup.fact]) : [];
      }
      return definitionsOfUse(corpus, thing.use).flatMap((named) => classOf(corpus, named));
    }
    case 'figure':
    case 'quoted':
      return propertiesOf(corpus, thing.facts);
    case 'fact-id':
    case 'value':
    case 'quote':
      return propertiesOf(corpus, [thing.fact]);
    case 'key':
      return [];
  }
}

function classOf(corpus: Corpus, { uri, definition }: Named): readonly Target[] {
  switch (definition.kind) {
    case 'organisation': {
      const id = definition.fields.get('class')?.value;
      const named =
        id === undefined ? [] : corpus.register.definitionsOf(idKey('organisation', id));
      if (named.length > 0) {
        return named.map(definitionTarget);
      }
      const kind = definition.fields.get('kind');
      return kind === undefined ? [] : [{ uri, span: kind.span, whole: kind.span }];
    }
    case 'event': {
      const id = definition.fields.get('property')?.value;
      return id === undefined ? [] : propertyTargets(corpus, id);
    }
    case 'person':
    case 'place':
    case 'document':
    case 'property':
      return [];
  }
}

/** Nothing for a property that is built in: no file holds it. */
function propertyTargets(corpus: Corpus, id: string): readonly Target[] {
  return corpus.register.definitionsOf(idKey('property', id)).map(definitionTarget);
}

function propertiesOf(corpus: Corpus, facts: readonly BoundFact[]): readonly Target[] {
  const ids = new Set(facts.flatMap(({ fact }) => fact.property?.value ?? []));
  return [...ids].flatMap((id) => propertyTargets(corpus, id));
}
