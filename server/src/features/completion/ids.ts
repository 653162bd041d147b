import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Target } from '../../corpus/idUse.js';
import type { DefinitionKind } from '../../sidecars/definition.js';
import { MAX_ITEMS, type Candidate, type Offer } from './candidate.js';
import { definedCandidates, type Listed } from './definedCandidates.js';
import { searched } from './match.js';
import { mentionedIds } from './nearby.js';
import { factText, type Typing } from './typing.js';

/** What is known of some kinds, by id: what the article mentions first, then what the file uses. */
export function* idCandidates(
  typing: Typing,
  targets: readonly Target[],
  isSpeaker: boolean,
  offer: Offer,
): Generator<Candidate> {
  const kinds = targets.filter((target) => target !== 'article' && target !== 'fact');
  const ranks = rankedIds(typing, kinds);
  const defined = definedCandidates(typing.context.corpus.register, kinds, isSpeaker);
  const ranked = ({ candidate, after }: Listed): Candidate => {
    const rank = ranks.get(candidate.label);
    return rank === undefined ? candidate : { ...candidate, rank: rank + after };
  };
  const wanted = searched(typing.cursor.typed);
  offer.isPart = defined.all.length > MAX_ITEMS;
  if (!offer.isPart || wanted !== '') {
    for (const listed of offer.isPart ? defined.containing(wanted) : defined.all) {
      yield ranked(listed);
    }
    return;
  }
  for (const id of ranks.keys()) {
    const listed = defined.byId(id);
    if (listed !== undefined) {
      yield ranked(listed);
    }
  }
  // Some may turn out not to be writable where they are to stand.
  let left = 2 * MAX_ITEMS;
  for (const listed of defined.all) {
    if (!ranks.has(listed.candidate.label)) {
      yield listed.candidate;
      if (--left === 0) {
        break;
      }
    }
  }
}

const USED_HERE = 1_000_000;

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
      context.corpus.factsAboutForNow(subject).map(({ propertyId }) => propertyId),
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
