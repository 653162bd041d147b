import type {
  ClientCapabilities,
  InlayHintClientCapabilities,
  SemanticTokensClientCapabilities,
} from 'vscode-languageserver/node';

/** What a client can do with aids to reading. */
export interface ReadingClient {
  /** How it colours words; null for a client that does not. */
  readonly semanticTokens: TokensProfile | null;
  /** How it takes inlay hints; null for a client that shows none. */
  readonly inlayHints: { readonly parts: boolean; readonly tooltip: boolean } | null;
  readonly codeLens: boolean;
  /** Offers the command that shows the places behind a code lens. */
  readonly showsReferences: boolean;
  /** Offers the command that shows a timeline. */
  readonly showsTimeline: boolean;
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
 * Reads what there is to know of colours, hints and lenses.
 * @param options the `initializationOptions`: `{commands: […]}` names commands that the client offers
 */
export function readingClient(
  textDocument: ClientCapabilities['textDocument'],
  workspace: ClientCapabilities['workspace'],
  options: unknown,
): ReadingClient {
  return {
    semanticTokens: tokensProfile(textDocument?.semanticTokens),
    inlayHints: hintsProfile(textDocument?.inlayHint),
    codeLens: textDocument?.codeLens != null,
    showsTimeline: commandsIn(options).includes('policyFacts.showTimeline'),
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
function hintsProfile(hints: InlayHintClientCapabilities | undefined): ReadingClient['inlayHints'] {
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
