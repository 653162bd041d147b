import type { Span } from '../text/span.js';

export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'blockquote' | 'code' | 'html';

/**
 * A leaf of the article: blocks do not overlap and stand in order. A paragraph in a list item is a
 * `listItem`, one in a block quote a `blockquote`.
 */
export interface Block {
  readonly kind: BlockKind;
  /** In the source, mark-up included; UTF-16 offsets. */
  readonly span: Span;
  /** In `Article.rendered.text`; empty for code, HTML and blocks without words. */
  readonly rendered: Span;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
}
