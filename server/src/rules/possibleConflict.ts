import type { FactTime } from '../values/factTime.js';
import { describePair } from './describe.js';
import { firstDay, lastDay } from './explainedChange.js';
import type { Pair } from './pair.js';
import type { PairRule } from './rule.js';

/** Different values whose times may or may not overlap. */
export const possibleConflict: PairRule = {
  kind: 'pair',
  code: 'possible-conflict',
  level: 'information',
  summary: 'Different values whose times may or may not overlap.',
  message: (pair, corpus) =>
    `${describePair(pair, corpus)} Whether both hold at one time cannot be decided. ${whatWouldDecide(pair)}`,
};

/** Names the key that would decide whether the two times overlap. */
function whatWouldDecide({ here, there }: Pair): string {
  const wishes = [
    wish(here.time, there.time, 'here'),
    wish(there.time, here.time, 'at the other fact'),
  ];
  const [best] = wishes.flat().sort((a, b) => a.rank - b.rank);
  return best === undefined
    ? 'More exact dates would decide it.'
    : `${best.words} would decide it.`;
}

interface Wish {
  /** The lower, the more it helps: an exact date is of little use beside an end that is open. */
  readonly rank: number;
  readonly words: string;
}

function wish(time: FactTime, other: FactTime, where: string): readonly Wish[] {
  switch (time.kind) {
    case 'unknown':
      return [{ rank: 0, words: `A date (\`asOf\`, or \`from\` and \`until\`) ${where}` }];
    case 'span':
      if (!time.statedEnd && lastDay(other) > time.earliestEnd) {
        return [{ rank: 1, words: `An \`until\` ${where}` }];
      }
      return !time.statedStart && firstDay(other) < time.latestStart
        ? [{ rank: 1, words: `A \`from\` ${where}` }]
        : [];
    case 'instant':
      if (time.range.hedged) {
        return [{ rank: 2, words: `A more exact date ${where}` }];
      }
      return time.presumed
        ? [{ rank: 2, words: `An \`asOf\`, or \`from\` and \`until\`, ${where}` }]
        : [];
  }
}
