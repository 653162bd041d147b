import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Named } from '../corpus/names.js';
import { FuzzyQuery, fuzzyRanks, type FuzzyRank } from '../text/fuzzyRank.js';
import { rangeOf, type FeatureContext, type Place } from './context.js';
import { describeFact, symbolKindOf } from './symbolKinds.js';
import { placeOfFact } from './targets.js';

/** The greatest number of symbols in one answer. */
export const MAX_WORKSPACE_SYMBOLS = 200;

interface Found {
  readonly rank: FuzzyRank;
  readonly name: string;
  readonly containerName: string;
  readonly kind: SymbolKind;
  readonly place: Place;
}

/**
 * Definitions that answer to a query by id, name or an alias, and facts that do by their reference or
 * by the words of what they state; closest first, definitions before facts, then shorter names.
 */
export function provideWorkspaceSymbols(context: FeatureContext, query: string): WorkspaceSymbol[] {
  const wanted = new FuzzyQuery(query);
  const found = context.corpus
    .sidecars()
    .flatMap(({ uri, content, facts }) => [
      ...content.definitions.map((definition) => findDefinition({ uri, definition }, wanted)),
      ...facts.map((bound) => findFactSymbol(context, bound, wanted)),
    ])
    .filter((symbol) => symbol !== null);
  return found
    .sort(byCloseness)
    .slice(0, MAX_WORKSPACE_SYMBOLS)
    .map(({ name, kind, containerName, place }) => ({
      name,
      kind,
      containerName,
      location: { uri: place.uri, range: rangeOf(context, place) },
    }));
}

function findDefinition({ uri, definition }: Named, wanted: FuzzyQuery): Found | null {
  const id = definition.id.value;
  const name = definition.name?.value ?? id;
  const [closest] = [name, id, ...definition.aliases.map(({ value }) => value)]
    .map((text) => ({ text, rank: wanted.rank(text) }))
    .sort((a, b) => b.rank - a.rank);
  if (closest === undefined || closest.rank === fuzzyRanks.none) {
    return null;
  }
  // Editors filter by the name once more, so it has to show what was found.
  const shown = wanted.rank(name) === fuzzyRanks.none ? `${name} (${closest.text})` : name;
  return {
    rank: closest.rank,
    name: shown === '' ? '…' : shown,
    kind: symbolKindOf[definition.kind],
    containerName: `${definition.kind} ${id}`,
    place: { uri, span: definition.id.span },
  };
}

function findFactSymbol(
  context: FeatureContext,
  bound: BoundFact,
  wanted: FuzzyQuery,
): Found | null {
  const { reference } = bound;
  const statement = describeFact(context, bound);
  const byReference = wanted.rank(reference);
  const byStatement = wanted.rankOfWords(statement);
  if (byReference === fuzzyRanks.none && byStatement === fuzzyRanks.none) {
    return null;
  }
  const [name, containerName] =
    byReference === fuzzyRanks.none ? [statement, reference] : [reference, statement];
  return {
    rank: byReference > byStatement ? byReference : byStatement,
    name,
    kind: SymbolKind.Field,
    containerName,
    place: placeOfFact(bound),
  };
}

function byCloseness(a: Found, b: Found): number {
  return (
    b.rank - a.rank ||
    Number(a.kind === SymbolKind.Field) - Number(b.kind === SymbolKind.Field) ||
    a.name.length - b.name.length ||
    order(a.name, b.name) ||
    order(a.place.uri, b.place.uri) ||
    a.place.span.start - b.place.span.start
  );
}

/** By code unit, so that no locale changes it. */
function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
