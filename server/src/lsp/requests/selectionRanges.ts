import { linesOf } from '../../features/context.js';
import { provideSelectionRange } from '../../features/selectionRanges.js';
import type { RequestKind } from '../requestHost.js';

export const selectionRanges: RequestKind = {
  capabilities: ({ selectionRanges: known }) => (known ? { selectionRangeProvider: true } : {}),
  register: (connection, host) => {
    connection.onSelectionRanges((params, token) =>
      host.answerIn(params, token, null, (context, uri) => {
        const lines = linesOf(context, uri);
        return params.positions.map((position) =>
          provideSelectionRange(context, uri, lines?.offsetAt(position, context.encoding) ?? 0),
        );
      }),
    );
  },
};
