import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(keepPositions)
  .freeze();

/**
 * Markdown with GitHub's extensions and YAML front matter, as a syntax tree whose positions are
 * UTF-16 offsets: `sourceSpanOf`
 * makes spans of them. `null` where the parser gives up.
 */
export function parseMarkdown(text: string): Root | null {
  try {
    return parser.parse(text);
  } catch (error) {
    // Recursion in the parser on nesting that the guard let through.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Extensions that change the tree after parsing lose the places of what they touch. */
function keepPositions(this: Processor): void {
  const data = this.data();
  const extensions = data.fromMarkdownExtensions?.flat() ?? [];
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}
