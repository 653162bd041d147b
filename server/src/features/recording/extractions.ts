import type { CodeAction } from 'vscode-languageserver-types';
import { fileName } from '../../corpus/uri.js';
import type { Span } from '../../text/span.js';
import type { FeatureContext } from '../context.js';
import { defineName, namedKinds } from './defineName.js';
import { workspaceEdit, type FileEdit } from './fileEdit.js';
import { figureAt, statementOfFigure } from './figureStatement.js';
import { createSidecar } from './newSidecar.js';
import { recordings } from './recordings.js';
import { statementAt, wordsOf } from './statement.js';

/** What is offered here, below `refactor.extract`. */
export const extractionKinds = [
  'refactor.extract.fact',
  'refactor.extract.sidecar',
  'refactor.extract.definition',
] as const;
type ExtractionKind = (typeof extractionKinds)[number];

/**
 * What can be written down from a stretch of an article: a fact, its sidecar, a name. At a cursor
 * without a selection only the figure there is offered, unless the user asked for such actions: a
 * light bulb on every line would help nobody.
 *
 * @param isAsked the client asks for certain kinds
 */
export function extractionsAt(
  context: FeatureContext,
  uri: string,
  selected: Span,
  isAsked: boolean,
): CodeAction[] {
  const { corpus } = context;
  const article = corpus.article(uri);
  if (article === undefined) {
    return [];
  }
  const isCursor = selected.start === selected.end;
  const figure = isCursor ? figureAt(article, selected.start) : undefined;
  const isEager = !isCursor || isAsked;
  if (!isEager && figure === undefined) {
    return [];
  }
  const statement =
    figure === undefined
      ? statementAt(corpus, uri, selected)
      : statementOfFigure(article, figure, corpus);
  const facts = statement.kind === 'refused' ? [] : recordings(context, statement);
  const actions = facts.map(({ title, edit }) =>
    extraction(context, 'refactor.extract.fact', title, edit),
  );
  const sidecar = isEager ? createSidecar(context, uri) : undefined;
  if (sidecar !== undefined && !('kind' in sidecar)) {
    const title = `Create the sidecar ${fileName(sidecar.uri)}`;
    actions.push(extraction(context, 'refactor.extract.sidecar', title, sidecar));
  }
  if (!isCursor && statement.kind === 'statement' && isName(wordsOf(statement))) {
    for (const kind of namedKinds) {
      const edit = defineName(context, uri, selected, kind);
      if (!('kind' in edit)) {
        const title = `Define the ${kind} “${wordsOf(statement)}” in ${fileName(edit.uri)}`;
        actions.push(extraction(context, 'refactor.extract.definition', title, edit));
      }
    }
  }
  return actions;
}

function extraction(
  context: FeatureContext,
  kind: ExtractionKind,
  title: string,
  edit: FileEdit,
): CodeAction {
  return { title, kind, edit: workspaceEdit(context, edit) };
}

/** Few words with a capital among them, and no end of a sentence. */
function isName(words: string): boolean {
  return (
    words.split(' ').length <= 8 &&
    words.length <= 80 &&
    /\p{Lu}|\p{L}s$/u.test(words) &&
    !/[.;:!?]\s|^\P{L}*$/u.test(words) &&
    !/^\p{N}/u.test(words)
  );
}
