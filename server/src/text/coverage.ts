import type { Span } from './span.js';

/** Tells whether some one of many spans covers another, without looking at each. */
export class Coverage {
  readonly #starts: readonly number[];
  /** The furthest end of the spans up to each, by where they start. */
  readonly #ends: readonly number[];

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    let furthest = -Infinity;
    this.#starts = sorted.map(({ start }) => start);
    this.#ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** As `covers` of one of the spans. */
  covers({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? Infinity) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#ends[low - 1] ?? -Infinity) >= end;
  }
}
