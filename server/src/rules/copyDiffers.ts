import { describePair, describeStretch } from './describe.js';
import type { PairRule } from './rule.js';

/** An article that repeats another gives a different value for the same statement. */
export const copyDiffers: PairRule = {
  kind: 'pair',
  code: 'copy-differs',
  level: 'warning',
  summary: 'An article that repeats another gives a different value.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)}${describeStretch(pair)} One article is based on the other, so one of the two was copied wrongly or corrected. Compare the articles; if the difference is meant, say so with \`acknowledged\` and a reason.`,
};
