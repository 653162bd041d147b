import { describePair } from './describe.js';
import type { Pair } from './pair.js';
import type { PairRule } from './rule.js';

/** Different values, and a missing date is what keeps them comparable. */
export const undatedConflict: PairRule = {
  kind: 'pair',
  code: 'undated-conflict',
  level: 'warning',
  summary: 'Different values, and a missing date is what keeps them comparable.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} ${missingDate(pair)} so they may contradict each other or not. To settle it add \`asOf\`, \`from\` or \`until\` to the fact, or \`published\` to the article.`,
};

/** Which side has no date, in words. */
function missingDate({ here, there }: Pair): string {
  if (here.time.kind === 'unknown' && there.time.kind === 'unknown') {
    return 'Neither has a date,';
  }
  return here.time.kind === 'unknown' ? 'This one has no date,' : 'The other has no date,';
}
