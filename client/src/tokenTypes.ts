import type { FeatureState, StaticFeature } from 'vscode-languageclient/node';

/** The token types and modifiers that `package.json` contributes, so that themes colour them. */
export interface Contributions {
  readonly semanticTokenTypes: readonly { readonly id: string }[];
  readonly semanticTokenModifiers: readonly { readonly id: string }[];
}

/**
 * Tells the server that this client knows the extension's own token types and modifiers. The library
 * announces the standard ones only, and the server keeps to what is announced.
 */
export function ownTokenTypes(contributes: Contributions): StaticFeature {
  return {
    fillClientCapabilities: ({ textDocument }) => {
      const tokens = textDocument?.semanticTokens;
      tokens?.tokenTypes.push(...contributes.semanticTokenTypes.map(({ id }) => id));
      tokens?.tokenModifiers.push(...contributes.semanticTokenModifiers.map(({ id }) => id));
    },
    initialize: () => undefined,
    getState: (): FeatureState => ({ kind: 'static' }),
    clear: () => undefined,
  };
}
