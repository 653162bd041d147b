import type { FrontMatter } from '../articles/frontMatter.js';
import { Beside } from '../text/beside.js';
import { contains, type Located, type Span } from '../text/span.js';
import type { Definition, DefinitionKind } from '../sidecars/definition.js';
import type { ArticleBlock, Fact, Qualifier, Sidecar } from '../sidecars/sidecar.js';
import type { BoundFact } from './boundFact.js';
import type { Unchanged } from './unchangedFacts.js';

/** What an id can stand for. A fact is written `FACT` in its own file and `ARTICLE#FACT` elsewhere. */
export type Target = DefinitionKind | 'article' | 'fact';

/** A place in a sidecar where an id is used. */
export interface IdUse {
  readonly id: string;
  readonly span: Span;
  /** Where it is written, if elsewhere: see {@link Located}. */
  readonly origin?: Span;
  /** The key under which it stands: `subject`, `saidBy`, `partOf`, … */
  readonly key: string;
  /** What it may stand for, likeliest first. */
  readonly targets: readonly Target[];
  /** True where a plain name does as well as an id, so that nothing is wrong with an unknown one. */
  readonly nameAllowed: boolean;
}

/** What a fact can be about. */
export const entities = ['organisation', 'person', 'place', 'document'] as const;
/** Who can be credited. */
export const speakers = ['person', 'organisation', 'document'] as const;

/** The separator whose values are place ids. */
const placeKey = 'place';

/* What the keys may stand for: shared, since there are as many uses as there are facts and more. */
const organisations: readonly Target[] = ['organisation'];
const places: readonly Target[] = ['place'];
const properties: readonly Target[] = ['property'];
const articles: readonly Target[] = ['article'];
const factsOnly: readonly Target[] = ['fact'];
const authors: readonly Target[] = ['person', 'organisation'];
const members: readonly Target[] = ['organisation', 'person'];

const known = new Beside<Sidecar, readonly IdUse[]>();

/** Every use of an id in a sidecar, in no particular order. Collected once: the corpus and several rules ask. */
export function idUses(sidecar: Sidecar): readonly IdUse[] {
  const uses = known.get(sidecar) ?? collectUses(sidecar, { head: 0, tail: 0 });
  known.set(sidecar, uses);
  return uses;
}

/**
 * The uses of ids that may stand at an offset of a sidecar, in the order of {@link idUses}: those of its article
 * block, and of the fact and the definitions there. After every key somebody asks about one place.
 *
 * @param fact the one at the offset, if there is one
 */
export function usesAround(
  { article, definitions }: Sidecar,
  fact: Fact | undefined,
  offset: number,
): readonly IdUse[] {
  const uses: IdUse[] = [];
  addUsesOfArticle(uses, article);
  if (fact !== undefined) {
    addUsesOfFact(uses, fact);
  }
  for (const definition of definitions) {
    if (contains(definition.span, offset)) {
      addUsesOfDefinition(uses, definition);
    }
  }
  return uses;
}

/**
 * Whether two versions of a sidecar use the same ids for the same.
 *
 * @param unchanged the facts that read as before, and need no look
 */
export function useTheSame(before: Sidecar, after: Sidecar, unchanged: Unchanged): boolean {
  const [a, b] = [collectUses(before, unchanged), collectUses(after, unchanged)];
  return (
    a.length === b.length &&
    a.every(({ id, targets }, at) => id === b[at]?.id && targets === b[at].targets)
  );
}

/** @param head,tail so many facts from the start and from the end are left out */
function collectUses(sidecar: Sidecar, { head, tail }: Unchanged): readonly IdUse[] {
  const uses: IdUse[] = [];
  const { article, facts } = sidecar;
  addUsesOfArticle(uses, article);
  for (const fact of facts.slice(head, facts.length - tail)) {
    addUsesOfFact(uses, fact);
  }
  for (const definition of sidecar.definitions) {
    addUsesOfDefinition(uses, definition);
  }
  return uses;
}

function addUsesOfArticle(uses: IdUse[], article: ArticleBlock | null): void {
  if (article !== null) {
    addUse(uses, 'publisher', organisations, article.publisher, true);
    addUse(uses, 'author', authors, article.author, true);
    addUses(uses, 'basedOn', articles, article.basedOn);
  }
}

function addUses(
  uses: IdUse[],
  key: string,
  targets: readonly Target[],
  ids: readonly Located<string>[],
): void {
  for (const id of ids) {
    addUse(uses, key, targets, id);
  }
}

function addUse(
  uses: IdUse[],
  key: string,
  targets: readonly Target[],
  used: Located<string> | undefined,
  nameAllowed = false,
): void {
  if (used !== undefined) {
    const { value: id, span, origin } = used;
    uses.push(
      origin === undefined
        ? { id, span, key, targets, nameAllowed }
        : { id, span, origin, key, targets, nameAllowed },
    );
  }
}

function placed({ value, span, origin }: Located<string>): Pick<IdUse, 'id' | 'span' | 'origin'> {
  return { id: value, span, ...(origin && { origin }) };
}

/** Every use of an id in an article's front matter. */
export function frontMatterUses(front: FrontMatter | null): readonly IdUse[] {
  const { publisher, author, basedOn = [] } = front ?? {};
  return [
    ...[publisher ?? []].flat().map((named): IdUse => {
      return { ...placed(named), key: 'publisher', targets: organisations, nameAllowed: true };
    }),
    ...[author ?? []].flat().map((named): IdUse => {
      return { ...placed(named), key: 'author', targets: authors, nameAllowed: true };
    }),
    ...basedOn.map((named): IdUse => {
      return { ...placed(named), key: 'basedOn', targets: articles, nameAllowed: false };
    }),
  ];
}

/** An id that stands in a fact's `value`, alone or among others. */
export interface ValueUse extends IdUse {
  /** Where the id starts in the text of its scalar: 5 for `ccg` in the scalar `pct, ccg`. */
  readonly offset: number;
}

/** The ids in a fact's value, where its property says that values are ids. */
export function valueUses({ fact, value }: BoundFact): readonly ValueUse[] {
  const source = fact.value;
  if (value?.kind !== 'entities' || source === undefined || source.kind === 'mapping') {
    return [];
  }
  const shared = { key: 'value', targets: entities, nameAllowed: true } as const;
  if (source.kind === 'list') {
    return source.items.map((item) => ({ ...placed(item), ...shared, offset: 0 }));
  }
  const { span, origin } = source;
  return [...source.text.matchAll(/[^\s,[\]](?:[^,\]]*[^\s,\]])?/gu)].map((match) => ({
    id: match[0],
    span,
    ...(origin && { origin }),
    ...shared,
    offset: match.index,
  }));
}

function addUsesOfFact(uses: IdUse[], fact: Fact): void {
  addUse(uses, 'subject', entities, fact.subject);
  addUse(uses, 'property', properties, fact.property);
  for (const speaker of fact.saidBy) {
    if (speaker.value !== 'anonymous') {
      addUse(uses, 'saidBy', speakers, speaker);
    }
  }
  addPlaces(uses, fact.otherKeys);
  addPlaces(uses, fact.qualifiers);
  addUses(uses, 'denies', factsOnly, fact.denies);
  addUses(uses, 'disputes', factsOnly, fact.disputes);
  addUses(uses, 'supersedes', factsOnly, fact.supersedes);
  addUses(uses, 'derivedFrom', factsOnly, fact.derivedFrom);
  for (const entry of fact.acknowledged) {
    addUse(uses, 'with', factsOnly, entry.with);
  }
}

function addPlaces(uses: IdUse[], qualifiers: readonly Qualifier[]): void {
  for (const { key, value } of qualifiers) {
    if (key.value === placeKey) {
      addUse(uses, placeKey, places, value);
    }
  }
}

function addUsesOfDefinition(uses: IdUse[], definition: Definition): void {
  const { fields } = definition;
  switch (definition.kind) {
    case 'organisation':
      addUse(uses, 'class', organisations, fields.get('class'));
      addUse(uses, 'partOf', organisations, fields.get('partOf'));
      addUse(uses, 'place', places, fields.get('place'));
      addUses(uses, 'members', members, definition.members);
      addUses(uses, 'predecessors', organisations, definition.predecessors);
      addUses(uses, 'successors', organisations, definition.successors);
      break;
    case 'person':
      for (const { organisation } of definition.roles) {
        addUse(uses, 'organisation', organisations, organisation);
      }
      break;
    case 'place':
      addUse(uses, 'partOf', places, fields.get('partOf'));
      break;
    case 'document':
      addUse(uses, 'publisher', organisations, fields.get('publisher'), true);
      break;
    case 'event':
      addUse(uses, 'subject', entities, fields.get('subject'));
      addUse(uses, 'property', properties, fields.get('property'));
      addUse(uses, 'place', places, fields.get('place'));
      break;
    case 'property':
      break;
  }
}
