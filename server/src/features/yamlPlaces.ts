import type { Sidecar } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../text/yamlTree.js';

/* Where things stand in a sidecar's text, for those who change it. */

/** The file's first line break. */
export function lineBreak({ text }: Sidecar): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

export function isFlow(node: YamlNode, text: string): boolean {
  return /[[{]/.test(text[node.span.start] ?? '');
}

/** True for what stands elsewhere and is only named here. */
export function isAlias(node: YamlNode, text: string): boolean {
  const first = node.kind === 'scalar' ? node.raw[0] : undefined;
  return text[node.span.start] === '*' && first !== '*';
}

/** Where aliases stand for more than one plain value: offsets of their `*`. */
export function richAliases(node: YamlNode | null, text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const look = (part: YamlNode | null): void => {
    if (part === null || part.kind === 'scalar') {
      return;
    }
    if (isAlias(part, text)) {
      found.add(part.span.start);
      return;
    }
    if (part.kind === 'list') {
      part.items.forEach(look);
      return;
    }
    for (const { key, value } of part.entries) {
      if (isAlias(key, text)) {
        found.add(key.span.start); // an entry that `<<` brings in
      } else {
        look(value);
      }
    }
  };
  look(node);
  return found;
}

/** The entries that a mapping has of its own, not through `<<`. */
export function ownEntries({ entries }: YamlMap, text: string): readonly YamlEntry[] {
  return entries.filter(({ key }) => text.slice(key.span.start, key.span.end) === key.raw);
}

/** The end of what a node or an entry says, before any comment or line break behind it. */
export function contentEnd(entry: YamlEntry | YamlNode, text: string): number {
  if (!('kind' in entry)) {
    const { key, value } = entry;
    if (value !== null && !isEmpty(value)) {
      return contentEnd(value, text);
    }
    const colon = /^\s*:/.exec(text.slice(key.span.end))?.[0];
    return key.span.end + (colon?.length ?? 0);
  }
  const { start, end } = entry.span;
  if (entry.kind === 'scalar' || isFlow(entry, text) || isAlias(entry, text)) {
    return start + text.slice(start, end).trimEnd().length;
  }
  const parts = entry.kind === 'map' ? ownEntries(entry, text) : entry.items;
  const last = parts.at(-1);
  return last === undefined ? start : contentEnd(last, text);
}

export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.raw === '';
}

/** The white space under which a node's lines stand. */
export function indentOf({ text, lines }: Sidecar, offset: number): string {
  const { start } = lines.lineSpan(lines.positionAt(offset).line);
  return text
    .slice(start, offset)
    .replace(/^\uFEFF/, '')
    .replace(/[^\t ]/g, ' ');
}

/** A value with its place, by the span of a finding; undefined for one behind an alias. */
export function scalarAt(
  { root, text }: Sidecar,
  span: Span,
): { readonly scalar: YamlScalar; readonly flow: boolean } | undefined {
  const find = (node: YamlNode | null, flow: boolean): ReturnType<typeof scalarAt> => {
    if (node === null || node.span.start > span.start || node.span.end < span.end) {
      return undefined;
    }
    if (node.kind === 'scalar') {
      const isIt = node.span.start === span.start && node.span.end === span.end;
      return isIt && !isAlias(node, text) ? { scalar: node, flow } : undefined;
    }
    const inside = flow || isFlow(node, text);
    const parts =
      node.kind === 'list'
        ? node.items
        : ownEntries(node, text).flatMap(({ key, value }) => [key, value]);
    for (const part of parts) {
      const found = find(part, inside);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };
  return find(root, false);
}
