import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver/node';
import { provideDocumentSymbols } from '../../features/documentSymbols.js';
import { flatSymbols } from '../flatSymbols.js';
import type { RequestKind } from '../requestHost.js';

export const documentSymbols: RequestKind = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register: (connection, host) => {
    connection.onDocumentSymbol((params, token) =>
      host.answerIn<DocumentSymbol[] | SymbolInformation[]>(params, token, [], (context, uri) => {
        const symbols = provideDocumentSymbols(context, uri);
        return host.profile.nestedSymbols ? symbols : flatSymbols(symbols, params.textDocument.uri);
      }),
    );
  },
};
