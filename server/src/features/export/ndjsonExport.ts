import type { Corpus } from '../../corpus/corpus.js';
import type { Cell } from './column.js';
import { digitsOf, exportRows } from './exportRows.js';
import { factColumns } from './factColumns.js';
import { wellFormed } from './wellFormed.js';

/**
 * All facts as newline-delimited JSON, piece by piece: an object a line, every column in every line.
 * Figures keep all their digits.
 */
export function* exportNdjson(corpus: Corpus): Generator<string> {
  const keys = factColumns.map(({ name }) => JSON.stringify(name));
  for (const row of exportRows(corpus)) {
    yield `{${row.map((cell, index) => `${keys[index] ?? ''}:${jsonCell(cell)}`).join(',')}}\n`;
  }
}

function jsonCell(cell: Cell): string {
  if (typeof cell === 'object' && cell !== null) return digitsOf(cell);
  return JSON.stringify(typeof cell === 'string' ? wellFormed(cell) : cell);
}
