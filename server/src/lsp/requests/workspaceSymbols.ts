import { provideWorkspaceSymbols } from '../../features/workspaceSymbols.js';
import type { RequestKind } from '../requestHost.js';

export const workspaceSymbols: RequestKind = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (connection, host) => {
    connection.onWorkspaceSymbol(({ query }, token) =>
      host.answer(token, [], (context) =>
        host.spelledWithin(provideWorkspaceSymbols(context, query)),
      ),
    );
  },
};
