import type { BoundFact } from './boundFact.js';
import type { Corpus } from './corpus.js';

export type FactLookup =
  | { readonly kind: 'found'; readonly fact: BoundFact }
  /** No article has that id. `article` is the part before `#`. */
  | { readonly kind: 'no-article'; readonly article: string }
  | { readonly kind: 'no-fact'; readonly fact: string; readonly known: readonly string[] }
  /** Several articles have that id. */
  | { readonly kind: 'several'; readonly article: string; readonly uris: readonly string[] };

/** Looks up a fact as a sidecar names it: `FACT` in the same file, `ARTICLE#FACT` elsewhere. */
export function findFact(corpus: Corpus, fromUri: string, reference: string): FactLookup {
  const hash = reference.indexOf('#');
  const wanted = reference.slice(hash + 1);
  if (hash < 0) {
    return inSidecar(corpus, fromUri, wanted);
  }
  const article = reference.slice(0, hash);
  const uris = corpus.filesOfArticleId(article);
  const [first] = uris;
  if (first === undefined) {
    return { kind: 'no-article', article };
  }
  return uris.length > 1 ? { kind: 'several', article, uris } : inSidecar(corpus, first, wanted);
}

function inSidecar(corpus: Corpus, uri: string, wanted: string): FactLookup {
  const facts = corpus.sidecar(uri)?.facts ?? [];
  const byId = facts.find(({ fact }) => fact.id?.value === wanted);
  // A fact without an id is known by its number, from 1.
  const found = byId ?? (/^\d{1,6}$/.test(wanted) ? facts[Number(wanted) - 1] : undefined);
  if (found !== undefined) {
    return { kind: 'found', fact: found };
  }
  return {
    kind: 'no-fact',
    fact: wanted,
    known: facts.flatMap(({ fact }) => fact.id?.value ?? []),
  };
}

/** The facts that the references of a list stand for; unknown ones are left out (a rule says so). */
export function factsFor(
  corpus: Corpus,
  fromUri: string,
  references: readonly { readonly value: string }[],
): readonly BoundFact[] {
  return references.flatMap(({ value }) => {
    const lookup = findFact(corpus, fromUri, value);
    return lookup.kind === 'found' ? [lookup.fact] : [];
  });
}
