import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../text/lineIndex.js';
import type { Span } from '../../text/span.js';
import { rangeOf, type FeatureContext } from '../context.js';
import type { TextChange } from '../sidecarEdit.js';

/** A change to one file, which may be new, and where to look afterwards. */
export interface FileEdit {
  readonly uri: string;
  /** The file is to be created; the one change is then its whole text. */
  readonly isNew: boolean;
  readonly changes: readonly TextChange[];
  /** The file's text after it. */
  readonly after: string;
  /** In that text: what the user is to look at first. */
  readonly cursor: Span;
}

/** The edit as the protocol has it, with canonical URIs. A file is created only where there is none. */
export function workspaceEdit(
  context: FeatureContext,
  { uri, isNew, changes }: Pick<FileEdit, 'uri' | 'isNew' | 'changes'>,
): WorkspaceEdit {
  const edits = changes.map(({ span, text }) => ({
    range: rangeOf(context, { uri, span }),
    newText: text,
  }));
  if (!isNew) {
    return { changes: { [uri]: edits } };
  }
  const filled: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [{ kind: 'create', uri }, filled] };
}

/** Where to look afterwards, as the client counts positions. */
export function cursorRange(
  { encoding }: FeatureContext,
  { after, cursor }: FileEdit,
): ReturnType<LineIndex['rangeAt']> {
  return new LineIndex(after).rangeAt(cursor, encoding);
}
