import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Target } from '../../corpus/idUse.js';
import { builtInProperties } from '../../corpus/property.js';
import type { Definition, DefinitionKind } from '../../sidecars/definition.js';
import type { Candidate } from './candidate.js';
import { mentionedIds } from './nearby.js';
import { factText, type Typing } from './typing.js';

const itemKinds: Readonly<Record<DefinitionKind, CompletionItemKind>> = {
  organisation: CompletionItemKind.Class,
  person: CompletionItemKind.Interface,
  place: CompletionItemKind.Module,
  document: CompletionItemKind.File,
  property: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
};

/** What is known of some kinds, by id: what the article mentions first, then what the file uses. */
export function* idCandidates(
  typing: Typing,
  targets: readonly Target[],
  isSpeaker: boolean,
): Generator<Candidate> {
  const kinds = targets.filter((target) => target !== 'article' && target !== 'fact');
  const { register } = typing.context.corpus;
  const ranks = rankedIds(typing, kinds);
  const seen = new Set<string>();
  for (const { definition } of register.ofKinds(kinds)) {
    seen.add(definition.id.value);
    // Of those who can be credited, people are before the bodies that are mentioned beside them.
    const after = isSpeaker && definition.kind !== 'person' ? SPEAKING_BODIES : 0;
    yield ofDefinition(definition, (ranks.get(definition.id.value) ?? UNUSED) + after);
  }
  for (const { id, name, type } of kinds.includes('property') ? builtInProperties.values() : []) {
    if (!seen.has(id)) {
      yield {
        label: id,
        kind: itemKinds.property,
        insert: { kind: 'value', text: id, isText: true },
        detail: `${name} · ${type}`,
        words: name,
        data: { kind: 'definition', of: 'property', id },
        rank: ranks.get(id) ?? UNUSED - 1,
      };
    }
  }
}

/** Those who can be credited and are no people rank from here on. */
export const SPEAKING_BODIES = 100_000;
const USED_HERE = 1_000_000;
const UNUSED = 2_000_000;

function ofDefinition(definition: Definition, rank: number): Candidate {
  const { id, kind, name, aliases } = definition;
  const sort = definition.fields.get(kind === 'organisation' ? 'kind' : 'type')?.value ?? kind;
  return {
    label: id.value,
    kind: itemKinds[kind],
    insert: { kind: 'value', text: id.value, isText: true },
    detail: `${name?.value ?? id.value} · ${sort}`,
    words: wordsOf(definition, name?.value ?? '', aliases),
    data: { kind: 'definition', of: kind, id: id.value },
    rank,
  };
}

const words = new WeakMap<Definition, string>();

/** Made once for each definition: a large register is looked through at every key. */
function wordsOf(
  definition: Definition,
  name: string,
  aliases: readonly { readonly value: string }[],
): string {
  let known = words.get(definition);
  if (known === undefined) {
    known = [name, ...aliases.map(({ value }) => value)].join(' ').replace(/\s+/g, ' ');
    words.set(definition, known);
  }
  return known;
}

/** Ids in the order in which they are likely to be meant. */
function rankedIds(typing: Typing, kinds: readonly DefinitionKind[]): ReadonlyMap<string, number> {
  const { context, sidecar } = typing;
  const ranks = new Map<string, number>();
  const add = (ids: Iterable<string>, from: number): void => {
    let rank = from;
    for (const id of ids) {
      if (!ranks.has(id)) {
        ranks.set(id, rank++);
      }
    }
  };
  const subject = factText(typing, 'subject');
  if (kinds.includes('property') && subject !== undefined) {
    add(
      context.corpus.factsAbout(subject).flatMap(({ fact }) => fact.property?.value ?? []),
      0,
    );
  } else if (!kinds.includes('property')) {
    add(mentionedIds(typing), 0);
  }
  add(sidecar?.uses.map(({ id }) => id) ?? [], USED_HERE);
  return ranks;
}

/** The ids of articles, but for the article's own. */
export function articleCandidates(typing: Typing): readonly Candidate[] {
  const { context, article, sidecar } = typing;
  const { corpus } = context;
  const own = sidecar?.info.id ?? (article && corpus.infoOf(article.uri).id);
  return corpus
    .knownArticleIds()
    .filter((id) => id !== own)
    .map((id, rank) => {
      const [file = ''] = corpus.filesOfArticleId(id);
      const { title } = corpus.sidecar(file)?.info ?? corpus.infoOf(file);
      return {
        label: id,
        kind: CompletionItemKind.File,
        insert: { kind: 'value', text: id },
        ...(title === null ? {} : { detail: title, words: title }),
        data: { kind: 'article', id },
        rank,
      };
    });
}
