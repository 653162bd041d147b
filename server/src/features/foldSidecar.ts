import { FoldingRangeKind } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import type { YamlNode } from '../text/yamlTree.js';
import type { Fold } from './fold.js';
import { contentEnd, isAlias, isFlow, ownEntries } from './yamlPlaces.js';

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  readonly root: YamlNode | null;
}

/** What can be folded in YAML: every entry and item of several lines, and comments of several lines. */
export function sidecarFolds(source: Source): readonly Fold[] {
  const { root, text } = source;
  return root === null
    ? commentFolds(source)
    : [...nodeFolds(root, text, 0), ...commentFolds(source)];
}

function nodeFolds(node: YamlNode, text: string, depth: number): readonly Fold[] {
  if (node.kind === 'scalar' || isAlias(node, text)) {
    return [];
  }
  const parts =
    node.kind === 'list'
      ? node.items.map((item) => ({ start: item.span.start, value: item }))
      : ownEntries(node, text).map(({ key, value }) => ({ start: key.span.start, value }));
  return parts.flatMap(({ start, value }) =>
    value === null
      ? []
      : [
          { span: { start, end: contentEnd(value, text) }, depth, ...closerOf(value, text) },
          ...nodeFolds(value, text, depth + 1),
        ],
  );
}

function closerOf(value: YamlNode, text: string): { readonly closer?: string } {
  const last = text[contentEnd(value, text) - 1] ?? '';
  return value.kind !== 'scalar' && isFlow(value, text) && /[\]}]/.test(last)
    ? { closer: last }
    : {};
}

/** Comments on two lines or more, one below the other. A `#` in a longer text is no comment. */
function commentFolds({ text, lines, root }: Source): readonly Fold[] {
  const texts = root === null ? [] : longScalars(root, text);
  const blocks: { start: number; end: number; lastLine: number }[] = [];
  let next = 0;
  for (let line = 0; line < lines.lineCount; line++) {
    const { start, end } = lines.lineSpan(line);
    while ((texts[next]?.end ?? Infinity) < start) {
      next++;
    }
    const written = text
      .slice(start, end)
      .replace(/^\uFEFF/, '')
      .trimStart();
    if (!written.startsWith('#') || (texts[next]?.start ?? Infinity) <= start) {
      continue;
    }
    const above = blocks.at(-1);
    if (above?.lastLine === line - 1) {
      above.end = end;
      above.lastLine = line;
    } else {
      blocks.push({ start: end - written.length, end, lastLine: line });
    }
  }
  return blocks.map(({ start, end }) => ({
    span: { start, end },
    depth: 0,
    kind: FoldingRangeKind.Comment,
  }));
}

/** Texts of several lines, in order, by what they say: the comments behind one are not part of it. */
function longScalars(node: YamlNode, text: string): readonly Span[] {
  switch (node.kind) {
    case 'scalar': {
      const span = { start: node.span.start, end: contentEnd(node, text) };
      return /[\r\n]/.test(text.slice(span.start, span.end)) ? [span] : [];
    }
    case 'list':
      return node.items.flatMap((item) => longScalars(item, text));
    case 'map':
      return ownEntries(node, text).flatMap(({ value }) =>
        value === null ? [] : longScalars(value, text),
      );
  }
}
