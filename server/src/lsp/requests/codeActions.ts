import type { CodeAction } from 'vscode-languageserver/node';
import { codeActionKinds, provideCodeActions } from '../../features/codeActions.js';
import { actionForClient } from '../workspaceEdit.js';
import type { RequestHost, RequestKind } from '../requestHost.js';

export const codeActions: RequestKind = {
  capabilities: (profile) =>
    profile.codeActions ? { codeActionProvider: { codeActionKinds: [...codeActionKinds] } } : {},
  register: (connection, host) => {
    connection.onCodeAction((params, token) =>
      host.answerIn<CodeAction[]>(params, token, [], (context, uri) => {
        const span = host.spanOf(uri, params.range);
        return span === undefined || !host.profile.codeActions
          ? []
          : provideCodeActions(context, uri, span, params.context.only).map((action) =>
              spelled(host, action),
            );
      }),
    );
  },
};

function spelled(host: RequestHost, action: CodeAction): CodeAction {
  const { diagnostics = [] } = action;
  return {
    ...actionForClient(action, host.documents, host.profile),
    ...(diagnostics.length > 0
      ? { diagnostics: diagnostics.map((diagnostic) => host.spelledDiagnostic(diagnostic)) }
      : {}),
  };
}
