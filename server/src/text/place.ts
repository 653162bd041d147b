import type { LineIndex, LineRange } from './lineIndex.js';
import type { Span } from './span.js';

/** A stretch of a file as people and programs read it: lines and columns from 1, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span as a place. */
export function placeOf(lines: LineIndex, span: Span): Place {
  return placeOfRange(lines.rangeAt(span, 'utf-16'));
}

/** A range in UTF-16 units as a place. */
export function placeOfRange({ start, end }: LineRange): Place {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
