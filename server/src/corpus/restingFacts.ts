import { factTime, type FactTime } from '../values/factTime.js';
import {
  BoundFact,
  type BindingProblem,
  type FactFile,
  type FactHead,
  type FactStatement,
} from './boundFact.js';

/** What facts say of what they are about, by row: null stands for the time and the voice of the article itself. */
export interface FactCells extends Omit<FactStatement, 'time' | 'voices' | 'problems'> {
  readonly time: FactTime | null;
  readonly voices: readonly string[] | null;
  readonly start: number;
  readonly end: number;
}

/** Where it stands. */
export interface FactRows {
  headOf(row: number): FactHead;
  cellsOf(row: number): FactCells;
  /** From here on an object is the fact in a row. */
  wake(row: number, bound: BoundFact): void;
}

/**
 * The facts of a file that nobody works with: rows of the table of all facts. Objects are made of them for
 * whoever asks. One that somebody keeps is held, and is then the object of that fact for good.
 */
export class RestingFacts {
  /** By position; null where none is held, as of most files. */
  private held: Map<number, BoundFact> | null = null;
  private ownVoice: readonly string[] | null = null;

  /**
   * @param length how many there are
   * @param first the row of the first fact
   * @param scattered the rows of all, where they do not follow one another
   */
  constructor(
    private readonly table: FactRows,
    private readonly file: FactFile,
    readonly length: number,
    private readonly first: number,
    private readonly scattered: readonly number[] | null = null,
  ) {}

  /** The fact at a position, for now: not to be kept. */
  at(position: number): BoundFact | undefined {
    const isFact = position >= 0 && position < this.length;
    return isFact ? (this.held?.get(position) ?? this.made(position, noProblems)) : undefined;
  }

  /** The rows of the table that they stand in. */
  *rows(): Iterable<number> {
    for (let position = 0; position < this.length; position++) {
      yield this.rowOf(position);
    }
  }

  private rowOf(position: number): number {
    return this.scattered?.[position] ?? this.first + position;
  }

  /** The fact in a row of the table. */
  inRow(row: number): BoundFact | undefined {
    return this.at(this.scattered?.indexOf(row) ?? row - this.first);
  }

  all(): readonly BoundFact[] {
    return Array.from({ length: this.length }, (_, position) => this.at(position)).flatMap(
      (bound) => bound ?? [],
    );
  }

  /** From here on an object is that of its fact. */
  hold(bound: BoundFact): BoundFact {
    const { position } = bound;
    const held = (this.held ??= new Map<number, BoundFact>());
    const known = held.get(position);
    if (known !== undefined) {
      return known;
    }
    bound.isHeld = true;
    bound.head.letGo();
    held.set(position, bound);
    return bound;
  }

  /** What was wrong with a fact is kept with an object of it. */
  holdProblems(position: number, problems: readonly BindingProblem[]): void {
    this.hold(this.made(position, problems));
  }

  /** Nobody makes objects of these rows any more: from here on, the objects are the facts. */
  wake(): readonly BoundFact[] {
    const facts = this.all();
    facts.forEach((bound, position) => {
      this.table.wake(this.rowOf(position), bound);
    });
    return facts;
  }

  private made(position: number, problems: readonly BindingProblem[]): BoundFact {
    const { table, file } = this;
    const row = this.rowOf(position);
    const { start, end, ...said } = table.cellsOf(row);
    const statement = {
      value: said.value,
      valueText: said.valueText,
      time: said.time ?? factTime({}, file.info.published),
      voices: said.voices ?? (this.ownVoice ??= [`article:${file.info.uri}`]),
      packed: said.packed,
      problems,
    };
    const bound = new BoundFact(table.headOf(row), statement, file, position, start, end);
    bound.row = row;
    return bound;
  }
}

const noProblems: readonly BindingProblem[] = [];
