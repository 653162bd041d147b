import type { BoundFact } from '../corpus/boundFact.js';
import type { SidecarEntry } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Located } from '../text/span.js';
import { type YamlNode } from '../text/yamlTree.js';
import { isContested } from './contested.js';
import type { FeatureContext } from './context.js';
import { meaningOf } from './keyWords.js';
import { definitionOfUse } from './thingAt.js';
import type { ColouredWord, TokenModifier, TokenType } from './tokenLegend.js';

/** What a sidecar's ids stand for, its values, and the words that a key has of its own. */
export function sidecarWords(
  context: FeatureContext,
  sidecar: SidecarEntry,
): readonly ColouredWord[] {
  const words: ColouredWord[] = [];
  for (const use of sidecar.uses) {
    const kind = kindOfUse(context, sidecar.uri, use);
    if (kind !== undefined) {
      words.push({ span: use.span, modifiers: [], ...kind });
    }
  }
  for (const { id, kind } of sidecar.content.definitions) {
    words.push({ span: id.span, type: kind, modifiers: ['definition'] });
  }
  for (const bound of sidecar.facts) {
    words.push(...factWords(context, bound));
  }
  words.push(...terms(sidecar.content.root, []));
  // What an alias brings in stands elsewhere; `*name` is no word of these kinds.
  return words.filter(({ span }) => sidecar.content.text[span.start] !== '*');
}

function kindOfUse(
  context: FeatureContext,
  uri: string,
  use: IdUse,
): Pick<ColouredWord, 'type'> | Pick<ColouredWord, 'type' | 'modifiers'> | undefined {
  const { corpus } = context;
  if (use.targets.includes('fact')) {
    return findFact(corpus, uri, use.id).kind === 'found' ? { type: 'fact' } : undefined;
  }
  if (use.targets.includes('article')) {
    return corpus.filesOfArticleId(use.id).length > 0 ? { type: 'article' } : undefined;
  }
  const named = definitionOfUse(corpus, use);
  if (named !== undefined) {
    return { type: named.definition.kind };
  }
  return use.targets.includes('property') && corpus.register.property(use.id) !== undefined
    ? { type: 'property', modifiers: ['defaultLibrary'] }
    : undefined;
}

function factWords(context: FeatureContext, bound: BoundFact): readonly ColouredWord[] {
  const { fact, property } = bound;
  const settled: readonly TokenModifier[] = fact.rank === 'deprecated' ? ['deprecated'] : [];
  const words: ColouredWord[] = [];
  if (fact.id !== undefined) {
    words.push({ span: fact.id.span, type: 'fact', modifiers: ['definition', ...settled] });
  }
  for (const { key } of fact.otherKeys) {
    if (property?.separators.includes(key.value) === true) {
      words.push({ span: key.span, type: 'separator', modifiers: [] });
    }
  }
  const contested: readonly TokenModifier[] = isContested(context, bound) ? ['contested'] : [];
  return [...words, ...valueWords(context, bound, [...settled, ...contested])];
}

function valueWords(
  context: FeatureContext,
  { fact, value }: BoundFact,
  modifiers: readonly TokenModifier[],
): readonly ColouredWord[] {
  const source = fact.value;
  if (source === undefined || value === null) {
    return [];
  }
  if (value.kind === 'entities') {
    const ids: readonly Located<string>[] =
      source.kind === 'list'
        ? source.items
        : source.kind === 'scalar' && value.ids.length === 1
          ? [{ value: source.text.trim(), span: source.span }]
          : [];
    return ids.flatMap(({ value: id, span }) => {
      const kind = context.corpus.register.findEntity(id)?.definition.kind;
      return kind === undefined ? [] : [{ span, type: kind, modifiers }];
    });
  }
  const type = valueTypes.get(value.kind);
  if (type === undefined) {
    return [];
  }
  return source.kind === 'mapping'
    ? [...source.parts]
        .filter(([key]) => key === 'amount' || key === 'min' || key === 'max')
        .map(([, { span }]) => ({ span, type, modifiers }))
    : [{ span: source.span, type, modifiers }];
}

const valueTypes: ReadonlyMap<string, TokenType> = new Map([
  ['quantity', 'figure'],
  ['vague', 'figure'],
  ['date', 'date'],
  ['boolean', 'term'],
]);

/** The words that a key has of its own: `planned`, `preferred`, `merger`. */
function terms(root: YamlNode | null, path: readonly string[]): readonly ColouredWord[] {
  switch (root?.kind) {
    case 'map':
      return root.entries.flatMap(({ key, value }) => terms(value, [...path, key.text]));
    case 'list':
      return root.items.flatMap((item) => terms(item, path));
    case 'scalar':
      return meaningOf(path, root.text) === undefined
        ? []
        : [{ span: root.span, type: 'term', modifiers: [] }];
    case undefined:
      return [];
  }
}
