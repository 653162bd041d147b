import { describePair } from './describe.js';
import type { PairRule } from './rule.js';

/** Something planned, required or pledged for a time, and a fact in that time that differs. */
export const planNotMet: PairRule = {
  kind: 'pair',
  code: 'plan-not-met',
  level: 'information',
  summary: 'What was planned, required or pledged for a time is not what is stated of that time.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} A plan and a fact may differ; if one of them is misread, correct it.`,
};
