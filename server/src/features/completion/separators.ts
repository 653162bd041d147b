import { CompletionItemKind } from 'vscode-languageserver-types';
import { builtInProperties } from '../../corpus/property.js';
import type { Candidate } from './candidate.js';
import { factText, presentKeys, valueBeside, type Typing } from './typing.js';
import { wordCandidates } from './words.js';

/** The keys that the property of a fact declares to be its separators. */
export function separatorKeys(typing: Typing, rank: number): readonly Candidate[] {
  const id = factText(typing, 'property');
  const property = id === undefined ? undefined : typing.context.corpus.register.property(id);
  const present = presentKeys(typing);
  return (property?.separators ?? [])
    .filter((key) => !present.has(key))
    .map((key, index) => ({
      label: key,
      kind: CompletionItemKind.Field,
      insert: { kind: 'key', key, shape: 'scalar' },
      detail: 'separator',
      documentation: `A separator of ${property?.name ?? ''}: facts that differ in it are about different things and are not compared.`,
      rank: rank + index / 1000,
    }));
}

/** What other facts of the subject and property say in a separator: only the same words compare. */
export function separatorValues(typing: Typing, key: string): readonly Candidate[] {
  const subject = factText(typing, 'subject');
  const property = factText(typing, 'property');
  if (subject === undefined) {
    return [];
  }
  const used = new Map<string, string>();
  for (const { fact, article } of typing.context.corpus.factsAboutForNow(subject)) {
    if (fact.property?.value === property) {
      for (const other of [...fact.otherKeys, ...fact.qualifiers]) {
        if (other.key.value === key && !used.has(other.value.value)) {
          used.set(other.value.value, `in ${article.id}`);
        }
      }
    }
  }
  return wordCandidates([...used.keys()], used, CompletionItemKind.Value);
}

/** For `separators` of a property: those of the built-in properties and of this file. */
export function separatorNames(typing: Typing): readonly Candidate[] {
  const declared = typing.sidecar?.content.definitions.flatMap((definition) =>
    definition.kind === 'property' ? definition.separators.map(({ value }) => value) : [],
  );
  const builtIn = [...builtInProperties.values()].flatMap(({ separators }) => separators);
  return wordCandidates([...new Set([...builtIn, ...(declared ?? [])])]);
}

/** For `additiveOver`: the separators of the same property. */
export function ownSeparators(typing: Typing): readonly Candidate[] {
  const node = valueBeside(typing, typing.path.length - 1, 'separators');
  const items = node?.kind === 'list' ? node.items : [];
  return wordCandidates(items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])));
}
