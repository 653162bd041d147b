import type { FrontMatter } from '../articles/article.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { IdUse, Target } from '../corpus/idUse.js';
import type { Located } from '../text/span.js';

/**
 * Every place in a file where an id is used: the keys of a sidecar that take one, values that are
 * ids, and an article's front matter. Nothing for a file that is not there.
 */
export function usesIn(corpus: Corpus, uri: string): readonly IdUse[] {
  const sidecar = corpus.sidecar(uri);
  return sidecar === undefined
    ? usesInFrontMatter(corpus.article(uri)?.content.frontMatter ?? null)
    : [...sidecar.uses, ...sidecar.facts.flatMap(usesInValue)];
}

/** The ids that are a fact's value, where its property takes organisations, people or places. */
function usesInValue({ fact, value }: BoundFact): readonly IdUse[] {
  if (value?.kind !== 'entities' || fact.value === undefined) {
    return [];
  }
  const source = fact.value;
  const ids: readonly Located<string>[] =
    source.kind === 'list'
      ? source.items
      : source.kind === 'scalar' && value.ids.length === 1
        ? [{ value: value.ids[0] ?? '', span: source.span }]
        : [];
  return ids.map((id) => ({
    ...use('value', ['organisation', 'person', 'place', 'document'], id),
    nameAllowed: true,
  }));
}

/** The ids in an article's front matter. */
export function usesInFrontMatter(front: FrontMatter | null): readonly IdUse[] {
  const { publisher, author, basedOn = [] } = front ?? {};
  return [
    ...(publisher === undefined
      ? []
      : [{ ...use('publisher', ['organisation'], publisher), nameAllowed: true }]),
    ...(author === undefined
      ? []
      : [{ ...use('author', ['person', 'organisation'], author), nameAllowed: true }]),
    ...basedOn.map((id) => use('basedOn', ['article'], id)),
  ];
}

function use(key: string, targets: readonly Target[], { value, span }: Located<string>): IdUse {
  return { id: value, span, key, targets, nameAllowed: false };
}
