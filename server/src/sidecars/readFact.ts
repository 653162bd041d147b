import type { Located } from '../text/span.js';
import type { YamlMap, YamlNode } from '../text/yamlTree.js';
import { fieldMap, fieldText, fieldTexts, located, textOf, valueOf } from './fields.js';
import {
  certainties,
  factKeys,
  modalities,
  ranks,
  type Acknowledgement,
  type Fact,
  type Qualifier,
  type QuoteSource,
  type ValueSource,
} from './sidecar.js';

const ownKeys: ReadonlySet<string> = new Set(factKeys);

/** The keys that hold one text. */
const textKeys = [
  'id',
  'subject',
  'property',
  'unit',
  'asOf',
  'from',
  'until',
  'saidAs',
] as const satisfies readonly (keyof Fact)[];

/** Reads one entry of `facts`. Absent and unreadable keys take their defaults. */
export function readFact(map: YamlMap, index: number): Fact {
  const fact: { -readonly [Key in keyof Fact]: Fact[Key] } = {
    index,
    span: map.span,
    qualifiers: readQualifiers(fieldMap(map, 'qualifiers'), () => true),
    otherKeys: readQualifiers(map, (key) => !ownKeys.has(key)),
    saidBy: fieldTexts(map, 'saidBy'),
    modality: oneOf(modalities, valueOf(map, 'modality'), 'asserted'),
    certainty: oneOf(certainties, valueOf(map, 'certainty'), 'certain'),
    negative: textOf(valueOf(map, 'polarity'))?.value === 'negative',
    denies: fieldTexts(map, 'denies'),
    disputes: fieldTexts(map, 'disputes'),
    supersedes: fieldTexts(map, 'supersedes'),
    derivedFrom: fieldTexts(map, 'derivedFrom'),
    rank: oneOf(ranks, valueOf(map, 'rank'), 'normal'),
    acknowledged: readAcknowledged(valueOf(map, 'acknowledged')),
    quotes: readQuotes(valueOf(map, 'quote')),
  };
  // Assigned one by one: spreading a small object for each key took a tenth of the time of reading.
  for (const key of textKeys) {
    const text = textOf(valueOf(map, key));
    if (text !== undefined) {
      fact[key] = text;
    }
  }
  const value = readValueSource(valueOf(map, 'value'));
  if (value !== undefined) {
    fact.value = value;
  }
  return fact;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  node: YamlNode | null | undefined,
  fallback: T,
): T {
  const written = textOf(node)?.value;
  return allowed.find((value) => value === written) ?? fallback;
}

function readValueSource(node: YamlNode | null | undefined): ValueSource | undefined {
  switch (node?.kind) {
    case 'scalar': {
      // A lone `~` or nothing at all is null in YAML: no value, and the schema says so.
      const { span, origin, text, isNull } = node;
      return isNull ? undefined : { kind: 'scalar', span, ...(origin && { origin }), text };
    }
    case 'list':
      return {
        kind: 'list',
        span: node.span,
        items: node.items.flatMap((item) => textOf(item) ?? []),
      };
    case 'map': {
      const parts = new Map<string, Located<string>>();
      for (const { key, value } of node.entries) {
        const part = textOf(value);
        if (part !== undefined) {
          parts.set(key.text, part);
        }
      }
      return { kind: 'mapping', span: node.span, parts };
    }
    case undefined:
      return undefined;
  }
}

function readQualifiers(
  map: YamlMap | undefined,
  wanted: (key: string) => boolean,
): readonly Qualifier[] {
  const qualifiers: Qualifier[] = [];
  for (const { key, value } of map?.entries ?? []) {
    const written = wanted(key.text) ? textOf(value) : undefined;
    if (written !== undefined) {
      qualifiers.push({ key: located(key), value: written });
    }
  }
  return qualifiers;
}

function readAcknowledged(node: YamlNode | null | undefined): readonly Acknowledgement[] {
  const items = node?.kind === 'list' ? node.items : [];
  return items.flatMap((item) =>
    item.kind === 'map'
      ? [
          {
            span: item.span,
            ...fieldText(item, 'code'),
            ...fieldText(item, 'with'),
            ...fieldText(item, 'reason'),
          },
        ]
      : [],
  );
}

function readQuotes(node: YamlNode | null | undefined): readonly QuoteSource[] {
  if (node?.kind === 'list') {
    return node.items.flatMap((item) => (item.kind === 'list' ? [] : readQuotes(item)));
  }
  if (node?.kind === 'map') {
    const exact = textOf(valueOf(node, 'exact'));
    return exact === undefined
      ? []
      : [{ span: node.span, exact, ...fieldText(node, 'prefix'), ...fieldText(node, 'suffix') }];
  }
  const exact = textOf(node);
  return exact === undefined ? [] : [{ span: exact.span, exact }];
}
