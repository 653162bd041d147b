import { sentencesOf } from '../articles/article.js';
import { figuresOf } from '../articles/figures.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { contains, type Span } from '../text/span.js';
import { headingSections } from './headingSections.js';
import { spansInYaml } from './spansInYaml.js';

/** The figures, mentions, sentences, blocks and sections around an offset, from the innermost out. */
export function spansInArticle(
  corpus: Corpus,
  article: ArticleEntry,
  offset: number,
): readonly Span[] {
  const { blocks, frontMatter, rendered, text } = article.content;
  if (frontMatter !== null && contains(frontMatter.span, offset)) {
    return [...spansInYaml(frontMatter.root, text, offset), frontMatter.span];
  }
  const inSource = (spans: readonly Span[]): readonly Span[] =>
    spans.map((span) => rendered.sourceSpan(span)).filter((span) => contains(span, offset));
  return [
    ...figuresOf(article.content)
      .map(({ span }) => span)
      .filter((span) => contains(span, offset)),
    ...inSource(corpus.mentionsIn(article).map(({ span }) => span)),
    ...inSource(sentencesOf(article.content)),
    ...blocks.map(({ span }) => span).filter((span) => contains(span, offset)),
    ...headingSections(article.content)
      .map(({ span }) => span)
      .filter((span) => contains(span, offset))
      .toReversed(),
  ];
}
