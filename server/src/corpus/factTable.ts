import type { FactTime } from '../values/factTime.js';
import type { Value } from '../values/value.js';
import type { BoundFact, FactFile, FactHead, FactStatement } from './boundFact.js';
import type { FactHeads } from './factHeads.js';
import type { Interner } from './interner.js';
import { NumberedThings } from './numberedThings.js';
import { NumberList } from './numberTable.js';
import { isOwnVoiceIn } from './packedFact.js';
import { RestingFacts, type FactCells, type FactRows } from './restingFacts.js';

/** What stands for something that need not be put down. */
const USUAL = -1;
/** From here down, a value is free text: the number of the text is counted downwards. */
const FIRST_TEXT = -2;

/** What a fact says of what it is about, as it is put down. */
export type Said = Omit<FactStatement, 'problems'> & {
  readonly start: number;
  readonly end: number;
};

/** A fact that is put down without an object. */
export interface RestingFact {
  /** The number of its head. */
  readonly head: number;
  readonly said: Said;
}

/**
 * All facts of the corpus, a row each. A fact of a file that somebody works with is an object, and its row says
 * only what it is about; of all others everything that comparing needs stands in columns of numbers.
 */
export class FactTable implements FactRows {
  /** By row: the object of a fact, or the facts of the file that rests. */
  private readonly owners: (BoundFact | RestingFacts | null)[] = [];
  private readonly free: number[] = [];
  private readonly heads = new NumberList();
  private readonly values = new NumberList();
  private readonly valueTexts = new NumberList();
  private readonly times = new NumberList();
  private readonly voices = new NumberList();
  private readonly packed = new NumberList();
  private readonly starts = new NumberList();
  private readonly ends = new NumberList();
  private readonly knownValues = new NumberedThings<Value | null>();
  private readonly knownTimes = new NumberedThings<FactTime>();
  private readonly knownVoices = new NumberedThings<readonly string[]>();

  constructor(
    private readonly factHeads: FactHeads,
    private readonly interner: Interner,
  ) {}

  /** How many rows there are, free ones among them. */
  get length(): number {
    return this.owners.length;
  }

  /** @returns the fact's row */
  add(bound: BoundFact): number {
    const row = this.free.pop() ?? this.anotherRow();
    this.owners[row] = bound;
    this.heads.set(row, bound.head.number);
    bound.row = row;
    return row;
  }

  remove(row: number): void {
    this.owners[row] = null;
    this.free.push(row);
  }

  head(row: number): number {
    return this.heads.at(row);
  }

  headOf(row: number): FactHead {
    return this.factHeads.at(this.heads.at(row));
  }

  /** The object of a fact: for now, where its file rests. */
  boundIn(row: number): BoundFact | undefined {
    const owner = this.owners[row];
    return owner instanceof RestingFacts ? owner.inRow(row) : (owner ?? undefined);
  }

  /** Somebody works with a fact again. */
  wake(row: number, bound: BoundFact): void {
    this.owners[row] = bound;
  }

  /** Puts down the facts of a file, so that their objects can go. Those that somebody keeps stay. */
  rest(file: FactFile, facts: readonly BoundFact[]): RestingFacts {
    const first = facts[0]?.row ?? 0;
    const scattered = facts.some(({ row }, position) => row !== first + position)
      ? facts.map(({ row }) => row)
      : null;
    const resting = new RestingFacts(this, file, facts.length, first, scattered);
    for (const bound of facts) {
      const { row, value, valueText, time, voices, packed, span } = bound;
      this.putDown(row, { value, valueText, time, voices, packed, ...span });
      this.owners[row] = resting;
      if (bound.isHeld || bound.problems.length > 0) {
        resting.hold(bound);
      }
    }
    return resting;
  }

  /** Adds so many facts of a file that rests, of which there are no objects. */
  addResting(
    file: FactFile,
    length: number,
    factAt: (position: number) => RestingFact,
  ): RestingFacts {
    const resting = new RestingFacts(this, file, length, this.length);
    for (let position = 0; position < length; position++) {
      const { head, said } = factAt(position);
      const row = this.anotherRow();
      this.owners[row] = resting;
      this.heads.set(row, head);
      this.putDown(row, said);
    }
    return resting;
  }

  private putDown(row: number, said: Said): void {
    const { value, valueText, time, voices, packed, start, end } = said;
    const isPresumed = time.kind === 'instant' && time.presumed;
    const isText = value?.kind === 'text' && value.text === valueText;
    this.values.set(
      row,
      value?.kind === 'text'
        ? FIRST_TEXT - this.interner.numberOf(value.text)
        : this.knownValues.numberOf(value),
    );
    this.valueTexts.set(row, isText ? USUAL : this.interner.numberOf(valueText));
    this.times.set(row, isPresumed ? USUAL : this.knownTimes.numberOf(time));
    this.voices.set(row, isOwnVoiceIn(packed) ? USUAL : this.knownVoices.numberOf(voices));
    this.packed.set(row, packed);
    this.starts.set(row, start);
    this.ends.set(row, end);
  }

  /** What was put down of a fact. */
  cellsOf(row: number): FactCells {
    const value = this.valueIn(row);
    const [text, time] = [this.valueTexts.at(row), this.times.at(row)];
    const voices = this.voices.at(row);
    return {
      value,
      valueText:
        text !== USUAL ? this.interner.textAt(text) : value?.kind === 'text' ? value.text : '',
      time: time === USUAL ? null : (this.knownTimes.at(time) ?? null),
      voices: voices === USUAL ? null : (this.knownVoices.at(voices) ?? null),
      packed: this.packed.at(row),
      start: this.starts.at(row),
      end: this.ends.at(row),
    };
  }

  /** A folder is read: there will be few more facts. */
  endOfFolder(): void {
    this.knownTimes.forget();
    this.knownVoices.forget();
  }

  private valueIn(row: number): Value | null {
    const number = this.values.at(row);
    return number <= FIRST_TEXT
      ? { kind: 'text', text: this.interner.textAt(FIRST_TEXT - number) }
      : (this.knownValues.at(number) ?? null);
  }

  private anotherRow(): number {
    const row = this.owners.push(null) - 1;
    for (const column of this.columns) {
      column.reach(row);
    }
    return row;
  }

  private get columns(): readonly NumberList[] {
    const { heads, values, valueTexts, times, voices, packed, starts, ends } = this;
    return [heads, values, valueTexts, times, voices, packed, starts, ends];
  }
}
