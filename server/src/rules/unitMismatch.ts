import { describePair } from './describe.js';

import type { PairRule } from './rule.js';

/** Two facts of one slot whose units do not convert into each other. */
export const unitMismatch: PairRule = {
  kind: 'pair',
  code: 'unit-mismatch',
  level: 'error',
  summary: 'Two facts of one slot whose units do not convert into each other.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} These units cannot be converted into each other. Correct one, or give the two facts different properties.`,
};
