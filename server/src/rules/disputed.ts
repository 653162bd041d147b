import {
  describePair,
  describePlace,
  describeSlot,
  describeSource,
  describeStatement,
} from './describe.js';
import { isLinked, linksTo } from './judgePair.js';
import type { PairRule } from './rule.js';

/** Different sources give different values, or one denies what another says. */
export const disputed: PairRule = {
  kind: 'pair',
  code: 'disputed',
  level: 'information',
  summary: 'Different sources give different values, or one denies what another says.',
  message: (pair, corpus) => {
    const { here, there } = pair;
    if (!isLinked(here, there, corpus)) {
      return `${describePair(pair, corpus)} The sources disagree. Both may stay on record: \`disputes\` links them, \`rank: preferred\` says which one to follow.`;
    }
    const other = `${describeSlot(there, corpus)}: ${describeStatement(there)} (${describeSource(there, corpus)})`;
    const verb = linksTo(there, here, corpus) ? 'This is contradicted by' : 'This contradicts';
    return `${verb} ${describePlace(pair)}: ${other}. The two are linked, so both stay on record.`;
  },
};
