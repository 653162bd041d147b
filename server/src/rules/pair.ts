import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { TimeRelation } from '../values/factTime.js';

/** How the times of two facts relate. `unknown`: one of them has no date at all. */
export type PairTimes = TimeRelation | { readonly relation: 'unknown' };

/** Two facts of one slot, or two that a link ties together, seen from the end of `here`. */
export interface Pair {
  readonly here: BoundFact;
  readonly there: BoundFact;
  readonly times: PairTimes;
}

/** What a finding about a pair is made of, besides its rule and its severity. */
export interface MadeOfPair {
  readonly pair: Pair;
  /** How many others like this are left out. */
  readonly more: number;
}

/** The same pair of facts that can be kept: as objects that follow when a file is edited. */
export function heldPair({ here, there, times }: Pair, corpus: Corpus): Pair {
  return { here: corpus.hold(here), there: corpus.hold(there), times };
}

/** The same pair seen from its other end. */
export function turned({ here, there, times }: Pair): Pair {
  if (times.relation === 'apart' && times.order !== undefined) {
    const order = times.order === 'before' ? 'after' : 'before';
    return { here: there, there: here, times: { ...times, order } };
  }
  return { here: there, there: here, times };
}
