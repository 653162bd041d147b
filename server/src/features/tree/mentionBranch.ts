import type { ArticleEntry } from '../../corpus/corpus.js';
import type { Span } from '../../text/span.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { inOneLine } from './label.js';
import type { Branch, TreeNodeKind } from './treeNode.js';

/** How much of the text is shown before and after some words, in UTF-16 units. */
const AROUND = 48;

/** Words of an article as a node, amid the text around them. @param rendered where they stand in the prose */
export function wordsBranch(
  context: FeatureContext,
  kind: TreeNodeKind,
  article: ArticleEntry,
  rendered: Span,
  index: number,
): Branch {
  const { content, uri } = article;
  const { text } = content.rendered;
  const words = text.slice(rendered.start, rendered.end);
  return {
    key: String(index),
    title: words,
    line: () => {
      const around = excerpt(text, rendered);
      return {
        kind,
        label: inOneLine(words),
        description: around,
        tooltip: around,
        place: {
          uri,
          range: rangeOf(context, { uri, span: content.rendered.sourceSpan(rendered) }),
        },
      };
    },
  };
}

function excerpt(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  // From the start of a word to the end of one.
  const from = start > AROUND ? `…${before.replace(/^\S*\s?/, '')}` : before;
  const to = end + AROUND < text.length ? `${after.replace(/\s?\S*$/, '')}…` : after;
  return inOneLine(from + text.slice(start, end) + to, 400);
}
