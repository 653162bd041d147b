import type { BoundFact } from '../corpus/boundFact.js';
import { firstDay, lastDay } from './explainedChange.js';

/**
 * Which of the facts of a slot follow one another in time. Answers for a pair in one step whether a
 * third fact lies wholly between the two.
 */
export class ChangesInTime {
  /** For each fact, the earliest day on which a fact that began after it was over. */
  private readonly overBy = new Map<BoundFact, number>();

  /** @param facts of one slot; deprecated ones lie between nothing */
  constructor(facts: readonly BoundFact[]) {
    const live = facts.filter(({ fact }) => fact.rank !== 'deprecated');
    for (const group of new Set(live.map((bound) => bound.group))) {
      const members = live.filter((bound) => bound.group === group);
      const byStart = [...members].sort((a, b) => order(firstDay(a.time), firstDay(b.time)));
      const byEnd = [...members].sort((a, b) => order(lastDay(b.time), lastDay(a.time)));
      // Both from the latest day back: those that begin once this one is over are a growing set.
      let earliest = Infinity;
      let next = byStart.length - 1;
      for (const bound of byEnd) {
        const end = lastDay(bound.time);
        for (; next >= 0; next--) {
          const later = byStart[next];
          if (later === undefined || firstDay(later.time) < end) {
            break;
          }
          earliest = Math.min(earliest, lastDay(later.time));
        }
        this.overBy.set(bound, earliest);
      }
    }
  }

  /** True when a third fact of their group lies wholly between the two, whichever comes first. */
  skips(a: BoundFact, b: BoundFact): boolean {
    return this.isBetween(a, b) || this.isBetween(b, a);
  }

  private isBetween(earlier: BoundFact, later: BoundFact): boolean {
    const over = this.overBy.get(earlier);
    return over !== undefined && over <= firstDay(later.time);
  }
}

/** Infinities compare too, which their difference does not. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
