import { describePair } from './describe.js';

import type { PairRule } from './rule.js';

/** A value is another one later, and nothing on record says why. */
export const unexplainedChange: PairRule = {
  kind: 'pair',
  code: 'unexplained-change',
  level: 'information',
  summary: 'A value is another one later, and nothing on record says why.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} The value changed between these times and nothing says why. An event under \`events\`, an \`until\` or \`from\`, or \`supersedes\` would explain it.`,
};
