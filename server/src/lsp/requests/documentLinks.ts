import { provideDocumentLinks } from '../../features/documentLinks.js';
import type { RequestKind } from '../requestHost.js';

export const documentLinks: RequestKind = {
  capabilities: ({ documentLinks: known }) =>
    known ? { documentLinkProvider: { resolveProvider: false } } : {},
  register: (connection, host) => {
    connection.onDocumentLinks((params, token) =>
      host.answerIn(params, token, [], (...at) =>
        provideDocumentLinks(...at).map((link) => ({
          ...link,
          ...(link.target === undefined ? {} : { target: host.documents.spelling(link.target) }),
        })),
      ),
    );
  },
};
