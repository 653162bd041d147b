import type { CodeAction, RenameFile, WorkspaceEdit } from 'vscode-languageserver/node';
import type { FileRenameEdit } from '../features/renameFiles.js';
import type { ClientProfile } from './clientProfile.js';
import type { OpenDocuments } from './openDocuments.js';

/**
 * An edit as a client takes it: its own spelling of files, and the versions the edit was made for
 * where the client can say when these are no longer the newest.
 */
export function editForClient(
  { changes = {}, documentChanges }: WorkspaceEdit,
  documents: OpenDocuments,
  profile: ClientProfile | undefined,
): WorkspaceEdit {
  if (documentChanges !== undefined) {
    return { documentChanges }; // a new file: it has no spelling of the client's, nor a version
  }
  const spelled = Object.entries(changes).map(
    ([uri, edits]) => [documents.spelling(uri), documents.version(uri), edits] as const,
  );
  return profile?.documentChanges === true
    ? {
        documentChanges: spelled.map(([uri, version, edits]) => ({
          textDocument: { uri, version },
          edits,
        })),
      }
    : { changes: Object.fromEntries(spelled.map(([uri, , edits]) => [uri, edits])) };
}

/** Text edits, and then files that get another name: never one that there is already. */
export function fileRenameForClient(
  { changes, renames }: FileRenameEdit,
  documents: OpenDocuments,
  profile: ClientProfile,
): WorkspaceEdit {
  const { documentChanges = [] } = editForClient({ changes }, documents, profile);
  const operations = renames.map(({ oldUri, newUri }): RenameFile => {
    const options = { overwrite: false, ignoreIfExists: true };
    return { kind: 'rename', oldUri: documents.spelling(oldUri), newUri, options };
  });
  return { documentChanges: [...documentChanges, ...operations] };
}

/** An action with its edit as the client takes it. */
export function actionForClient(
  action: CodeAction,
  documents: OpenDocuments,
  profile: ClientProfile | undefined,
): CodeAction {
  return action.edit === undefined
    ? action
    : { ...action, edit: editForClient(action.edit, documents, profile) };
}
