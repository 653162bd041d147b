import type { Big } from 'big.js';
import type { ExportedFact } from './exportedFact.js';

/** What a cell holds. Decimals keep every digit until they are written. */
export type Cell = string | number | boolean | Big | null;

/**
 * The type of every cell of a column, in SQL's words. `BIGINT` and `DOUBLE` cells are numbers; a list
 * is a `VARCHAR` whose entries are parted by `|`.
 */
export type ColumnType = 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN';

/** A column of the table of facts. Any cell may be null. */
export interface Column {
  /** In snake case. */
  readonly name: string;
  readonly type: ColumnType;
  readonly cell: (fact: ExportedFact, names: Names) => Cell;
}

/** Names behind ids. */
export interface Names {
  readonly entity: (id: string) => string;
}
