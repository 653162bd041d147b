import { describePair, describeStretch } from './describe.js';

import type { PairRule } from './rule.js';

/** One article, in one voice, gives different values for one thing at one time. */
export const selfConflict: PairRule = {
  kind: 'pair',
  code: 'self-conflict',
  level: 'warning',
  summary: 'One article, in one voice, gives different values for one thing at one time.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)}${describeStretch(pair)} If they are about different times or things, say so with \`from\`, \`until\` or a qualifier; if not, correct one.`,
};
