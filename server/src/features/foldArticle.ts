import type { Article } from '../articles/article.js';
import type { Fold } from './fold.js';
import { headingSections } from './headingSections.js';

/** What can be folded in an article: front matter, code, and the sections under its headings. */
export function articleFolds(article: Article): readonly Fold[] {
  const { blocks, frontMatter, text } = article;
  return [
    ...(frontMatter === null ? [] : [{ span: frontMatter.span, depth: 0 }]),
    ...headingSections(article).map(({ span, level }) => ({
      // Blank lines before the next heading belong to neither.
      span: {
        start: span.start,
        end: span.start + text.slice(span.start, span.end).trimEnd().length,
      },
      depth: level,
    })),
    ...blocks
      .filter(({ kind }) => kind === 'code')
      .map(({ span }) => {
        const fence = /[\r\n][ \t]*(`{3,}|~{3,})[ \t]*$/.exec(text.slice(span.start, span.end));
        return { span, depth: 7, ...(fence?.[1] === undefined ? {} : { closer: fence[1] }) };
      }),
  ];
}
