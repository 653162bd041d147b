import {
  ErrorCodes,
  ResponseError,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { prepareRename, provideRename, type Refusal } from '../../features/rename.js';
import { refusal } from '../commands.js';
import type { RequestKind } from '../requestHost.js';
import { editForClient } from '../workspaceEdit.js';

/** What a client is told instead: the words are shown to whoever wanted to rename. */
function refused({ refused: message, badName }: Refusal): ResponseError {
  return badName === true ? new ResponseError(ErrorCodes.InvalidParams, message) : refusal(message);
}

export const rename: RequestKind = {
  capabilities: ({ preparesRename }) => ({
    renameProvider: preparesRename ? { prepareProvider: true } : true,
  }),
  register: (connection, host) => {
    connection.onPrepareRename(async (params, token) => {
      await host.ready(token);
      return host.answerAt<{ range: Range; placeholder: string } | ResponseError | null>(
        params,
        token,
        null,
        (...at) => {
          const answer = prepareRename(...at);
          return 'refused' in answer ? refused(answer) : answer;
        },
      );
    });
    connection.onRenameRequest(async (params, token) => {
      // A file that is not read yet would keep the old id.
      await host.ready(token);
      return host.answerAt<WorkspaceEdit | ResponseError | null>(
        params,
        token,
        null,
        (context, uri, offset) => {
          const answer = provideRename(context, uri, offset, params.newName);
          return 'refused' in answer
            ? refused(answer)
            : editForClient(answer, host.documents, host.profile);
        },
      );
    });
  },
};
