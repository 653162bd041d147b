import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/corpus.js';
import { rangeOf, type FeatureContext } from './context.js';
import { changesFor, type FileChanges } from './rename/changes.js';
import { unreadWord, yamlOf } from './rename/idPlaces.js';
import { objectionTo } from './rename/newId.js';
import { occurrencesOf } from './rename/occurrences.js';
import { placeWords, refuse, type Refusal } from './rename/refusal.js';
import { renamableAt, type Target } from './rename/target.js';

export type { Refusal };

/** The id at an offset that a rename would change: exactly its letters, without quotation marks. */
export function prepareRename(
  context: FeatureContext,
  uri: string,
  offset: number,
): { range: Range; placeholder: string } | Refusal {
  const renamable = renamableAt(context.corpus, uri, offset);
  return 'refused' in renamable
    ? renamable
    : {
        range: rangeOf(context, { uri, span: renamable.span }),
        placeholder: renamable.target.id,
      };
}

/**
 * Gives the id at an offset another name everywhere: in all sidecars and front matters, and nowhere
 * else. Prose stays as it is.
 */
export function provideRename(
  context: FeatureContext,
  uri: string,
  offset: number,
  newName: string,
): { changes: Record<string, TextEdit[]> } | Refusal {
  const { corpus } = context;
  const renamable = renamableAt(corpus, uri, offset);
  if ('refused' in renamable) {
    return renamable;
  }
  const { target } = renamable;
  const objection = objectionTo(corpus, target, newName) ?? unreadUse(corpus, target);
  if (objection !== null) {
    return objection;
  }
  const changes = changesFor(corpus, occurrencesOf(corpus, target), newName);
  return 'refused' in changes ? changes : { changes: editsFor(context, changes) };
}

/** Changes as a client takes them, in order of place. */
export function editsFor(
  context: FeatureContext,
  changes: FileChanges,
): Record<string, TextEdit[]> {
  return Object.fromEntries(
    [...changes].map(([uri, made]) => [
      uri,
      [...made]
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ span, text }) => ({ range: rangeOf(context, { uri, span }), newText: text })),
    ]),
  );
}

/** A rename must not miss a use that cannot be read: it is refused until that file is mended. */
function unreadUse(corpus: Corpus, target: Target): Refusal | null {
  const broken = [
    ...corpus
      .sidecars()
      .filter(({ content }) => content.yamlProblems.length > 0 || content.root === null),
    ...corpus.articles().filter(({ content }) => (content.frontMatter?.problems.length ?? 0) > 0),
  ];
  for (const { uri } of broken) {
    const yaml = yamlOf(corpus, uri);
    const at = yaml && unreadWord(yaml, wordIn(uri, target));
    if (at !== undefined) {
      const place = placeWords(corpus, uri, { start: at, end: at });
      return refuse(
        `\`${target.id}\` stands in a part of a file that cannot be read, ${place}: a rename could miss it. Mend that file first (see its findings).`,
      );
    }
  }
  return null;
}

/** How a target is written in a file. */
function wordIn(uri: string, target: Target): string {
  return target.kind === 'fact' && target.fact.uri !== uri
    ? `${target.fact.article.id}#${target.id}`
    : target.id;
}
