import { describePair, describeStretch } from './describe.js';

import type { PairRule } from './rule.js';

/** Two articles give different values for one thing at one time. */
export const valueConflict: PairRule = {
  kind: 'pair',
  code: 'value-conflict',
  level: 'warning',
  summary: 'Two articles give different values for one thing at one time.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)}${describeStretch(pair)} They cannot both hold at one time. Correct one, mark one \`rank: deprecated\` with a reason, or give their times with \`from\` and \`until\`.`,
};
