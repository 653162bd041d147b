import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Named } from '../corpus/names.js';
import { FuzzyQuery, fuzzyRanks, searchable, type FuzzyRank } from '../text/fuzzyRank.js';
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
    .flatMap(({ uri, content, factsForNow: facts }) => [
      ...content.definitions.map((definition) => findDefinition({ uri, definition }, wanted)),
      ...facts.map((bound) => findFactSymbol(context, bound, wanted)),
    ])
    .filter((symbol) => symbol !== null);
  return closest(found).map(({ name, kind, containerName, place }) => ({
    name,
    kind,
    containerName,
    location: { uri: place.uri, range: rangeOf(context, place) },
  }));
}

/** The closest, in order. What is too far off to be shown is not sorted either. */
function closest(found: readonly Found[]): readonly Found[] {
  const groups = new Map<number, Found[]>();
  for (const symbol of found) {
    const group = 2 * symbol.rank - Number(symbol.kind === SymbolKind.Field);
    const others = groups.get(group);
    if (others === undefined) {
      groups.set(group, [symbol]);
    } else {
      others.push(symbol);
    }
  }
  const first: Found[] = [];
  for (const [, group] of [...groups].sort(([a], [b]) => b - a)) {
    first.push(...(first.length < MAX_WORKSPACE_SYMBOLS ? group.sort(byLength) : []));
  }
  return first.slice(0, MAX_WORKSPACE_SYMBOLS);
}

function findDefinition({ uri, definition }: Named, wanted: FuzzyQuery): Found | null {
  const id = definition.id.value;
  const name = definition.name?.value ?? id;
  const [best] = [name, id, ...definition.aliases.map(({ value }) => value)]
    .map((text) => ({ text, rank: wanted.rank(searchable(text)) }))
    .sort((a, b) => b.rank - a.rank);
  if (best === undefined || best.rank === fuzzyRanks.none) {
    return null;
  }
  // Editors filter by the name once more, so it has to show what was found.
  const isShown = wanted.rank(searchable(name)) !== fuzzyRanks.none;
  return {
    rank: best.rank,
    name: (isShown ? name : `${name} (${best.text})`) || '…',
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
  const { statement, searchableStatement, searchableReference } = textsOf(context, bound);
  const byReference = wanted.rank(searchableReference);
  const byStatement = wanted.rankOfWords(searchableStatement);
  if (byReference === fuzzyRanks.none && byStatement === fuzzyRanks.none) {
    return null;
  }
  const [name, containerName] =
    byReference === fuzzyRanks.none ? [statement, bound.reference] : [bound.reference, statement];
  return {
    rank: byReference > byStatement ? byReference : byStatement,
    name,
    kind: SymbolKind.Field,
    containerName,
    place: placeOfFact(bound),
  };
}

interface FactTexts {
  readonly statement: string;
  readonly searchableStatement: string;
  readonly searchableReference: string;
}

const factTexts = new WeakMap<BoundFact, FactTexts>();

/** Kept from query to query: a fact is bound anew when a name in it changes. */
function textsOf(context: FeatureContext, bound: BoundFact): FactTexts {
  const known = factTexts.get(bound);
  if (known !== undefined) {
    return known;
  }
  const statement = describeFact(context, bound);
  const texts = {
    statement,
    searchableStatement: searchable(statement),
    searchableReference: searchable(bound.reference),
  };
  factTexts.set(bound, texts);
  return texts;
}

function byLength(a: Found, b: Found): number {
  return (
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
