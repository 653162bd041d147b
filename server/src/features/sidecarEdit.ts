import { factKeys, type Fact, type Sidecar } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';
import {
  mapGet,
  readYaml,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
} from '../text/yamlTree.js';
import {
  contentEnd,
  indentOf,
  isAlias,
  isEmpty,
  isFlow,
  lineBreak,
  ownEntries,
  scalarAt,
} from './yamlPlaces.js';
import { rewriteScalar, writeScalar } from './yamlScalar.js';

/*
 * Small changes to the text of a sidecar. Nothing is printed again: what is not meant stays as it
 * is, comments, order, style and line endings included. A change that cannot be made so is null.
 */

/** Replaces a stretch of a file's text; an empty stretch inserts. Offsets are UTF-16. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** Text to be written, told whether it will stand inside `{…}` or `[…]`. */
export type Written = (flow: boolean) => string;

export function scalar(text: string, isText = false): Written {
  return (flow) => writeScalar(text, { flow, isText });
}

/** `{ key: value, … }`, with inner spaces where the file has them so. */
export function flowMap(sidecar: Sidecar, keys: readonly (readonly [string, Written])[]): Written {
  const pad = /\{[^\s}]/.test(sidecar.text) && !/\{ \S/.test(sidecar.text) ? '' : ' ';
  const inner = keys.map(([key, value]) => `${key}: ${value(true)}`).join(', ');
  return () => `{${pad}${inner}${pad}}`;
}

/** The mapping of a fact; undefined where it stands elsewhere in the file, behind an alias. */
export function factMap({ root, text }: Sidecar, { index }: Fact): YamlMap | undefined {
  const list = root?.kind === 'map' ? mapGet(root, 'facts') : undefined;
  const item = list?.kind === 'list' ? list.items[index] : undefined;
  return item?.kind === 'map' && !isAlias(item, text) ? item : undefined;
}

/** New lines below the line on which an offset stands. */
export function linesBelow(sidecar: Sidecar, offset: number, added: readonly string[]): TextChange {
  const { end } = sidecar.lines.lineSpan(sidecar.lines.positionAt(offset).line);
  const eol = lineBreak(sidecar);
  return { span: { start: end, end }, text: added.map((line) => eol + line).join('') };
}

/** Where a key stands among the keys of a fact; separators come after the value. */
function rankOf(key: string, order: readonly string[]): number {
  const index = order.indexOf(key);
  return index < 0 ? order.indexOf('unit') + 0.5 : index;
}

/** Gives a key of a mapping a value: in the place of the old one, or as a new entry. */
export function setKey(
  sidecar: Sidecar,
  map: YamlMap,
  key: string,
  value: Written,
  order: readonly string[] = factKeys,
): TextChange | null {
  const { text } = sidecar;
  if (isAlias(map, text)) {
    return null;
  }
  const own = ownEntries(map, text);
  const flow = isFlow(map, text);
  const old = own.find((entry) => entry.key.text === key);
  if (old !== undefined) {
    return fillEntry(old, value(flow), text);
  }
  const before = own.filter((entry) => rankOf(entry.key.text, order) <= rankOf(key, order));
  const after = before.findLast((entry) => !isBlock(entry.value)) ?? before.at(-1) ?? own.at(-1);
  if (flow) {
    const at = after === undefined ? map.span.start + 1 : contentEnd(after, text);
    const comma = after === undefined ? '' : ', ';
    return { span: { start: at, end: at }, text: `${comma}${key}: ${value(true)}` };
  }
  const line = `${indentOf(sidecar, map.span.start)}${key}: ${value(false)}`;
  return after === undefined ? null : linesBelow(sidecar, contentEnd(after, text), [line]);
}

function isBlock(node: YamlNode | null): boolean {
  return node?.kind === 'scalar' && node.style === 'block';
}

function fillEntry(entry: YamlEntry, written: string, text: string): TextChange | null {
  const { value } = entry;
  if (value === null || isEmpty(value)) {
    const at = contentEnd(entry, text);
    const colon = text[at - 1] === ':' ? ' ' : ': ';
    return { span: { start: at, end: at }, text: colon + written };
  }
  return value.kind === 'scalar' || isAlias(value, text)
    ? { span: { start: value.span.start, end: contentEnd(value, text) }, text: written }
    : null;
}

/** Adds an item at the end of a list. */
export function addItem(sidecar: Sidecar, list: YamlList, item: Written): TextChange | null {
  const { text } = sidecar;
  const last = list.items.at(-1);
  if (isAlias(list, text)) {
    return null;
  }
  if (isFlow(list, text)) {
    const at = last === undefined ? list.span.start + 1 : contentEnd(last, text);
    const comma = last === undefined ? '' : ', ';
    return { span: { start: at, end: at }, text: comma + item(true) };
  }
  const line = `${indentOf(sidecar, list.span.start)}- ${item(false)}`;
  return last === undefined ? null : linesBelow(sidecar, contentEnd(last, text), [line]);
}

/**
 * Adds a value under a key that takes one or a list.
 * @param alone how it is written where it is the only one
 */
export function addValue(
  sidecar: Sidecar,
  map: YamlMap,
  key: string,
  item: Written,
  alone: Written = item,
): TextChange | null {
  const old = ownEntries(map, sidecar.text).find((entry) => entry.key.text === key)?.value;
  if (old?.kind === 'list') {
    return addItem(sidecar, old, item);
  }
  if (old?.kind === 'scalar' && !old.isNull && !isAlias(old, sidecar.text)) {
    const both = `[${rewriteScalar(old, old.text, { flow: true })}, ${item(true)}]`;
    return setKey(sidecar, map, key, () => both);
  }
  return setKey(sidecar, map, key, alone);
}

/** Puts another text in the place of a value or key, in the same style of quotation. */
export function replaceScalar(
  sidecar: Sidecar,
  span: Span,
  by: string,
  isText = false,
): TextChange | null {
  const at = scalarAt(sidecar, span);
  if (at === undefined) {
    return null;
  }
  const end = contentEnd(at.scalar, sidecar.text);
  const text = rewriteScalar(at.scalar, by, { flow: at.flow, isText });
  return { span: { start: span.start, end }, text };
}

/** The text with changes made; of two that touch the same stretch the first counts. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let changed = text;
  for (const change of [...changes].sort((a, b) => b.span.start - a.span.start)) {
    changed = changed.slice(0, change.span.start) + change.text + changed.slice(change.span.end);
  }
  return changed;
}

/** Whether the file is still the YAML it was: no change may make it worse. */
export function staysSound(
  { text, yamlProblems }: Sidecar,
  changes: readonly TextChange[],
): boolean {
  const { root, problems } = readYaml(applyChanges(text, changes));
  return root !== null && problems.length <= yamlProblems.length;
}
