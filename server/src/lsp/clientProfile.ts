import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import type { PositionEncoding } from '../text/lineIndex.js';

/** What a client can do, read from `initialize` once. Anything may be absent. */
export interface ClientProfile {
  readonly encoding: PositionEncoding;
  readonly markdown: boolean;
  /** Asks for diagnostics rather than waiting for them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  /** Tells of changed settings where it is asked to. */
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Shows an outline as a tree. */
  readonly nestedSymbols: boolean;
  /** Takes actions with edits rather than commands alone. */
  readonly codeActions: boolean;
  /** Checks for which version of a document an edit was made. */
  readonly documentChanges: boolean;
  /** Asks what a rename would change before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Asks what goes along with a file that is about to be renamed, and can rename others with it. */
  readonly renamesFiles: boolean;
  /** Tells of files that came, moved and went through it. */
  readonly tellsOfCreatedFiles: boolean;
  readonly tellsOfRenamedFiles: boolean;
  readonly tellsOfDeletedFiles: boolean;
}

/** Reads the capabilities. UTF-16 is every client's duty, so it stays the default. */
export function readProfile({
  general,
  textDocument,
  workspace,
  window,
}: ClientCapabilities): ClientProfile {
  const formats = textDocument?.hover?.contentFormat;
  return {
    encoding: encodingOf(general?.positionEncodings),
    markdown: formats?.[0] === 'markdown',
    pullsDiagnostics: textDocument?.diagnostic != null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport != null,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    tellsOfCreatedFiles: workspace?.fileOperations?.didCreate === true,
    tellsOfRenamedFiles: workspace?.fileOperations?.didRename === true,
    tellsOfDeletedFiles: workspace?.fileOperations?.didDelete === true,
    renamesFiles:
      workspace?.fileOperations?.willRename === true &&
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
  };
}

/** The first that both sides know, in the order in which the client prefers them. */
function encodingOf(preferred: readonly string[] = []): PositionEncoding {
  return preferred.find((name) => name === 'utf-8' || name === 'utf-16') ?? 'utf-16';
}

/** The folders a client opens: `workspaceFolders`, or the older `rootUri`; none for a lone file. */
export function readFolders(params: InitializeParams): readonly string[] {
  const { workspaceFolders } = params;
  if (workspaceFolders != null) {
    return workspaceFolders.map(({ uri }) => uri);
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older clients know nothing else
  const root = params.rootUri;
  return root == null ? [] : [root];
}
