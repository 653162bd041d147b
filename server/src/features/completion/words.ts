import { CompletionItemKind } from 'vscode-languageserver-types';
import { groupOf } from '../../corpus/boundFact.js';
import { ruleCodes, rules } from '../../rules/table.js';
import { modalities } from '../../sidecars/sidecar.js';
import type { Candidate } from './candidate.js';
import { isOfType, type Schema } from './schemaAt.js';

/** Words that a value may be, in their order. */
export function wordCandidates(
  words: readonly string[],
  about: ReadonlyMap<string, string> = new Map(),
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): readonly Candidate[] {
  return words.map((word, rank) => {
    const detail = about.get(word);
    return {
      label: word,
      kind,
      insert: { kind: 'value', text: word },
      ...(detail === undefined ? {} : { detail }),
      rank,
    };
  });
}

/** The words that a schema allows or gives as examples. */
export function schemaWords(schema: Schema): readonly string[] {
  const fixed = schema.enum?.filter((word): word is string => typeof word === 'string');
  return (
    fixed ??
    schema.examples ??
    (isOfType(schema, 'boolean') && isSingle(schema) ? ['true', 'false'] : [])
  );
}

function isSingle({ type }: Schema): boolean {
  return typeof type === 'string';
}

/** What words of the schema mean, where it takes more than the word. */
export const meanings: ReadonlyMap<string, string> = new Map([
  ...modalities.map((modality) => [modality, group(modality)] as const),
  ['certain', 'the source is sure'],
  ['probable', 'likely, understood, expected'],
  ['possible', 'may be, could be'],
  ['positive', 'it is said to be so'],
  ['negative', 'a denial: it is said not to be so'],
  ['preferred', 'before all others'],
  ['normal', 'as any other'],
  ['deprecated', 'kept, but no longer compared; give a reason'],
  ['draft', 'work in progress'],
  ['published', 'out in the world'],
]);

function group(modality: (typeof modalities)[number]): string {
  switch (groupOf(modality)) {
    case 'fact':
      return 'a fact';
    case 'commitment':
      return 'a commitment';
    case 'expectation':
      return 'an expectation';
  }
}

/** The codes of all rules, with what each says. */
export const ruleSummaries: ReadonlyMap<string, string> = new Map(
  ruleCodes.map((code) => [code, rules.find((rule) => rule.code === code)?.summary ?? ''] as const),
);

/** How long a value may be taken to hold. */
export const durations: ReadonlyMap<string, string> = new Map([
  ['P1M', 'a month'],
  ['P3M', 'three months'],
  ['P6M', 'six months'],
  ['P1Y', 'a year'],
  ['P2Y', 'two years'],
  ['P5Y', 'five years'],
  ['P10Y', 'ten years'],
]);
