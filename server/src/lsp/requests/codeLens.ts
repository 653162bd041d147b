import type { CodeLens } from 'vscode-languageserver/node';
import {
  provideCodeLenses,
  readDefinitionLens,
  resolveCodeLens,
  type LensForm,
} from '../../features/codeLens.js';
import type { RequestHost, RequestKind } from '../requestHost.js';

export const codeLens: RequestKind = {
  capabilities: ({ codeLens }) => (codeLens ? { codeLensProvider: { resolveProvider: true } } : {}),
  register: (connection, host) => {
    connection.onCodeLens((params, token) =>
      host.answerShown<CodeLens[]>('codeLens', params, token, [], (context, uri) =>
        host.readingAids.codeLens ? provideCodeLenses(context, uri, formOf(host)) : [],
      ),
    );
    connection.onCodeLensResolve((lens, token) => {
      const asked = readDefinitionLens(lens.data);
      return asked === undefined
        ? lens
        : host.answerPart<CodeLens>(
            'codeLens',
            asked.uri,
            token,
            lens,
            `${asked.kind} ${asked.id} ${asked.aspect}`,
            (context) => resolveCodeLens(context, lens, asked, formOf(host)),
          );
    });
  },
};

function formOf(host: RequestHost): LensForm {
  return {
    showsTimeline: host.profile.showsTimeline,
    showsReferences: host.profile.showsReferences,
    spelled: (places) => host.spelled(places),
  };
}
