import type { Location } from 'vscode-languageserver/node';
import { provideReferences } from '../../features/references.js';
import type { RequestKind } from '../requestHost.js';

export const references: RequestKind = {
  capabilities: () => ({ referencesProvider: true }),
  register: (connection, host) => {
    connection.onReferences((params, token) =>
      host.answerAt<Location[]>(params, token, [], (context, uri, offset) =>
        host.spelled(provideReferences(context, uri, offset, params.context.includeDeclaration)),
      ),
    );
  },
};
