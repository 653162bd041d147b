import { describePair, describeStretch } from './describe.js';

import type { PairRule } from './rule.js';

/** Different values, but one is approximate or not certain. */
export const hedgedConflict: PairRule = {
  kind: 'pair',
  code: 'hedged-conflict',
  level: 'information',
  summary: 'Different values, but one is approximate or not certain.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)}${describeStretch(pair)} One of them is approximate or not certain, so they may not contradict each other. A more exact figure would settle it.`,
};
