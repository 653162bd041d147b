import type { TypeHierarchyItem } from 'vscode-languageserver/node';
import type { FeatureContext } from '../../features/context.js';
import {
  prepareTypeHierarchy,
  provideSubtypes,
  provideSupertypes,
} from '../../features/typeHierarchy.js';
import type { RequestHost, RequestKind } from '../requestHost.js';

export const typeHierarchy: RequestKind = {
  capabilities: ({ typeHierarchy: known }) => (known ? { typeHierarchyProvider: true } : {}),
  register: (connection, host) => {
    const { typeHierarchy: requests } = connection.languages;
    requests.onPrepare((params, token) =>
      host.answerAt<TypeHierarchyItem[]>(params, token, [], (...at) =>
        host.spelled(prepareTypeHierarchy(...at)),
      ),
    );
    requests.onSupertypes(({ item }, token) => answer(host, provideSupertypes, item, token));
    requests.onSubtypes(({ item }, token) => answer(host, provideSubtypes, item, token));
  },
};

function answer(
  host: RequestHost,
  provide: (context: FeatureContext, item: TypeHierarchyItem) => TypeHierarchyItem[],
  item: TypeHierarchyItem,
  token: Parameters<RequestHost['answer']>[0],
): ReturnType<typeof host.answer<TypeHierarchyItem[]>> {
  return host.answer(token, [], (context) => host.spelled(provide(context, item)));
}
