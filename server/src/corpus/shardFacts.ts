import type { BoundFact } from './boundFact.js';
import { timeText, valueText } from './shardValues.js';
import type { StringTable } from './stringTable.js';

/** The columns of facts. Most hold numbers of texts; -1 stands for nothing. */
export const columnNames = [
  'subject',
  'propertyId',
  /** JSON of the property. */
  'property',
  /** JSON: see `shardValues.ts`. */
  'value',
  'valueText',
  'time',
  /** JSON of the list; -1 for the article's own voice. */
  'voices',
  /** JSON of the pairs; -1 for none. */
  'conditions',
  /** 1 for a fact that has a slot. */
  'compared',
  /** Offsets. */
  'start',
  'end',
  /** Small things side by side: see `packedFact.ts`. */
  'packed',
] as const;
export type ColumnName = (typeof columnNames)[number];

export type Columns = Readonly<Record<ColumnName, Int32Array>>;

/** Collects facts, column by column. */
export class FactColumns {
  private readonly cells: Record<ColumnName, number[]> = emptyCells();
  /** The numbers of things that many facts share. */
  private readonly shared = new Map<object, number>();

  constructor(private readonly strings: StringTable) {}

  add(bound: BoundFact): void {
    const { strings, cells } = this;
    const { start, end } = bound.span;
    cells.subject.push(strings.numberOf(bound.subject));
    cells.propertyId.push(strings.numberOf(bound.propertyId));
    cells.property.push(this.numberOf(bound.property, JSON.stringify));
    cells.value.push(bound.value === null ? -1 : strings.numberOf(valueText(bound.value)));
    cells.valueText.push(strings.numberOf(bound.valueText));
    cells.time.push(this.numberOf(bound.time, timeText));
    cells.voices.push(bound.ownVoice ? -1 : this.numberOf(bound.voices, JSON.stringify));
    cells.conditions.push(
      bound.conditions.length === 0 ? -1 : strings.numberOf(JSON.stringify(bound.conditions)),
    );
    cells.compared.push(Number(bound.head.isCompared));
    cells.start.push(start);
    cells.end.push(end);
    cells.packed.push(bound.packed);
  }

  private numberOf<T extends object>(thing: T | null, text: (thing: T) => string): number {
    if (thing === null) {
      return -1;
    }
    const number = this.shared.get(thing) ?? this.strings.numberOf(text(thing));
    this.shared.set(thing, number);
    return number;
  }

  columns(): Columns {
    return Object.fromEntries(
      columnNames.map((name) => [name, Int32Array.from(this.cells[name])]),
    ) as Record<ColumnName, Int32Array>;
  }
}

function emptyCells(): Record<ColumnName, number[]> {
  return Object.fromEntries(columnNames.map((name) => [name, []])) as unknown as Record<
    ColumnName,
    number[]
  >;
}
