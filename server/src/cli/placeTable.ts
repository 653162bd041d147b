import type { LineIndex, LineRange } from '../text/lineIndex.js';
import { placeOf, placeOfRange, type Place } from '../text/place.js';
import type { Span } from '../text/span.js';

/** A stretch of a file, whose lines are known already or are to be looked up. */
export interface Stretch {
  readonly uri: string;
  readonly span: Span;
  readonly range?: LineRange | undefined;
}

/** Numbers that a place takes. */
const WIDTH = 4;

const unknown: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/**
 * The lines and columns of many stretches, as numbers in a row: tens of thousands of findings point to
 * as many files. The lines of a file are looked up for all of them together, so that it is read once.
 */
export class PlaceTable {
  private readonly numbers: number[] = [];
  /** Of those whose lines are not known yet, by file. */
  private readonly unplaced = new Map<string, number[]>();

  /** @returns its number: the first is 0, the next is 1 */
  add({ uri, span, range }: Stretch): number {
    const number = this.numbers.length / WIDTH;
    if (range === undefined) {
      const inFile = this.unplaced.get(uri);
      if (inFile === undefined) {
        this.unplaced.set(uri, [number]);
      } else {
        inFile.push(number);
      }
      this.numbers.push(span.start, span.end, 0, 0);
    } else {
      const { line, column, endLine, endColumn } = placeOfRange(range);
      this.numbers.push(line, column, endLine, endColumn);
    }
    return number;
  }

  /**
   * Looks up the lines of what was added. Until then a place is not to be asked for.
   * @param linesOf the lines of a file; undefined where it is not there
   */
  lookUp(linesOf: (uri: string) => LineIndex | undefined): void {
    for (const [uri, numbers] of this.unplaced) {
      const lines = linesOf(uri);
      for (const number of numbers) {
        const at = number * WIDTH;
        const [start = 0, end = 0] = [this.numbers[at], this.numbers[at + 1]];
        const place = lines === undefined ? unknown : placeOf(lines, { start, end });
        this.numbers[at] = place.line;
        this.numbers[at + 1] = place.column;
        this.numbers[at + 2] = place.endLine;
        this.numbers[at + 3] = place.endColumn;
      }
    }
    this.unplaced.clear();
  }

  place(number: number): Place {
    const at = number * WIDTH;
    return {
      line: this.numbers[at] ?? unknown.line,
      column: this.numbers[at + 1] ?? unknown.column,
      endLine: this.numbers[at + 2] ?? unknown.endLine,
      endColumn: this.numbers[at + 3] ?? unknown.endColumn,
    };
  }
}
