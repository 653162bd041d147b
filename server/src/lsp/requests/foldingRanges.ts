import { provideFoldingRanges } from '../../features/folding.js';
import type { RequestKind } from '../requestHost.js';

export const foldingRanges: RequestKind = {
  capabilities: ({ folding }) => (folding === undefined ? {} : { foldingRangeProvider: true }),
  register: (connection, host) => {
    connection.onFoldingRanges((params, token) =>
      host.answerIn(params, token, [], (...at) =>
        provideFoldingRanges(...at, host.profile.folding ?? { wholeLines: true, limit: Infinity }),
      ),
    );
  },
};
