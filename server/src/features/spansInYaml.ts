import { contains, span, type Span } from '../text/span.js';
import type { YamlNode } from '../text/yamlTree.js';
import { contentEnd, isAlias, isFlow, ownEntries } from './yamlPlaces.js';

/** The values, entries, facts and sections around an offset of YAML, from the innermost out. */
export function spansInYaml(root: YamlNode | null, text: string, offset: number): readonly Span[] {
  return root === null ? [] : around(root, text, offset).toReversed();
}

/** From the outermost in. */
function around(node: YamlNode, text: string, offset: number): readonly Span[] {
  const whole = span(node.span.start, contentEnd(node, text));
  if (!contains(whole, offset)) {
    return [];
  }
  if (node.kind === 'scalar' || isAlias(node, text)) {
    return [whole, ...insideQuotes(text, whole, offset)];
  }
  const brackets = isFlow(node, text) ? insideBrackets(text, whole, offset) : [];
  if (node.kind === 'list') {
    const item = node.items.find((part) => contains(contentSpan(part, text), offset));
    return [whole, ...brackets, ...(item === undefined ? [] : around(item, text, offset))];
  }
  for (const entry of ownEntries(node, text)) {
    const entrySpan = span(entry.key.span.start, contentEnd(entry, text));
    if (contains(entrySpan, offset)) {
      const part = contains(entry.key.span, offset) ? entry.key : entry.value;
      return [whole, ...brackets, entrySpan, ...(part === null ? [] : around(part, text, offset))];
    }
  }
  return [whole, ...brackets];
}

function contentSpan(node: YamlNode, text: string): Span {
  return span(node.span.start, contentEnd(node, text));
}

/** What a quoted text says, without its quotation marks. */
function insideQuotes(text: string, { start, end }: Span, offset: number): readonly Span[] {
  const first = text[start] ?? '';
  return /["']/.test(first) && end - start > 2 && text[end - 1] === first
    ? ifContains(span(start + 1, end - 1), offset)
    : [];
}

function insideBrackets(text: string, { start, end }: Span, offset: number): readonly Span[] {
  return end - start > 2 && /[\]}]/.test(text[end - 1] ?? '')
    ? ifContains(span(start + 1, end - 1), offset)
    : [];
}

function ifContains(inner: Span, offset: number): readonly Span[] {
  return contains(inner, offset) ? [inner] : [];
}
