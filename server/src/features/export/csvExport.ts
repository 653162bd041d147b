import type { Corpus } from '../../corpus/corpus.js';
import { BYTE_ORDER_MARK, csvRow, type CsvValue } from './csv.js';
import type { Cell } from './column.js';
import { digitsOf, exportRows } from './exportRows.js';
import { factColumns } from './factColumns.js';

/** All facts as CSV, piece by piece: a row of names, then a row for each fact. */
export function* exportCsv(corpus: Corpus, withMark = false): Generator<string> {
  const header = csvRow(factColumns.map(({ name }) => name));
  yield withMark ? BYTE_ORDER_MARK + header : header;
  for (const row of exportRows(corpus)) {
    yield csvRow(row.map(csvValue));
  }
}

function csvValue(cell: Cell): CsvValue {
  return typeof cell === 'object' && cell !== null ? digitsOf(cell) : cell;
}
