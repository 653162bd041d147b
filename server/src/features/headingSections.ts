import type { Article, Block } from '../articles/article.js';
import { span, type Span } from '../text/span.js';

/** A heading with all that stands under it. */
export interface HeadingSection {
  readonly heading: Block;
  /** 1 to 6. */
  readonly level: number;
  /** From the heading to the next one of its level or above, or the end of the file. */
  readonly span: Span;
}

/** The sections of an article, in order; a deeper one lies within the one above it. */
export function headingSections({ blocks, text }: Article): readonly HeadingSection[] {
  const sections: HeadingSection[] = [];
  /** Where the next section of each level or above starts, from level 1 on; read from the end. */
  const nextStart = new Array<number>(7).fill(text.length);
  for (const heading of blocks.toReversed()) {
    if (heading.kind !== 'heading') {
      continue;
    }
    const level = heading.level ?? 1;
    const { start } = heading.span;
    sections.push({ heading, level, span: span(start, nextStart[level] ?? text.length) });
    nextStart.fill(start, level);
  }
  return sections.toReversed();
}
