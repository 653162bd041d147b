import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver/node';

/** An outline as a list, for a client that cannot show a tree. */
export function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flatSymbols(children, uri, name),
  ]);
}
