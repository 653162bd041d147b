import type { Located, Span } from '../text/span.js';

export const definitionKinds = [
  'organisation',
  'person',
  'place',
  'document',
  'property',
  'event',
] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

/** The key under which a sidecar lists the definitions of a kind. */
export const sectionOf: Readonly<Record<DefinitionKind, string>> = {
  organisation: 'organisations',
  person: 'people',
  place: 'places',
  document: 'documents',
  property: 'properties',
  event: 'events',
};

/** What all definitions share. `fields` holds the single-valued keys as written. */
interface DefinitionBase {
  readonly id: Located<string>;
  readonly span: Span;
  readonly name: Located<string> | undefined;
  readonly aliases: readonly Located<string>[];
  /** Every key with a plain value, as written: `description`, `founded`, `partOf`, … */
  readonly fields: ReadonlyMap<string, Located<string>>;
}

export interface OrganisationDefinition extends DefinitionBase {
  readonly kind: 'organisation';
  readonly predecessors: readonly Located<string>[];
  readonly successors: readonly Located<string>[];
  readonly members: readonly Located<string>[];
}

export interface PersonDefinition extends DefinitionBase {
  readonly kind: 'person';
  readonly roles: readonly Role[];
}

/** A post that a person held. Dates are EDTF as written. */
export interface Role {
  readonly span: Span;
  readonly post?: Located<string>;
  readonly organisation?: Located<string>;
  readonly from?: Located<string>;
  readonly until?: Located<string>;
  readonly asOf?: Located<string>;
  readonly soleHolder: boolean;
}

export interface PlaceDefinition extends DefinitionBase {
  readonly kind: 'place';
}

export interface DocumentDefinition extends DefinitionBase {
  readonly kind: 'document';
}

/** A property with its constraints, as Wikidata's properties carry theirs. */
export interface PropertyDefinition extends DefinitionBase {
  readonly kind: 'property';
  readonly separators: readonly Located<string>[];
}

/** A change event of the W3C Organization Ontology: it explains a change of value. */
export interface EventDefinition extends DefinitionBase {
  readonly kind: 'event';
}

export type Definition =
  | OrganisationDefinition
  | PersonDefinition
  | PlaceDefinition
  | DocumentDefinition
  | PropertyDefinition
  | EventDefinition;
