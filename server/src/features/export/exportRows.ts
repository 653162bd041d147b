import { Big } from 'big.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Cell } from './column.js';
import { exportFacts } from './exportedFact.js';
import { factColumns } from './factColumns.js';

/** One row for each fact, a cell for each of {@link factColumns}; file by file. */
export function* exportRows(corpus: Corpus): Generator<readonly Cell[]> {
  const names = { entity: (id: string): string => corpus.register.nameOf(id) };
  for (const fact of exportFacts(corpus)) {
    yield factColumns.map(({ cell }) => cell(fact, names));
  }
}

/** What a double can hold; a figure beyond it would be no number to most readers. */
const LARGEST = new Big(Number.MAX_VALUE);

/** A decimal in digits, none lost, as JSON and CSV write numbers. */
export function digitsOf(number: Big): string {
  return (number.abs().gt(LARGEST) ? LARGEST.times(number.s) : number).toString();
}
