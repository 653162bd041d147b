import type { InlayHint } from 'vscode-languageserver/node';
import { provideInlayHints } from '../../features/inlayHints.js';
import type { RequestHost, RequestKind } from '../requestHost.js';

export const inlayHints: RequestKind = {
  capabilities: (profile) => (profile.inlayHints === null ? {} : { inlayHintProvider: true }),
  register: (connection, host) => {
    connection.languages.inlayHint.on((params, token) =>
      host.answerShown<InlayHint[]>('inlayHint', params, token, [], (context, uri) => {
        const span = host.spanOf(uri, params.range);
        const form = host.profile.inlayHints ?? { parts: false, tooltip: false };
        return span === undefined
          ? []
          : provideInlayHints(context, uri, span, host.readingAids.inlayHints, form).map((hint) =>
              spelled(host, hint),
            );
      }),
    );
  },
};

function spelled(host: RequestHost, hint: InlayHint): InlayHint {
  return typeof hint.label === 'string'
    ? hint
    : {
        ...hint,
        label: hint.label.map((part) =>
          part.location === undefined
            ? part
            : { ...part, location: host.spelled([part.location])[0] ?? part.location },
        ),
      };
}
