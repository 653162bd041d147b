import type { Sidecar } from '../sidecars/sidecar.js';
import {
  flowMap,
  linesBelow,
  replaceScalar,
  scalar,
  setKey,
  staysSound,
  type TextChange,
} from './sidecarEdit.js';
import {
  contentEnd,
  indentOf,
  isAlias,
  isEmpty,
  isFlow,
  lineBreak,
  ownEntries,
} from './yamlPlaces.js';

/** The keys of the `article` block, in the order in which people write them. */
const articleKeys = [
  'id',
  'file',
  'title',
  'publisher',
  'author',
  'published',
  'status',
  'basedOn',
  'url',
  'source',
  'note',
];

/**
 * Gives keys of a sidecar's `article` block texts; the block itself is put before everything else.
 * Null where that cannot be done: the file is no mapping, or the block stands behind an alias.
 */
export function setArticleKeys(
  sidecar: Sidecar,
  texts: ReadonlyMap<string, string>,
): readonly TextChange[] | null {
  const changes = changesTo(sidecar, [...texts]);
  const made = changes.filter((change) => change !== null);
  return made.length === changes.length && staysSound(sidecar, made) ? made : null;
}

function changesTo(
  sidecar: Sidecar,
  texts: readonly (readonly [key: string, text: string])[],
): readonly (TextChange | null)[] {
  const { root, text, notAnalysed } = sidecar;
  if (root?.kind !== 'map' || notAnalysed !== null) {
    return [null];
  }
  const keys = texts.map(([key, value]) => [key, scalar(value, true)] as const);
  const entry = ownEntries(root, text).find(({ key }) => key.text === 'article');
  const block = entry?.value ?? null;
  if (block?.kind === 'map' && !isAlias(block, text)) {
    return texts.map(([key, value]) => {
      const old = ownEntries(block, text).find((own) => own.key.text === key)?.value ?? null;
      return old?.kind === 'scalar' && !isEmpty(old) && !isAlias(old, text)
        ? replaceScalar(sidecar, old.span, value, true)
        : setKey(sidecar, block, key, scalar(value, true), articleKeys);
    });
  }
  if (isFlow(root, text)) {
    return [setKey(sidecar, root, 'article', flowMap(sidecar, keys), ['article'])];
  }
  const indent = indentOf(sidecar, root.span.start);
  const lines = keys.map(([key, value]) => `${indent}  ${key}: ${value(false)}`);
  if (entry === undefined) {
    const { start } = root.span;
    const added = ['article:', ...lines, '', indent].join(lineBreak(sidecar));
    return [{ span: { start, end: start }, text: added }];
  }
  return block === null || isEmpty(block)
    ? [linesBelow(sidecar, contentEnd(entry, text), lines)]
    : [null];
}
