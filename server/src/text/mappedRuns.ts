import { NumberRow } from './numberRow.js';

/**
 * How a stretch of a mapped text comes from its source. `exact`: every rendered character has its
 * own in the source; `whole`: the rendered characters together stand for the source stretch (`&`
 * for `&amp;`); `none`: the rendered characters are not in the source (its stretch is empty).
 */
export type RunKind = 'exact' | 'whole' | 'none';

const KINDS: readonly RunKind[] = ['exact', 'whole', 'none'];
const EXACT = 0;
const WHOLE = 1;
const NONE = 2;

/** A run is three numbers: where it starts, where its source starts, and source end × 4 + kind. */
const WIDTH = 3;

/**
 * The runs of a mapped text, in order and without gaps, in twelve bytes each: there are dozens in
 * every article. The source never goes back from one run to the next.
 */
export class MappedRuns {
  readonly #columns: Uint32Array;
  readonly #length: number;

  /** Use `MappedRunsBuilder`. */
  constructor(columns: Uint32Array, length: number) {
    this.#columns = columns;
    this.#length = length;
  }

  get count(): number {
    return this.#columns.length / WIDTH;
  }

  kind(run: number): RunKind {
    return KINDS[this.#at(run, 2) & 3] ?? 'none';
  }

  start(run: number): number {
    return this.#at(run, 0);
  }

  end(run: number): number {
    return run + 1 < this.count ? this.#at(run + 1, 0) : this.#length;
  }

  sourceStart(run: number): number {
    return this.#at(run, 1);
  }

  sourceEnd(run: number): number {
    return this.#at(run, 2) >>> 2;
  }

  /** The run that holds rendered index `i`, the last one when `i` is past the end, -1 without runs. */
  runAt(i: number): number {
    return Math.max(this.#lastFrom(0, i), Math.min(0, this.count - 1));
  }

  /** The last run with a source of its own that starts at or before the source offset, or -1. */
  lastMappedFrom(sourceOffset: number): number {
    let run = this.#lastFrom(1, sourceOffset);
    // Unmapped neighbours are one run, so this steps over one at most.
    while (run >= 0 && this.kind(run) === 'none') run--;
    return run;
  }

  /** Writes runs from one to before another to a place in other columns, their offsets that much further on. */
  writeTo(
    columns: Uint32Array,
    at: number,
    [first, after]: readonly [number, number],
    shift: number,
    sourceShift: number,
  ): void {
    const some = this.#columns.subarray(first * WIDTH, after * WIDTH);
    columns.set(some, at);
    if (shift === 0 && sourceShift === 0) return;
    for (let i = at; i < at + some.length; i += WIDTH) {
      columns[i] = (columns[i] ?? 0) + shift;
      columns[i + 1] = (columns[i + 1] ?? 0) + sourceShift;
      columns[i + 2] = (columns[i + 2] ?? 0) + sourceShift * 4;
    }
  }

  #at(run: number, column: number): number {
    return this.#columns[run * WIDTH + column] ?? 0;
  }

  /** The last run whose column is at most `limit`, or -1. */
  #lastFrom(column: number, limit: number): number {
    const columns = this.#columns;
    let low = -1;
    let high = columns.length / WIDTH - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((columns[middle * WIDTH + column] ?? 0) <= limit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Builds runs from left to right; source offsets must not decrease. Empty stretches are no runs. */
export class MappedRunsBuilder {
  readonly #columns = new NumberRow();
  #length = 0;
  /** Of the last run. */
  #kind = -1;
  #sourceEnd = 0;

  /** How many UTF-16 units have been rendered so far. */
  get length(): number {
    return this.#length;
  }

  /** Rendered characters that have their own in the source from `sourceStart` on. */
  exact(length: number, sourceStart: number): void {
    this.#add(EXACT, length, sourceStart, sourceStart + length, this.#sourceEnd === sourceStart);
  }

  /** Rendered characters that stand, as a whole, for a source stretch. */
  whole(length: number, sourceStart: number, sourceEnd: number): void {
    this.#add(WHOLE, length, sourceStart, sourceEnd, false);
  }

  /** Rendered characters that are not in the source. */
  none(length: number, sourceAt: number): void {
    this.#add(NONE, length, sourceAt, sourceAt, true);
  }

  /** Runs of others, from one of their rendered indices to another, with sources that much further on. */
  stretch(runs: MappedRuns, start: number, end: number, shift: number): void {
    if (start >= end || runs.count === 0) return;
    const first = runs.runAt(start);
    const last = runs.runAt(end - 1);
    this.#part(runs, first, start, end, shift);
    // Those between are taken over as they are, since no two neighbours among them could be one.
    if (last > first + 1) {
      const length = runs.start(last) - runs.start(first + 1);
      const width = (last - first - 1) * WIDTH;
      this.#columns.makeRoom(width);
      const further = this.#length - runs.start(first + 1);
      runs.writeTo(this.#columns.items, this.#columns.length, [first + 1, last], further, shift);
      this.#columns.length += width;
      this.#length += length;
      this.#kind = KINDS.indexOf(runs.kind(last - 1));
      this.#sourceEnd = runs.sourceEnd(last - 1) + shift;
    }
    if (last > first) this.#part(runs, last, start, end, shift);
  }

  /** What of a run of others is in a stretch of these. */
  #part(runs: MappedRuns, run: number, start: number, end: number, shift: number): void {
    const from = Math.max(runs.start(run), start);
    const length = Math.min(runs.end(run), end) - from;
    const sourceStart = runs.sourceStart(run) + shift;
    const kind = runs.kind(run);
    if (kind === 'exact') this.exact(length, sourceStart + from - runs.start(run));
    else if (kind === 'whole') this.whole(length, sourceStart, runs.sourceEnd(run) + shift);
    else this.none(length, sourceStart);
  }

  build(): MappedRuns {
    return new MappedRuns(this.#columns.take(), this.#length);
  }

  #add(kind: number, length: number, sourceStart: number, sourceEnd: number, joins: boolean): void {
    if (length === 0) return;
    const columns = this.#columns;
    if (joins && kind === this.#kind) {
      if (kind === EXACT) {
        this.#sourceEnd = sourceEnd;
        columns.items[columns.length - 1] = sourceEnd * 4 + kind;
      }
    } else {
      this.#kind = kind;
      this.#sourceEnd = sourceEnd;
      columns.push(this.#length);
      columns.push(sourceStart);
      columns.push(sourceEnd * 4 + kind);
    }
    this.#length += length;
  }
}
