import type { FileOperationRegistrationOptions, WorkspaceEdit } from 'vscode-languageserver/node';
import { articleEndings, canonicalUri, sidecarEndings } from '../../corpus/uri.js';
import { provideFileRename, type FileRename } from '../../features/renameFiles.js';
import type { RequestKind } from '../requestHost.js';
import { fileRenameForClient } from '../workspaceEdit.js';

const endings = [...articleEndings, ...sidecarEndings].map((ending) => ending.slice(1));

/** Articles, sidecars, and folders, which may hold some. */
const filters: FileOperationRegistrationOptions = {
  filters: [
    {
      pattern: {
        glob: `**/*.{${endings.join(',')}}`,
        matches: 'file',
        options: { ignoreCase: true },
      },
    },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

export const fileOperations: RequestKind = {
  capabilities: (profile) => {
    const declared = {
      ...(profile.renamesFiles ? { willRename: filters } : {}),
      ...(profile.tellsOfCreatedFiles ? { didCreate: filters } : {}),
      ...(profile.tellsOfRenamedFiles ? { didRename: filters } : {}),
      ...(profile.tellsOfDeletedFiles ? { didDelete: filters } : {}),
    };
    return Object.keys(declared).length > 0 ? { workspace: { fileOperations: declared } } : {};
  },
  register: (connection, host) => {
    /** The renames that go along with what was asked last: a client may ask about these in turn. */
    let goingAlong: ReadonlySet<string> = new Set();

    connection.workspace.onWillRenameFiles(async ({ files }, token) => {
      const asked = files
        .map(({ oldUri, newUri }) => ({ oldUri: plain(oldUri), newUri: plain(newUri) }))
        .filter((file) => !goingAlong.has(keyOf(file)));
      if (asked.length === 0) {
        return null;
      }
      await host.ready(token);
      return host.answer<WorkspaceEdit | null, never>(token, null, (context) => {
        const edit = provideFileRename(context, asked);
        goingAlong = new Set(edit?.renames.map(keyOf));
        return edit === null ? null : fileRenameForClient(edit, host.documents, host.profile);
      });
    });
    connection.workspace.onDidRenameFiles(({ files }) => {
      host.refresh(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
    });
    connection.workspace.onDidCreateFiles(({ files }) => {
      host.refresh(files.map(({ uri }) => uri));
    });
    connection.workspace.onDidDeleteFiles(({ files }) => {
      host.refresh(files.map(({ uri }) => uri));
    });
  },
};

/** Folders without the slash that some clients end them with. */
function plain(uri: string): string {
  return canonicalUri(uri).replace(/\/$/, '');
}

function keyOf({ oldUri, newUri }: FileRename): string {
  return `${oldUri}\n${newUri}`;
}
