import type { Location } from 'vscode-languageserver/node';
import { provideDefinition } from '../../features/definition.js';
import type { RequestKind } from '../requestHost.js';

export const definition: RequestKind = {
  capabilities: () => ({ definitionProvider: true }),
  register: (connection, host) => {
    connection.onDefinition((params, token) =>
      host.answerAt<Location[]>(params, token, [], (...at) =>
        host.spelled(provideDefinition(...at)),
      ),
    );
  },
};
