import type { Corpus, SidecarEntry } from '../../corpus/corpus.js';
import { findFact } from '../../corpus/factReference.js';
import { frontMatterUses, valueUses, type IdUse } from '../../corpus/idUse.js';
import { idKey } from '../../corpus/register.js';
import type { Located, Span } from '../../text/span.js';
import { definitionOfUse } from '../thingAt.js';
import type { Part } from './idPlaces.js';
import type { Target } from './target.js';

/** A place where an id is written: part of a key or value. */
export interface Occurrence {
  readonly uri: string;
  /** The key or value, or the alias that repeats it. */
  readonly span: Span;
  /** Where it is written, if elsewhere: see {@link Located}. */
  readonly origin?: Span;
  /** The id in what the key or value says. */
  readonly part: Part;
}

/** Every place where an id stands for its target, the definition included. */
export function occurrencesOf(corpus: Corpus, target: Target): readonly Occurrence[] {
  switch (target.kind) {
    case 'definition':
      return ofDefinition(corpus, target);
    case 'article':
      return ofArticle(corpus, target);
    case 'fact':
      return ofFact(corpus, target);
  }
}

/** A use with the file in which it stands. */
interface FiledUse {
  readonly uri: string;
  readonly use: IdUse & { readonly offset?: number };
}

/** The uses in some sidecars, those in values of facts included. */
export function usesIn(sidecars: readonly SidecarEntry[]): readonly FiledUse[] {
  return sidecars.flatMap(({ uri, uses, facts }) =>
    [...uses, ...facts.flatMap(valueUses)].map((use) => ({ uri, use })),
  );
}

/** The uses in all front matters. There is no index of these, and few are read in a moment. */
export function usesInFrontMatter(corpus: Corpus): readonly FiledUse[] {
  return corpus
    .articles()
    .flatMap(({ uri, content }) =>
      frontMatterUses(content.frontMatter).map((use) => ({ uri, use })),
    );
}

function ofDefinition(
  corpus: Corpus,
  { id, named }: Extract<Target, { kind: 'definition' }>,
): readonly Occurrence[] {
  const { kind } = named.definition;
  const uses = [...usesIn(corpus.usersOf([idKey(kind, id)])), ...usesInFrontMatter(corpus)].filter(
    ({ use }) => use.id === id && definitionOfUse(corpus, use)?.definition.kind === kind,
  );
  return [whole(named.uri, named.definition.id), ...uses.map(ofUse)];
}

function ofArticle(
  corpus: Corpus,
  { id, uri }: Extract<Target, { kind: 'article' }>,
): readonly Occurrence[] {
  const entry = corpus.sidecar(uri);
  const articleUri = entry === undefined ? uri : entry.info.articleUri;
  const front = articleUri === null ? undefined : corpus.article(articleUri)?.content.frontMatter;
  return [
    ...[entry?.content.article?.id ?? []].flat().map((own) => whole(uri, own)),
    // Where both state the id they go on stating the same one.
    ...[front?.id ?? []]
      .flat()
      .filter(({ value }) => value === id)
      .map((own) => whole(articleUri ?? uri, own)),
    ...usesOfArticle(corpus, id),
  ];
}

/** Where an article is named by its id: in `basedOn`, and as the first half of `ARTICLE#FACT`. */
export function usesOfArticle(corpus: Corpus, id: string): readonly Occurrence[] {
  return [...usesIn(corpus.usersOf([`article:${id}`])), ...usesInFrontMatter(corpus)]
    .filter(({ use }) =>
      use.targets.includes('article')
        ? use.id === id
        : use.targets.includes('fact') && use.id.startsWith(`${id}#`),
    )
    .map(({ uri, use }) => ({ ...ofUse({ uri, use }), part: { start: 0, end: id.length } }));
}

function ofFact(
  corpus: Corpus,
  { id, fact }: Extract<Target, { kind: 'fact' }>,
): readonly Occurrence[] {
  const own = corpus.sidecar(fact.uri);
  const others = corpus
    .usersOf([`article:${fact.article.id}`])
    .filter(({ uri }) => uri !== fact.uri);
  const uses = usesIn([...(own === undefined ? [] : [own]), ...others]).filter(({ uri, use }) => {
    // A reference by number goes on leading to the same fact.
    if (!use.targets.includes('fact') || use.id.slice(use.id.indexOf('#') + 1) !== id) {
      return false;
    }
    const lookup = findFact(corpus, uri, use.id);
    return lookup.kind === 'found' && lookup.fact === fact;
  });
  return [
    ...[fact.fact.id ?? []].flat().map((located) => whole(fact.uri, located)),
    ...uses.map(({ uri, use }) => {
      const part = { start: use.id.indexOf('#') + 1, end: use.id.length };
      return { ...ofUse({ uri, use }), part };
    }),
  ];
}

function whole(uri: string, { value, span, origin }: Located<string>): Occurrence {
  return { uri, span, ...(origin && { origin }), part: { start: 0, end: value.length } };
}

function ofUse({ uri, use: { id, span, origin, offset = 0 } }: FiledUse): Occurrence {
  return { uri, span, ...(origin && { origin }), part: { start: offset, end: offset + id.length } };
}
