import { describePair } from './describe.js';

import type { PairRule } from './rule.js';

/** Two facts of one slot whose units do not convert into each other. */
export const unitMismatch: PairRule = {
  kind: 'pair',
  code: 'unit-mismatch',
  level: 'error',
  summary: 'Two facts of one slot whose units do not convert into each other.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} These units do not convert. Correct the unit of one, or give the two different properties.`,
};
