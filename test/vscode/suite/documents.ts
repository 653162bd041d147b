import { Position, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import { eventually } from './eventually.js';

/** The address of a file in the folder that is open. */
export function fileUri(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the folder in an editor. */
export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name));
  await window.showTextDocument(document);
  return document;
}

/** Where `text` stands the first time in a document, after the first occurrence of `after`. */
export function rangeOf(document: TextDocument, text: string, after = ''): Range {
  const content = document.getText();
  const start = content.indexOf(text, content.indexOf(after) + after.length);
  if (start < 0) throw new Error(`${document.fileName} does not contain “${text}”.`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** A position inside the first occurrence of `text`. */
export function positionIn(document: TextDocument, text: string, after = ''): Position {
  return rangeOf(document, text, after).start.translate(0, 1);
}

/** Replaces a range as if it had been typed. */
export async function type(document: TextDocument, range: Range, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.replace(range, text);
  });
}

/** Saves a document until its file holds what the editor does: one save may come too early, or fail. */
export async function save(document: TextDocument): Promise<void> {
  await eventually(`${document.fileName} to be saved`, async () => {
    if (!(await document.save())) return false;
    const bytes = await workspace.fs.readFile(document.uri);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) === document.getText();
  });
}
