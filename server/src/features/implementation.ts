import type { LocationLink } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Definition } from '../sidecars/definition.js';
import type { FeatureContext } from './context.js';
import { isCountOf } from './recordedFigure.js';
import { factTarget, linksFrom } from './targets.js';
import { definitionsOfUse, thingAt, type Thing } from './thingAt.js';

/**
 * The facts that state something of the thing at an offset: about an organisation, person, place or
 * document; with a property; of an article; of an event's subject and property; for a fact all that
 * speak of the same; for a figure those that record it, else those that have it anywhere.
 */
export function provideImplementation(
  context: FeatureContext,
  uri: string,
  offset: number,
): LocationLink[] {
  const thing = thingAt(context.corpus, uri, offset);
  return thing === null
    ? []
    : linksFrom(
        context,
        uri,
        thing,
        [...new Set(statingFacts(context.corpus, uri, thing))].map(factTarget),
      );
}

function statingFacts(corpus: Corpus, uri: string, thing: Thing): readonly BoundFact[] {
  switch (thing.kind) {
    case 'mention':
      return thing.candidates.flatMap(({ definition }) => factsOn(corpus, definition));
    case 'definition':
      return factsOn(corpus, thing.named.definition);
    case 'use':
      return factsOnUse(corpus, uri, thing.use);
    case 'figure': {
      const { counted, facts } = thing;
      return facts.length > 0 || counted === undefined
        ? facts
        : corpus
            .factsAbout(counted.counted.definition.id.value)
            .filter((fact) => isCountOf(fact, counted));
    }
    case 'quoted':
      return thing.facts;
    case 'fact-id':
    case 'value':
    case 'quote':
      return sameStatement(corpus, thing.fact);
    case 'key':
      return [];
  }
}

function factsOnUse(corpus: Corpus, uri: string, use: IdUse): readonly BoundFact[] {
  if (use.targets.includes('fact')) {
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' ? sameStatement(corpus, lookup.fact) : [];
  }
  if (use.targets.includes('article')) {
    return corpus.filesOfArticleId(use.id).flatMap((file) => corpus.sidecar(file)?.facts ?? []);
  }
  if (use.targets.includes('property')) {
    return factsWith(corpus, use.id); // one that is built in has no definition
  }
  return definitionsOfUse(corpus, use)
    .slice(0, 1)
    .flatMap(({ definition }) => factsOn(corpus, definition));
}

function factsOn(corpus: Corpus, definition: Definition): readonly BoundFact[] {
  const id = definition.id.value;
  switch (definition.kind) {
    case 'organisation':
    case 'person':
    case 'place':
    case 'document':
      return corpus.factsAbout(id);
    case 'property':
      return factsWith(corpus, id);
    case 'event': {
      const subject = definition.fields.get('subject')?.value;
      const property = definition.fields.get('property')?.value;
      return corpus
        .factsAbout(subject ?? '')
        .filter(({ fact }) => property === undefined || fact.property?.value === property);
    }
  }
}

function factsWith(corpus: Corpus, property: string): readonly BoundFact[] {
  return corpus
    .usersOf([`property:${property}`])
    .flatMap(({ facts }) => facts.filter(({ fact }) => fact.property?.value === property));
}

/** The facts in a fact's slot, itself among them; for one that is never compared, itself. */
function sameStatement(corpus: Corpus, bound: BoundFact): readonly BoundFact[] {
  return bound.slot === null ? [bound] : corpus.factsInSlot(bound.slot);
}
