import type { Node } from 'unist';
import { span, type Span } from '../text/span.js';

/**
 * Where a node of the syntax tree stands in the source. The parsers do not count a byte order
 * mark at the start; the source does. A node without a place is empty, at the start.
 */
export function sourceSpanOf(node: Node, text: string): Span {
  const shift = text.startsWith('\ufeff') ? 1 : 0;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  return span(start + shift, end + shift);
}
