import {
  ResponseError,
  type CancellationToken,
  type Range,
  type SemanticTokensParams,
} from 'vscode-languageserver/node';
import { canonicalUri } from '../../corpus/uri.js';
import { provideSemanticTokens } from '../../features/semanticTokens.js';
import { legendFor, type TokenLegend } from '../../features/tokenLegend.js';
import type { ClientProfile } from '../clientProfile.js';
import type { RequestKind } from '../requestHost.js';
import { TokenResults } from '../tokenResults.js';

export const semanticTokens: RequestKind = {
  capabilities: (profile) => {
    const { semanticTokens: client } = profile;
    if (client === null) {
      return {};
    }
    const { types, modifiers } = legendOf(profile);
    return {
      semanticTokensProvider: {
        legend: { tokenTypes: [...types], tokenModifiers: [...modifiers] },
        ...(client.full ? { full: client.delta ? { delta: true } : true } : {}),
        ...(client.range ? { range: true } : {}),
      },
    };
  },
  register: (connection, host) => {
    const { documents } = host;
    const results = new TokenResults((uri) => documents.version(uri) !== null);
    documents.onClose((uri) => {
      results.evict(uri);
    });
    const tokens = (
      params: SemanticTokensParams,
      token: CancellationToken,
      range?: Range,
    ): Promise<number[] | ResponseError> =>
      host.answerShown<number[]>('semanticTokens', params, token, [], (context, uri) => {
        const part = range && host.spanOf(uri, range);
        return provideSemanticTokens(context, uri, legendOf(host.profile), part);
      });
    const { semanticTokens: asked } = connection.languages;
    asked.on(async (params, token) => {
      const data = await tokens(params, token);
      return data instanceof ResponseError
        ? data
        : results.full(canonicalUri(params.textDocument.uri), data);
    });
    asked.onDelta(async (params, token) => {
      const data = await tokens(params, token);
      return data instanceof ResponseError
        ? data
        : results.delta(canonicalUri(params.textDocument.uri), data, params.previousResultId);
    });
    asked.onRange(async (params, token) => {
      const data = await tokens(params, token, params.range);
      return data instanceof ResponseError ? data : { data };
    });
  },
};

function legendOf({ semanticTokens: client }: ClientProfile): TokenLegend {
  return legendFor(new Set(client?.types), new Set(client?.modifiers));
}
