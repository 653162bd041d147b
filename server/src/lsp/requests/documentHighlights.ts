import { provideHighlights } from '../../features/highlights.js';
import type { RequestKind } from '../requestHost.js';

export const documentHighlights: RequestKind = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: (connection, host) => {
    connection.onDocumentHighlight((params, token) =>
      host.answerAt(params, token, [], provideHighlights),
    );
  },
};
