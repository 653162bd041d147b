import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import { firstDay, lastDay } from './explainedChange.js';

/** Which facts of a slot follow one another in time. Facts are named by their position in it. */
export class ChangesInTime {
  private readonly groups: readonly ModalityGroup[];
  private readonly starts: Float64Array;
  /** For each fact, the earliest day on which one that began after it was over. */
  private readonly nextOver: Float64Array;

  /** @param facts of one slot; deprecated ones lie between nothing */
  constructor(facts: readonly BoundFact[]) {
    this.groups = facts.map(({ group }) => group);
    this.starts = Float64Array.from(facts, ({ time }) => firstDay(time));
    this.nextOver = new Float64Array(facts.length).fill(Infinity);
    const ends = Float64Array.from(facts, ({ time }) => lastDay(time));
    const at = (days: Float64Array, position: number): number => days[position] ?? 0;
    for (const group of new Set(this.groups)) {
      const live = [...facts.keys()].filter(
        (position) => this.groups[position] === group && facts[position]?.rank !== 'deprecated',
      );
      const latestStartFirst = live.toSorted((a, b) =>
        compare(at(this.starts, b), at(this.starts, a)),
      );
      const latestEndFirst = live.toSorted((a, b) => compare(at(ends, b), at(ends, a)));
      // Back in time those that begin once a fact is over only become more.
      let earliest = Infinity;
      let next = 0;
      for (const position of latestEndFirst) {
        for (; next < latestStartFirst.length; next++) {
          const later = latestStartFirst[next] ?? 0;
          if (at(this.starts, later) < at(ends, position)) {
            break;
          }
          earliest = Math.min(earliest, at(ends, later));
        }
        this.nextOver[position] = earliest;
      }
    }
  }

  /** Whether a third fact of their group lies wholly between these two, whichever comes first. */
  skip(a: number, b: number): boolean {
    return this.groups[a] === this.groups[b] && (this.isBetween(a, b) || this.isBetween(b, a));
  }

  private isBetween(earlier: number, later: number): boolean {
    return (this.nextOver[earlier] ?? Infinity) <= (this.starts[later] ?? -Infinity);
  }
}

/** Infinities compare too, which their difference does not. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
