import { SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/corpus.js';
import type { Named } from '../corpus/names.js';
import { idKey } from '../corpus/register.js';
import type { OrganisationDefinition } from '../sidecars/definition.js';
import { describeDate, readDate } from '../values/date.js';
import { rangeOf, type FeatureContext } from './context.js';
import { definitionTarget } from './targets.js';
import { definitionsOfUse, thingAt } from './thingAt.js';

/* Predecessors of an organisation stand where the protocol has supertypes, successors for subtypes. */

type Links = 'predecessors' | 'successors';

/** The organisations at an offset, by a mention, an id or a name; none for anything else. */
export function prepareTypeHierarchy(
  context: FeatureContext,
  uri: string,
  offset: number,
): TypeHierarchyItem[] {
  const thing = thingAt(context.corpus, uri, offset);
  const named =
    thing?.kind === 'mention'
      ? thing.candidates
      : thing?.kind === 'definition'
        ? [thing.named]
        : thing?.kind === 'use'
          ? definitionsOfUse(context.corpus, thing.use).slice(0, 1)
          : [];
  return named.filter(isOrganisation).map((organisation) => itemOf(context, organisation));
}

/** The predecessors of an item, as it or they say; what is not defined is left out. */
export function provideSupertypes(
  context: FeatureContext,
  item: TypeHierarchyItem,
): TypeHierarchyItem[] {
  return linked(context, item, 'predecessors', 'successors');
}

/** The successors of an item, likewise. */
export function provideSubtypes(
  context: FeatureContext,
  item: TypeHierarchyItem,
): TypeHierarchyItem[] {
  return linked(context, item, 'successors', 'predecessors');
}

/** The organisations that an item links to, in its order, then others that link back to it. */
function linked(
  context: FeatureContext,
  { data }: TypeHierarchyItem,
  own: Links,
  back: Links,
): TypeHierarchyItem[] {
  const { corpus } = context;
  const id = idIn(data);
  const organisation = id === undefined ? undefined : findOrganisation(corpus, id);
  if (id === undefined || organisation === undefined) {
    return [];
  }
  const ids = new Set(organisation.definition[own].map(({ value }) => value));
  for (const other of linkingTo(corpus, id, back)) {
    ids.add(other);
  }
  ids.delete(id);
  return [...ids]
    .flatMap((other) => findOrganisation(corpus, other) ?? [])
    .map((other) => itemOf(context, other));
}

/** Ids of the organisations that name an id among their links, sorted. */
function linkingTo(corpus: Corpus, id: string, links: Links): readonly string[] {
  return corpus
    .usersOf([idKey('organisation', id)])
    .flatMap(({ content }) => content.definitions)
    .filter(
      (definition) =>
        definition.kind === 'organisation' && definition[links].some(({ value }) => value === id),
    )
    .map((definition) => definition.id.value)
    .sort();
}

type Organisation = Named & { readonly definition: OrganisationDefinition };

function findOrganisation(corpus: Corpus, id: string): Organisation | undefined {
  const named = corpus.register.find('organisation', id);
  return named !== undefined && isOrganisation(named) ? named : undefined;
}

function isOrganisation(named: Named): named is Organisation {
  return named.definition.kind === 'organisation';
}

/** The item's id comes back from the client, which may send anything. */
function idIn(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string'
    ? data.id
    : undefined;
}

function itemOf(context: FeatureContext, organisation: Organisation): TypeHierarchyItem {
  const { uri, definition } = organisation;
  const target = definitionTarget(organisation);
  const id = definition.id.value;
  return {
    name: definition.name?.value || id || '…',
    kind: SymbolKind.Class,
    detail: detailOf(definition),
    uri,
    range: rangeOf(context, { uri, span: target.whole }),
    selectionRange: rangeOf(context, target),
    data: { id },
  };
}

/** `class, founded 2002, dissolved 31 March 2013`. */
function detailOf({ fields }: OrganisationDefinition): string {
  const dates = ['founded', 'dissolved'].flatMap((key) => {
    const written = fields.get(key)?.value;
    const reading = written === undefined ? undefined : readDate(written);
    return reading?.kind === 'date' ? [`${key} ${describeDate(reading.date)}`] : [];
  });
  return [fields.get('kind')?.value ?? 'organisation', ...dates].join(', ');
}
