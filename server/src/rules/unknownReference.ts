import { nearest } from '../text/didYouMean.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse, Target } from '../corpus/idUse.js';
import { sectionOf, type DefinitionKind } from '../sidecars/definition.js';
import { meantData, type Remark } from './finding.js';
import type { SidecarRule } from './rule.js';

/** An id that stands for nothing that is known. */
export const unknownReference: SidecarRule = {
  kind: 'sidecar',
  code: 'unknown-reference',
  level: 'error',
  summary: 'An id that is not defined anywhere.',
  *check(sidecar, corpus) {
    const { uri } = sidecar;
    if (!corpus.hasUnknownIds(uri) && !sidecar.facts.some(refersToFacts)) {
      return; // as nearly always
    }
    for (const use of sidecar.uses) {
      const unknown = use.targets.includes('fact')
        ? unknownFact(use, uri, corpus)
        : corpus.isKnown(use) || (use.nameAllowed && !looksLikeId(use.id))
          ? null
          : unknownId(use, corpus);
      if (unknown !== null) {
        yield { uri, span: use.span, related: [], ...unknown };
      }
    }
  },
};

function refersToFacts(bound: BoundFact): boolean {
  return (
    bound.is('links') || bound.is('supersedes') || bound.is('derived') || bound.is('acknowledged')
  );
}

/** Where a name does as well as an id, only what is written like an id is looked up. */
function looksLikeId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text);
}

/** What there is to say, and what was probably meant. */
type Unknown = Pick<Remark, 'message' | 'data'>;

function unknownId(use: IdUse, corpus: Corpus): Unknown {
  if (use.targets.includes('article')) {
    const meant = nearest(use.id, corpus.knownArticleIds());
    return { message: `There is no article \`${use.id}\`.${suggest(meant)}`, ...meantData(meant) };
  }
  const kinds = use.targets as readonly DefinitionKind[];
  const meant = corpus.register.suggest(use.id, kinds);
  const words = kinds.map((kind) => kindWords[kind]);
  const list =
    words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}` : words.join('');
  const define =
    meant === undefined && kinds.length === 1 && kinds[0] !== undefined
      ? ` Define it under \`${sectionOf[kinds[0]]}\`.`
      : '';
  const message = `There is no ${list} with the id \`${use.id}\`.${suggest(meant)}${define}`;
  return { message, ...meantData(meant) };
}

const kindWords: Readonly<Record<Target, string>> = {
  organisation: 'organisation',
  person: 'person',
  place: 'place',
  document: 'document',
  property: 'property',
  event: 'event',
  article: 'article',
  fact: 'fact',
};

function unknownFact(use: IdUse, uri: string, corpus: Corpus): Unknown | null {
  const lookup = findFact(corpus, uri, use.id);
  switch (lookup.kind) {
    case 'found':
      return null;
    case 'no-article': {
      const meant = nearest(lookup.article, corpus.knownArticleIds());
      return {
        message: `There is no article \`${lookup.article}\`.${suggest(meant)}`,
        ...meantData(meant && meant + use.id.slice(lookup.article.length)),
      };
    }
    case 'several': {
      const message = `Several articles have the id \`${lookup.article}\`. Give one of them an \`id\` of its own in its \`article\` block.`;
      return { message };
    }
    case 'no-fact': {
      const where = use.id.includes('#') ? 'that article has' : 'this file has';
      const hint = use.id.includes('#')
        ? ''
        : ' A fact of another article is written `ARTICLE#FACT`.';
      const meant = nearest(lookup.fact, lookup.known);
      const article = use.id.slice(0, use.id.length - lookup.fact.length);
      return {
        message: `No fact of ${where === 'this file has' ? 'this file' : 'that article'} has the id \`${lookup.fact}\`.${meant === undefined ? hint : suggest(meant)}`,
        ...meantData(meant && article + meant),
      };
    }
  }
}

function suggest(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
