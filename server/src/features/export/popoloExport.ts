import type { Corpus } from '../../corpus/corpus.js';
import type { Named } from '../../corpus/names.js';
import type {
  Definition,
  OrganisationDefinition,
  PersonDefinition,
  PlaceDefinition,
} from '../../sidecars/definition.js';
import { popoloDates, type PopoloDates } from './popoloDate.js';
import { identifiersOf, linksOf, otherNamesOf } from './popoloNames.js';
import { membersOf, PostTable, rolesOf, type Post } from './popoloMembership.js';
import { wellFormed } from './wellFormed.js';

/** A document as Popolo defines it (popoloproject.com), in one object. */
interface PopoloDocument {
  readonly persons: readonly object[];
  readonly organizations: readonly object[];
  readonly memberships: readonly object[];
  readonly posts: readonly Post[];
  readonly areas: readonly object[];
}

/** The organisations, people and places of a corpus as Popolo JSON. */
export function* exportPopolo(corpus: Corpus): Generator<string> {
  yield `${JSON.stringify(popoloOf(corpus), readable, 2)}\n`;
}

function readable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? wellFormed(value) : value;
}

/** The same as data. */
export function popoloOf(corpus: Corpus): PopoloDocument {
  const people = definedAs<PersonDefinition>(corpus, 'person');
  const organisations = definedAs<OrganisationDefinition>(corpus, 'organisation');
  const places = definedAs<PlaceDefinition>(corpus, 'place');
  const posts = new PostTable();
  const roles = people.flatMap(({ definition }) => rolesOf(definition, posts));
  const members = organisations.flatMap(({ definition }) => membersOf(definition, corpus));
  return {
    persons: people.map((named) => ({
      ...common(named, corpus),
      ...text(named, 'summary', 'description'),
    })),
    organizations: organisations.map((named) => ({
      ...common(named, corpus),
      ...text(named, 'classification', 'kind'),
      ...text(named, 'parent_id', 'partOf'),
      ...text(named, 'area_id', 'place'),
      ...text(named, 'abstract', 'description'),
      ...datesOf(named.definition),
    })),
    memberships: [...roles, ...members],
    posts: posts.all(),
    areas: places.map((named) => ({
      id: named.definition.id.value,
      name: named.definition.name?.value ?? named.definition.id.value,
      ...text(named, 'parent_id', 'partOf'),
    })),
  };
}

interface Defined<D extends Definition> {
  readonly uri: string;
  readonly definition: D;
}

/** The definitions of a kind, sorted by id; of two with one id the first by place. */
function definedAs<D extends Definition>(corpus: Corpus, kind: D['kind']): readonly Defined<D>[] {
  return [...corpus.register.ofKinds([kind])]
    .filter((named): named is Named & Defined<D> => named.definition.kind === kind)
    .sort((a, b) => (a.definition.id.value < b.definition.id.value ? -1 : 1));
}

function common({ uri, definition }: Defined<Definition>, corpus: Corpus): object {
  return {
    id: definition.id.value,
    name: definition.name?.value ?? definition.id.value,
    other_names: otherNamesOf(definition),
    identifiers: identifiersOf(corpus, uri, definition),
    links: linksOf(definition),
  };
}

/** A key of Popolo's with the text under a key of ours; nothing where that is not there. */
function text({ definition }: Defined<Definition>, key: string, from: string): object {
  const value = definition.fields.get(from)?.value;
  return value === undefined || value === '' ? {} : { [key]: value };
}

function datesOf({ fields }: Definition): PopoloDates {
  return popoloDates({
    founding_date: fields.get('founded')?.value,
    dissolution_date: fields.get('dissolved')?.value,
  });
}
