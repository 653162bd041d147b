import { l10n, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import {
  ExecuteCommandRequest,
  type LanguageClient,
  type Range as ProtocolRange,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import { ensureRunning } from './serverControl.js';
import { reasonOf } from './reason.js';

/** What the server answers: an edit, if one is needed, and where to look afterwards. */
export interface ServerEdit {
  readonly edit?: WorkspaceEdit;
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Where a command has left the user. */
export interface Shown {
  readonly uri: Uri;
  readonly range: Range;
  /** False where what was wanted is there already. */
  readonly changed: boolean;
}

/**
 * Runs a command of the server's. A refusal is shown to the user in the server's words, and gives
 * undefined.
 */
export async function askServer<T>(
  client: LanguageClient,
  command: string,
  argument: object,
): Promise<T | undefined> {
  if (!(await ensureRunning(client))) return undefined;
  try {
    const params = { command, arguments: [argument] };
    return (await client.sendRequest(ExecuteCommandRequest.type, params)) as T;
  } catch (error) {
    const reason = reasonOf(error);
    void window.showWarningMessage(`Policy Facts: ${reason}`);
    return undefined;
  }
}

/** Makes an edit and shows its place beside the article, ready to be typed over. */
export async function applyAndShow(
  client: LanguageClient,
  { edit, uri, range }: ServerEdit,
): Promise<Shown | undefined> {
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit ?? null);
  if (changes !== undefined && !(await workspace.applyEdit(changes))) {
    void window.showErrorMessage(
      l10n.t(
        'Policy Facts: the file could not be changed. It may be read-only, or have changed meanwhile.',
      ),
    );
    return undefined;
  }
  const shown = {
    uri: client.protocol2CodeConverter.asUri(uri),
    range: client.protocol2CodeConverter.asRange(range),
    changed: changes !== undefined,
  };
  await show(shown);
  return shown;
}

/** Shows a place: where its file is open already, else beside the active editor. */
export async function show({ uri, range }: Pick<Shown, 'uri' | 'range'>): Promise<void> {
  const open = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? ViewColumn.Beside,
    preview: false,
    selection: range, // set as it opens: what is typed at once must not go elsewhere
  });
}
