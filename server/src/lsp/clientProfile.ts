import { isAbsolute } from 'node:path';
import type {
  ClientCapabilities,
  DiagnosticsCapabilities,
  DiagnosticTag,
  InitializeParams,
} from 'vscode-languageserver/node';
import type { CompletionClient } from '../features/completion/client.js';
import { completionClient } from './completionClient.js';
import { readingClient, type ReadingClient } from './readingClient.js';
import type { PositionEncoding } from '../text/lineIndex.js';

/** What a client shows of a diagnostic beyond its place, severity and message. */
export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  /** Links from codes to their pages. */
  readonly codeDescription: boolean;
  readonly tags: ReadonlySet<DiagnosticTag>;
  /** Compares the version of what is published with that of the document. */
  readonly version: boolean;
}

/** What a client can do, read from `initialize` once. Anything may be absent. */
export interface ClientProfile extends CompletionClient, ReadingClient {
  readonly encoding: PositionEncoding;
  readonly markdown: boolean;
  /** Is to ask for diagnostics rather than to wait for them. */
  readonly pullsDiagnostics: boolean;
  readonly diagnostics: DiagnosticSupport;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  /** Tells of changed settings where it is asked to. */
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Shows an outline as a tree. */
  readonly nestedSymbols: boolean;
  /** Whether links rather than locations answer a "go to"; undefined where the client has no such request. */
  readonly definitionLinks: boolean | undefined;
  readonly declarationLinks: boolean | undefined;
  readonly typeDefinitionLinks: boolean | undefined;
  readonly implementationLinks: boolean | undefined;
  /** Undefined where the client asks for no folding ranges. */
  readonly folding: FoldingProfile | undefined;
  readonly selectionRanges: boolean;
  readonly documentLinks: boolean;
  readonly typeHierarchy: boolean;
  /** Takes actions with edits rather than commands alone. */
  readonly codeActions: boolean;
  /** Checks for which version of a document an edit was made. */
  readonly documentChanges: boolean;
  /** Creates files as part of an edit. */
  readonly createsFiles: boolean;
  /** Asks what a rename would change before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Asks what goes along with a file that is about to be renamed, and can rename others with it. */
  readonly renamesFiles: boolean;
  /** Tells of files that came, moved and went through it. */
  readonly tellsOfCreatedFiles: boolean;
  readonly tellsOfRenamedFiles: boolean;
  readonly tellsOfDeletedFiles: boolean;
}

/** How a client wants its folding ranges. */
export interface FoldingProfile {
  /** It folds whole lines, whatever the characters say. */
  readonly wholeLines: boolean;
  /** The most ranges it wants for one file. */
  readonly limit: number;
}

/**
 * Reads the capabilities. UTF-16 is every client's duty, so it stays the default.
 * @param options the `initializationOptions`: `{commands: […]}` names commands that the client offers
 */
export function readProfile(
  { general, textDocument, workspace, window }: ClientCapabilities,
  options?: unknown,
): ClientProfile {
  const formats = textDocument?.hover?.contentFormat;
  const pulls = pullsDiagnostics(textDocument, workspace);
  return {
    encoding: encodingOf(general?.positionEncodings),
    markdown: formats?.[0] === 'markdown',
    pullsDiagnostics: pulls,
    diagnostics: readDiagnosticSupport(textDocument, pulls),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: linkSupport(textDocument?.definition),
    declarationLinks: linkSupport(textDocument?.declaration),
    typeDefinitionLinks: linkSupport(textDocument?.typeDefinition),
    implementationLinks: linkSupport(textDocument?.implementation),
    folding:
      textDocument?.foldingRange == null
        ? undefined
        : {
            wholeLines: textDocument.foldingRange.lineFoldingOnly === true,
            limit: textDocument.foldingRange.rangeLimit ?? Infinity,
          },
    selectionRanges: textDocument?.selectionRange != null,
    documentLinks: textDocument?.documentLink != null,
    typeHierarchy: textDocument?.typeHierarchy != null,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport != null,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    tellsOfCreatedFiles: workspace?.fileOperations?.didCreate === true,
    tellsOfRenamedFiles: workspace?.fileOperations?.didRename === true,
    tellsOfDeletedFiles: workspace?.fileOperations?.didDelete === true,
    renamesFiles:
      workspace?.fileOperations?.willRename === true &&
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
    ...readingClient(textDocument, workspace, options),
    ...completionClient(textDocument?.completion),
  };
}

/**
 * An edit can change the findings of other files. A client that cannot be told to ask again would
 * keep what is no longer so; where it takes what is pushed, that serves it better.
 */
function pullsDiagnostics(
  textDocument: ClientCapabilities['textDocument'],
  workspace: ClientCapabilities['workspace'],
): boolean {
  return (
    textDocument?.diagnostic != null &&
    (workspace?.diagnostics?.refreshSupport === true || textDocument.publishDiagnostics == null)
  );
}

/** Clients older than 3.18 say of pushed diagnostics what holds for those they ask for, too. */
function readDiagnosticSupport(
  textDocument: ClientCapabilities['textDocument'],
  isPull: boolean,
): DiagnosticSupport {
  const { diagnostic, publishDiagnostics } = textDocument ?? {};
  const said: readonly (DiagnosticsCapabilities | null | undefined)[] = isPull
    ? [diagnostic, publishDiagnostics]
    : [publishDiagnostics];
  return {
    relatedInformation: said.some((of) => of?.relatedInformation === true),
    codeDescription: said.some((of) => of?.codeDescriptionSupport === true),
    tags: new Set(said.flatMap((of) => of?.tagSupport?.valueSet ?? [])),
    version: publishDiagnostics?.versionSupport === true,
  };
}

function linkSupport(
  request: { readonly linkSupport?: boolean } | null | undefined,
): boolean | undefined {
  return request == null ? undefined : request.linkSupport === true;
}

/** The first that both sides know, in the order in which the client prefers them. */
function encodingOf(preferred: readonly string[] | null | undefined): PositionEncoding {
  return preferred?.find((name) => name === 'utf-8' || name === 'utf-16') ?? 'utf-16';
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

/**
 * The folder in which the server may keep what it has read, for the next start: `{storage: PATH}` of the
 * `initializationOptions`. Without it nothing is kept.
 */
export function readStorage(options: unknown): string | undefined {
  const { storage } = (options ?? {}) as { readonly storage?: unknown };
  return typeof storage === 'string' && isAbsolute(storage) ? storage : undefined;
}
