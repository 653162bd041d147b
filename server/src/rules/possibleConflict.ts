import type { FactTime } from '../values/factTime.js';
import { describePair } from './describe.js';
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
  const missing = [wanted(here.time), wanted(there.time)];
  const [mine, other] = missing;
  if (mine !== undefined) {
    return `${mine} here would decide it.`;
  }
  return other === undefined
    ? 'More exact dates would decide it.'
    : `${other} at the other fact would decide it.`;
}

function wanted(time: FactTime): string | undefined {
  switch (time.kind) {
    case 'unknown':
      return 'A date (`asOf`, or `from` and `until`)';
    case 'span':
      return !time.statedEnd ? 'An `until`' : !time.statedStart ? 'A `from`' : undefined;
    case 'instant':
      return time.range.hedged
        ? 'A more exact date'
        : time.presumed
          ? 'An `asOf`, or `from` and `until`,'
          : undefined;
  }
}
