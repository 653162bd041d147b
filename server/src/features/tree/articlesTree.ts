import { figuresOf } from '../../articles/figures.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import type { ArticleEntry } from '../../corpus/corpus.js';
import { fileName } from '../../corpus/uri.js';
import { unrecordedIn } from '../../rules/figureUnrecorded.js';
import type { FeatureContext } from '../context.js';
import { articleTitle } from './articleTitle.js';
import { factUnderArticle, isWantedFact } from './factBranch.js';
import { byTitle } from './grouping.js';
import { inOneLine, inTooltip, several } from './label.js';
import { wordsBranch } from './mentionBranch.js';
import { noFilter, type TreeFilter } from './treeFilter.js';
import type { Branch } from './treeNode.js';

/**
 * All articles by title, each with the facts of its sidecars and its figures that no fact records. A
 * filter keeps those it fits, with all they have, and those with facts that it fits, with these.
 */
export function articlesTree(context: FeatureContext, filter: TreeFilter): readonly Branch[] {
  const { corpus } = context;
  const branches = corpus.articles().flatMap((article) => {
    const { id, title } = corpus.infoOf(article.uri);
    if (filter.matches([id, title, fileName(article.uri)])) {
      return articleBranch(context, article, noFilter);
    }
    const hasWanted = factsOf(context, article).some((bound) =>
      isWantedFact(context, bound, filter),
    );
    return hasWanted ? articleBranch(context, article, filter) : [];
  });
  return byTitle(branches);
}

function factsOf({ corpus }: FeatureContext, { uri }: ArticleEntry): readonly BoundFact[] {
  return corpus.sidecarsFor(uri).flatMap(({ facts }) => facts);
}

function articleBranch(context: FeatureContext, article: ArticleEntry, filter: TreeFilter): Branch {
  const { uri } = article;
  const title = articleTitle(context.corpus, uri);
  return {
    key: uri,
    title,
    line: () => ({
      kind: 'article',
      label: inOneLine(title),
      description: inOneLine(inNumbers(context, article)),
      tooltip: inTooltip(`${title} (${fileName(uri)})`),
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    }),
    children: () => [
      ...factsBranch(context, article, filter),
      ...(filter.isEmpty ? figuresBranch(context, article) : []),
    ],
  };
}

/** `12 July 2010 · 3 facts, 2 figures unrecorded`: as far as it is known without reading the article. */
function inNumbers(context: FeatureContext, article: ArticleEntry): string {
  const { corpus, checker } = context;
  const { publishedText, draft } = corpus.infoOf(article.uri);
  const facts = several(factsOf(context, article).length, 'fact');
  const unrecorded = checker
    .knownFindingsIn(article.uri)
    .filter(({ code }) => code === 'figure-unrecorded').length;
  const counts =
    corpus.sidecarsFor(article.uri).length === 0
      ? 'no sidecar'
      : unrecorded === 0
        ? facts
        : `${facts}, ${several(unrecorded, 'figure')} unrecorded`;
  return [publishedText ?? [], draft ? 'draft' : [], counts].flat().join(' · ');
}

function factsBranch(
  context: FeatureContext,
  article: ArticleEntry,
  filter: TreeFilter,
): readonly Branch[] {
  const facts = factsOf(context, article).filter((bound) => isWantedFact(context, bound, filter));
  return facts.length === 0
    ? []
    : [
        {
          key: 'facts',
          title: 'Facts',
          line: () => ({ kind: 'facts', label: 'Facts', description: String(facts.length) }),
          children: () => facts.map((bound) => factUnderArticle(context, bound)),
        },
      ];
}

/** Of an article with a sidecar the figures about something known that no fact records; else all. */
function figuresBranch(context: FeatureContext, article: ArticleEntry): readonly Branch[] {
  const { corpus } = context;
  const isRecorded = corpus.sidecarsFor(article.uri).length > 0;
  const figures = isRecorded
    ? unrecordedIn(article, corpus).map(({ figure }) => figure)
    : figuresOf(article.content);
  const label = isRecorded ? 'Figures that no fact records' : 'Figures';
  return figures.length === 0
    ? []
    : [
        {
          key: 'figures',
          title: label,
          line: () => ({ kind: 'figures', label, description: String(figures.length) }),
          children: () =>
            figures.map(({ rendered }, index) =>
              wordsBranch(context, 'figure', article, rendered, index),
            ),
        },
      ];
}
