import type {
  ClientCapabilities,
  InitializeParams,
  InlayHintClientCapabilities,
  SemanticTokensClientCapabilities,
} from 'vscode-languageserver/node';
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
  /** How it colours words; null for a client that does not. */
  readonly semanticTokens: TokensProfile | null;
  /** How it takes inlay hints; null for a client that shows none. */
  readonly inlayHints: { readonly parts: boolean; readonly tooltip: boolean } | null;
  readonly codeLens: boolean;
  /** Offers the command that shows the places behind a code lens. */
  readonly showsReferences: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
}

export interface TokensProfile {
  readonly full: boolean;
  readonly delta: boolean;
  readonly range: boolean;
  /** The names of types and modifiers that it knows. */
  readonly types: readonly string[];
  readonly modifiers: readonly string[];
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
    semanticTokens: tokensProfile(textDocument?.semanticTokens),
    inlayHints: hintsProfile(textDocument?.inlayHint),
    codeLens: textDocument?.codeLens != null,
    showsReferences: commandsIn(options).includes('policyFacts.showReferences'),
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

function tokensProfile(tokens: SemanticTokensClientCapabilities | undefined): TokensProfile | null {
  const { full, range } = tokens?.requests ?? {};
  const profile = {
    full: isAsked(full),
    delta: isAsked(full) && typeof full === 'object' && full.delta === true,
    range: isAsked(range),
    types: tokens?.tokenTypes ?? [],
    modifiers: tokens?.tokenModifiers ?? [],
  };
  return profile.full || profile.range ? profile : null;
}

/** `true` and an object say that a request is sent; what is absent or null, that it is not. */
function isAsked(request: boolean | object | undefined): boolean {
  return request != null && request !== false;
}

/** A client that can resolve a part of a hint knows what to do with that part. */
function hintsProfile(hints: InlayHintClientCapabilities | undefined): ClientProfile['inlayHints'] {
  const known = hints?.resolveSupport?.properties ?? [];
  return hints == null
    ? null
    : { parts: known.includes('label.location'), tooltip: known.includes('tooltip') };
}

function commandsIn(options: unknown): readonly unknown[] {
  const commands =
    typeof options === 'object' && options !== null && 'commands' in options
      ? options.commands
      : undefined;
  return Array.isArray(commands) ? commands : [];
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
