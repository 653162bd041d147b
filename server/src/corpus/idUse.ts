import type { FrontMatter } from '../articles/frontMatter.js';
import type { Located, Span } from '../text/span.js';
import type { Definition, DefinitionKind } from '../sidecars/definition.js';
import type { Fact, Sidecar } from '../sidecars/sidecar.js';
import type { BoundFact } from './boundFact.js';

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

/** Every use of an id in a sidecar, in no particular order. */
export function idUses(sidecar: Sidecar): readonly IdUse[] {
  const uses: IdUse[] = [];
  const use = (
    key: string,
    targets: readonly Target[],
    ids: readonly (Located<string> | undefined)[],
    nameAllowed = false,
  ): void => {
    for (const id of ids) {
      if (id !== undefined) {
        uses.push({ ...placed(id), key, targets, nameAllowed });
      }
    }
  };
  const { article } = sidecar;
  if (article !== null) {
    use('publisher', ['organisation'], [article.publisher], true);
    use('author', ['person', 'organisation'], [article.author], true);
    use('basedOn', ['article'], article.basedOn);
  }
  for (const fact of sidecar.facts) {
    useOfFact(fact, use);
  }
  for (const definition of sidecar.definitions) {
    useOfDefinition(definition, use);
  }
  return uses;
}

function placed({ value, span, origin }: Located<string>): Pick<IdUse, 'id' | 'span' | 'origin'> {
  return { id: value, span, ...(origin && { origin }) };
}

/** Every use of an id in an article's front matter. */
export function frontMatterUses(front: FrontMatter | null): readonly IdUse[] {
  const { publisher, author, basedOn = [] } = front ?? {};
  return [
    ...[publisher ?? []].flat().map((named): IdUse => {
      return { ...placed(named), key: 'publisher', targets: ['organisation'], nameAllowed: true };
    }),
    ...[author ?? []].flat().map((named): IdUse => {
      const targets = ['person', 'organisation'] as const;
      return { ...placed(named), key: 'author', targets, nameAllowed: true };
    }),
    ...basedOn.map((named): IdUse => {
      return { ...placed(named), key: 'basedOn', targets: ['article'], nameAllowed: false };
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

type Collect = (
  key: string,
  targets: readonly Target[],
  ids: readonly (Located<string> | undefined)[],
  nameAllowed?: boolean,
) => void;

function useOfFact(fact: Fact, use: Collect): void {
  use('subject', entities, [fact.subject]);
  use('property', ['property'], [fact.property]);
  use(
    'saidBy',
    speakers,
    fact.saidBy.filter(({ value }) => value !== 'anonymous'),
  );
  for (const { key, value } of [...fact.otherKeys, ...fact.qualifiers]) {
    if (key.value === placeKey) {
      use(placeKey, ['place'], [value]);
    }
  }
  for (const key of ['denies', 'disputes', 'supersedes', 'derivedFrom'] as const) {
    use(key, ['fact'], fact[key]);
  }
  use(
    'with',
    ['fact'],
    fact.acknowledged.map((entry) => entry.with),
  );
}

function useOfDefinition(definition: Definition, use: Collect): void {
  const field = (name: string): Located<string> | undefined => definition.fields.get(name);
  switch (definition.kind) {
    case 'organisation':
      use('class', ['organisation'], [field('class')]);
      use('partOf', ['organisation'], [field('partOf')]);
      use('place', ['place'], [field('place')]);
      use('members', ['organisation', 'person'], definition.members);
      use('predecessors', ['organisation'], definition.predecessors);
      use('successors', ['organisation'], definition.successors);
      break;
    case 'person':
      use(
        'organisation',
        ['organisation'],
        definition.roles.map((role) => role.organisation),
      );
      break;
    case 'place':
      use('partOf', ['place'], [field('partOf')]);
      break;
    case 'document':
      use('publisher', ['organisation'], [field('publisher')], true);
      break;
    case 'event':
      use('subject', entities, [field('subject')]);
      use('property', ['property'], [field('property')]);
      use('place', ['place'], [field('place')]);
      break;
    case 'property':
      break;
  }
}
