import type { Sidecar } from '../sidecars/sidecar.js';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../text/yamlTree.js';
import {
  addItem,
  flowMap,
  linesBelow,
  setKey,
  type TextChange,
  type Written,
} from './sidecarEdit.js';
import { contentEnd, indentOf, isAlias, isFlow, lineBreak, ownEntries } from './yamlPlaces.js';

/** The keys of a new definition or fact, in order. */
export type NewKeys = readonly (readonly [key: string, value: Written])[];

/** Adds a definition at the end of its section; the section itself at the end of the file. */
export function addDefinition(
  sidecar: Sidecar,
  section: string,
  id: string,
  keys: NewKeys,
): TextChange | null {
  const unit = indentUnit(sidecar);
  const at = (indent: string, deeper: string): string[] => [
    `${indent}${id}:`,
    ...keys.map(([key, value]) => `${deeper}${key}: ${value(false)}`),
  ];
  return addToSection(sidecar, section, flowMap(sidecar, [[id, flowMap(sidecar, keys)]]), {
    fresh: at(unit, unit + unit),
    append: (node) => {
      if (node.kind !== 'map') {
        return null;
      }
      const entries = ownEntries(node, sidecar.text);
      const last = entries.at(-1);
      if (isFlow(node, sidecar.text) || last === undefined) {
        return setKey(sidecar, node, id, flowMap(sidecar, keys), []);
      }
      const indent = indentOf(sidecar, node.span.start);
      const lines =
        last.value !== null && isFlow(last.value, sidecar.text)
          ? [`${indent}${id}: ${flowMap(sidecar, keys)(true)}`]
          : at(indent, childIndent(sidecar, last) ?? indent + unit);
      return below(sidecar, entries, lines);
    },
  });
}

/**
 * Adds a fact at the end of `facts`; the list itself at the end of the file.
 *
 * @param behind the number, from 0, of the fact it is to follow, if not the last
 */
export function addFact(sidecar: Sidecar, keys: NewKeys, behind = -1): TextChange | null {
  const unit = indentUnit(sidecar);
  const at = (indent: string): string[] =>
    keys.map(
      ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${value(false)}`,
    );
  const inFlow = flowMap(sidecar, keys);
  return addToSection(sidecar, 'facts', () => `[${inFlow(true)}]`, {
    fresh: at(unit),
    append: (node) => {
      if (node.kind !== 'list') {
        return null;
      }
      const last = node.items.at(-1);
      if (last === undefined || isFlow(node, sidecar.text) || isFlow(last, sidecar.text)) {
        return addItem(sidecar, node, inFlow);
      }
      const before = behind < 0 ? node.items : node.items.slice(0, behind + 1);
      return below(sidecar, before, at(indentOf(sidecar, node.span.start)));
    },
  });
}

interface Ways {
  /** The lines under a section that is new or empty. */
  readonly fresh: readonly string[];
  readonly append: (section: YamlMap | YamlList) => TextChange | null;
}

function addToSection(
  sidecar: Sidecar,
  section: string,
  inFlow: Written,
  { fresh, append }: Ways,
): TextChange | null {
  const { root, text } = sidecar;
  if (sidecar.notAnalysed !== null || (root === null && sidecar.yamlProblems.length > 0)) {
    return null;
  }
  if (root === null || (root.kind === 'scalar' && root.isNull && root.raw === '')) {
    return atEnd(sidecar, [`${section}:`, ...fresh]);
  }
  if (root.kind !== 'map') {
    return null;
  }
  const entry = ownEntries(root, text).find(({ key }) => key.text === section);
  if (isFlow(root, text) && (entry === undefined || entry.value === null)) {
    return setKey(sidecar, root, section, inFlow, []);
  }
  if (entry === undefined) {
    const rest = text.slice(contentEnd(root, text));
    return /^(?:---|\.\.\.)/m.test(rest) ? null : atEnd(sidecar, [`${section}:`, ...fresh]);
  }
  const { value } = entry;
  if (value === null || (value.kind === 'scalar' && value.raw === '')) {
    return linesBelow(sidecar, contentEnd(entry, text), fresh);
  }
  return value.kind === 'scalar' || isAlias(value, text) ? null : append(value);
}

/** Below the last of several parts, with an empty line between where the file has them so. */
function below(
  sidecar: Sidecar,
  parts: readonly (YamlNode | YamlEntry)[],
  lines: readonly string[],
): TextChange | null {
  const [last, previous] = [parts.at(-1), parts.at(-2)];
  if (last === undefined) {
    return null;
  }
  const between =
    previous === undefined
      ? ''
      : sidecar.text.slice(contentEnd(previous, sidecar.text), last.span.start);
  const gap = /(?:\r\n|\n|\r(?!\n))[\t ]*[\r\n]/.test(between) ? [''] : [];
  return linesBelow(sidecar, contentEnd(last, sidecar.text), [...gap, ...lines]);
}

/** New lines at the end of the file, after an empty one. */
function atEnd(sidecar: Sidecar, lines: readonly string[]): TextChange {
  const { text } = sidecar;
  const eol = lineBreak(sidecar);
  const isBlank = text.replace(/^\uFEFF/, '').trim() === '';
  const opening = /(?:^|[\r\n])$/.test(text) ? '' : eol;
  const gap = isBlank || /(?:\r\n\r\n|\n\n|\r\r)$/.test(text) ? '' : eol;
  const start = text.length;
  const added = lines.map((line) => line + eol).join('');
  return { span: { start, end: start }, text: `${isBlank ? '' : opening}${gap}${added}` };
}

/** How far the file indents: as its first nested mapping does, else two spaces. */
function indentUnit(sidecar: Sidecar): string {
  const { root, text } = sidecar;
  for (const { value } of root?.kind === 'map' ? ownEntries(root, text) : []) {
    if (value?.kind === 'map' && !isFlow(value, text) && !isAlias(value, text)) {
      return indentOf(sidecar, value.span.start) || '  ';
    }
  }
  return '  ';
}

function childIndent(sidecar: Sidecar, { value }: YamlEntry): string | undefined {
  return value?.kind === 'map' && !isFlow(value, sidecar.text) && !isAlias(value, sidecar.text)
    ? indentOf(sidecar, value.span.start)
    : undefined;
}
