import type { BoundFact } from '../../corpus/boundFact.js';
import type { ArticleEntry } from '../../corpus/corpus.js';
import type { Named } from '../../corpus/names.js';
import { idKey } from '../../corpus/register.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { whenOf } from '../hoverFactTable.js';
import { articleTitle } from './articleTitle.js';
import { factUnderProperty, isWantedFact } from './factBranch.js';
import { byTitle } from './grouping.js';
import { inOneLine, inTooltip, several } from './label.js';
import { wordsBranch } from './mentionBranch.js';
import { noFilter, type TreeFilter } from './treeFilter.js';
import type { Branch } from './treeNode.js';

/**
 * All organisations by name, each with its facts by property and its mentions by article. A filter
 * keeps those it fits, with all they have, and those with facts that it fits, with these.
 */
export function organisationsTree(context: FeatureContext, filter: TreeFilter): readonly Branch[] {
  const branches: Branch[] = [];
  for (const named of context.corpus.register.ofKinds(['organisation'])) {
    const { id, name, aliases } = named.definition;
    const texts = [id.value, name?.value ?? null, ...aliases.map(({ value }) => value)];
    if (filter.matches(texts)) {
      branches.push(organisationBranch(context, named, noFilter));
    } else if (hasWantedFact(context, id.value, filter)) {
      branches.push(organisationBranch(context, named, filter));
    }
  }
  return byTitle(branches);
}

function hasWantedFact(context: FeatureContext, id: string, filter: TreeFilter): boolean {
  for (const bound of context.corpus.eachFactAboutForNow(id)) {
    if (isWantedFact(context, bound, filter)) {
      return true;
    }
  }
  return false;
}

function organisationBranch(
  context: FeatureContext,
  { uri, definition }: Named,
  filter: TreeFilter,
): Branch {
  const id = definition.id.value;
  const title = definition.name?.value ?? id;
  const { corpus } = context;
  return {
    key: id,
    title,
    line: () => {
      const { mentions } = corpus.mentionCount('organisation', id);
      return {
        kind: 'organisation',
        label: inOneLine(title),
        description: `${several([...corpus.eachFactAboutForNow(id)].length, 'fact')}, ${several(mentions, 'mention')}`,
        tooltip: inTooltip(`${title} (${id})`),
        place: { uri, range: rangeOf(context, { uri, span: definition.id.span }) },
      };
    },
    children: () => [
      ...factsBranch(context, id, filter),
      ...(filter.isEmpty ? mentionsBranch(context, id) : []),
    ],
  };
}

function factsBranch(context: FeatureContext, id: string, filter: TreeFilter): readonly Branch[] {
  const facts = context.corpus
    .factsAbout(id)
    .filter((bound) => isWantedFact(context, bound, filter));
  if (facts.length === 0) {
    return [];
  }
  return [
    {
      key: 'facts',
      title: 'Facts',
      line: () => ({ kind: 'facts', label: 'Facts', description: String(facts.length) }),
      children: () => byProperty(context, facts),
    },
  ];
}

function byProperty(context: FeatureContext, facts: readonly BoundFact[]): readonly Branch[] {
  const { register } = context.corpus;
  const groups = new Map<string, BoundFact[]>();
  for (const bound of facts) {
    const others = groups.get(bound.propertyId);
    if (others === undefined) {
      groups.set(bound.propertyId, [bound]);
    } else {
      others.push(bound);
    }
  }
  const branches = [...groups].map(([property, members]): Branch => {
    const title = register.property(property)?.name ?? property;
    const subject = members[0]?.subject ?? '';
    return {
      key: property,
      title,
      line: () => ({
        kind: 'property',
        label: inOneLine(title),
        description: several(members.length, 'fact'),
        tooltip: inTooltip(`${title} (${property})`),
        ...(property === '' ? {} : { topic: { subject, property } }),
      }),
      children: () =>
        [...members]
          .sort((a, b) => whenOf(a) - whenOf(b))
          .map((bound) => factUnderProperty(context, bound)),
    };
  });
  return byTitle(branches);
}

function mentionsBranch(context: FeatureContext, id: string): readonly Branch[] {
  const { corpus } = context;
  const { mentions, articles } = corpus.mentionCount('organisation', id);
  if (mentions === 0) {
    return [];
  }
  const description = `${mentions} in ${several(articles, 'article')}`;
  return [
    {
      key: 'mentions',
      title: 'Mentions',
      line: () => ({ kind: 'mentions', label: 'Mentions', description }),
      children: () =>
        byTitle(
          corpus
            .articlesNaming('organisation', id)
            .flatMap((article) => mentioningArticle(context, article, id)),
        ),
    },
  ];
}

function mentioningArticle(
  context: FeatureContext,
  article: ArticleEntry,
  id: string,
): readonly Branch[] {
  const { corpus } = context;
  const { uri } = article;
  const spans = (): readonly { start: number; end: number }[] =>
    corpus
      .mentionsIn(article)
      .filter(({ candidates }) =>
        candidates.some(
          ({ definition }) => definition.kind === 'organisation' && definition.id.value === id,
        ),
      )
      .map(({ span }) => span);
  // Known without reading the article, unless that has just changed.
  const known = corpus.articleState(uri)?.naming?.mentioned.get(idKey('organisation', id));
  const count = known ?? spans().length;
  if (count === 0) {
    return []; // it is credited there, not mentioned
  }
  const title = articleTitle(corpus, uri);
  return [
    {
      key: uri,
      title,
      line: () => ({
        kind: 'article',
        label: inOneLine(title),
        description: several(count, 'mention'),
        place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      }),
      children: () =>
        spans().map((span, index) => wordsBranch(context, 'mention', article, span, index)),
    },
  ];
}
