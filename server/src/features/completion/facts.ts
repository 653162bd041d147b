import { CompletionItemKind } from 'vscode-languageserver-types';
import type { BoundFact } from '../../corpus/boundFact.js';
import { describeSlot, describeStatement } from '../../rules/describe.js';
import { referenceTo } from '../fixes/fix.js';
import type { Candidate } from './candidate.js';
import { factText, type Typing } from './typing.js';

/** Articles whose ids look like what is typed: of more, the facts are not offered. */
const MAX_ARTICLES = 20;

/**
 * Facts to refer to: those of the same subject and property, then those of this file, then those of
 * the articles whose ids begin as what is typed.
 */
export function factCandidates(typing: Typing): readonly Candidate[] {
  const { context, sidecar, cursor, uri } = typing;
  const { corpus } = context;
  if (sidecar === undefined) {
    return [];
  }
  const { base } = typing;
  const at = base + cursor.word.start;
  const isOwn = ({ uri: file, fact }: BoundFact): boolean =>
    file === uri && fact.span.start <= at && at <= fact.span.end;
  const subject = factText(typing, 'subject');
  const property = factText(typing, 'property');
  const related = subject === undefined ? [] : corpus.factsAbout(subject);
  const [article = ''] = cursor.typed.toLowerCase().split('#');
  const named =
    article === ''
      ? []
      : corpus
          .knownArticleIds()
          .filter((id) => id.toLowerCase().includes(article))
          .slice(0, MAX_ARTICLES)
          .flatMap((id) => corpus.filesOfArticleId(id))
          .flatMap((file) => corpus.sidecar(file)?.facts ?? []);
  const facts = new Set([
    ...related.filter(({ fact }) => fact.property?.value === property),
    ...sidecar.facts,
    ...related,
    ...named,
  ]);
  return [...facts]
    .filter((bound) => !isOwn(bound))
    .flatMap((bound, rank) => candidate(typing, bound, rank));
}

function candidate({ context, uri }: Typing, bound: BoundFact, rank: number): readonly Candidate[] {
  const { corpus } = context;
  const reference = referenceTo(corpus, uri, bound);
  if (reference === undefined) {
    return [];
  }
  const detail = `${describeSlot(bound, corpus)}: ${describeStatement(bound)}`;
  return [
    {
      label: reference,
      kind: CompletionItemKind.Reference,
      insert: { kind: 'value', text: reference },
      detail,
      words: detail,
      data: { kind: 'fact', from: uri, reference },
      rank,
      isDeprecated: bound.fact.rank === 'deprecated',
    },
  ];
}
