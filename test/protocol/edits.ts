import assert from 'node:assert/strict';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { textIn, type Encoding } from './markers.js';

/* What a client makes of an edit of the workspace. */

/** The text edits by URI, whichever form the client takes. */
export function editsByUri({
  changes,
  documentChanges,
}: WorkspaceEdit): ReadonlyMap<string, TextEdit[]> {
  const versioned = (documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'edits' in change,
  );
  return documentChanges === undefined
    ? new Map(Object.entries(changes ?? {}))
    : new Map(versioned.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]));
}

/** A text after edits that do not overlap. */
export function textAfter(text: string, edits: readonly TextEdit[], encoding?: Encoding): string {
  const end = { line: text.split(/\r\n|\r|\n/).length - 1, character: text.length * 4 };
  const start = { line: 0, character: 0 };
  const inOrder = [...edits].sort(
    (a, b) =>
      a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  let at = start;
  let after = '';
  for (const { range, newText } of inOrder) {
    after += textIn(text, { start: at, end: range.start }, encoding) + newText;
    at = range.end;
  }
  const rest = textIn(text, { start: at, end }, encoding);
  assert.ok(text.endsWith(rest));
  return after + rest;
}
