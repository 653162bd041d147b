import type { Span } from '../../text/span.js';
import type { Mark, YamlLine } from './yamlLines.js';

/** A step into an item of a list. */
export const ITEM = Symbol('item');

/** A step from a file's root: a key, or into an item of a list. */
export type Step = string | typeof ITEM;

/** An entry of a mapping. `value` covers what stands behind its colon, as far as it is told. */
export interface Entry {
  readonly key: string;
  readonly value: Span;
}

/** What is around a place. */
export interface Surroundings {
  readonly path: readonly Step[];
  /** For each step that is a key, the entries of the mapping that holds it. */
  readonly around: readonly (readonly Entry[])[];
  /** The other entries of the mapping in which the place itself is. */
  readonly entries: readonly Entry[];
}

interface Found extends Surroundings {
  /** Other items of a list stand at this very column. */
  readonly isItem: boolean;
  /** What stands beside it does so at another column, so that nothing fits here. */
  readonly isOutOfLine: boolean;
  /** The column of the key or dash it stands under; -1 at the root. */
  readonly outerColumn: number;
}

interface Inner {
  readonly kind: 'word' | 'dash' | 'key';
  readonly column: number;
}

/** The keys and dashes of a file, as columns that lead from one to the other. */
export class BlockMarks {
  private readonly marks: readonly Mark[];
  private readonly end: number;

  constructor(lines: readonly YamlLine[]) {
    this.marks = lines.flatMap(({ marks }) => marks);
    this.end = lines.at(-1)?.end ?? 0;
  }

  /** What is around a key of the file: the path ends with the key itself. */
  ofKey(key: Mark, lineStart: number): Surroundings {
    const index = this.marks.indexOf(key);
    const { path, around } = this.climb(
      index + 1,
      { kind: 'word', column: key.column + 1 },
      lineStart,
    );
    return { path, around, entries: [] };
  }

  /**
   * What is around a word that begins at an offset and stands at a column of its line.
   * @param own the key that the word is, where it is one already
   */
  ofWord(start: number, column: number, lineStart: number, own?: Mark): Found {
    const index = this.countBefore(start);
    const word = { kind: 'word', column } as const;
    const isItem = this.isItem(index, column);
    const found = this.climb(index, isItem ? { kind: 'dash', column } : word, lineStart);
    const parent = this.parentOf(index, isItem ? { kind: 'dash', column } : word);
    const outerColumn = this.marks[parent]?.column ?? -1;
    const entries = isItem ? [] : this.entriesOf(parent, column, lineStart, own);
    const isOutOfLine = !isItem && entries.length === 0 && this.hasOthers(parent, own);
    return { ...found, entries, isItem, isOutOfLine, outerColumn };
  }

  private countBefore(start: number): number {
    const index = this.marks.findIndex((mark) => mark.start >= start);
    return index < 0 ? this.marks.length : index;
  }

  private climb(index: number, inner: Inner, lineStart: number): Omit<Surroundings, 'entries'> {
    const path: Step[] = [];
    const around: (readonly Entry[])[] = [];
    let current = inner;
    let at = index;
    for (;;) {
      at = this.parentOf(at, current);
      const parent = this.marks[at];
      if (parent === undefined || parent.kind === 'document') {
        return { path: path.reverse(), around: around.reverse() };
      }
      if (parent.kind === 'key') {
        path.push(parent.text);
        around.push(this.entriesOf(this.parentOf(at, parent), parent.column, lineStart, parent));
      } else {
        path.push(ITEM);
        around.push([]);
      }
      current = { kind: parent.kind, column: parent.column };
    }
  }

  /** The mark that another one, or a word, stands under; a new document, or -1, for the root. */
  private parentOf(index: number, { kind, column }: Inner): number {
    for (let at = index - 1; at >= 0; at--) {
      const mark = this.marks[at];
      if (mark === undefined || mark.column < column) {
        return at;
      }
      // The dashes of a list may stand right below its key.
      if (kind === 'dash' && mark.kind === 'key' && mark.column === column) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the nearest mark above that is not deeper is a dash at this column, and no key is. */
  private isItem(index: number, column: number): boolean {
    for (let at = index - 1; at >= 0; at--) {
      const mark = this.marks[at];
      if (mark === undefined || mark.column < column) {
        return false;
      }
      if (mark.kind === 'dash' && mark.column === column) {
        const key = this.marks[this.parentOf(at, mark)];
        return key?.kind !== 'key' || key.column < column;
      }
      if (mark.kind === 'key' && mark.column === column) {
        return false;
      }
    }
    return false;
  }

  /** The keys at a column below a parent, but for one. */
  private entriesOf(
    parent: number,
    column: number,
    lineStart: number,
    own: Mark | undefined,
  ): readonly Entry[] {
    const entries: Entry[] = [];
    let open: Extract<Mark, { kind: 'key' }> | undefined;
    const close = (end: number): void => {
      if (open !== undefined && open !== own) {
        const start = open.colon + 1;
        // What is typed now is no part of the value above it.
        const limit = start <= lineStart && lineStart < end ? lineStart : end;
        entries.push({ key: open.text, value: { start, end: limit } });
      }
      open = undefined;
    };
    let stop = this.end;
    for (let at = parent + 1; at < this.marks.length; at++) {
      const mark = this.marks[at];
      if (mark === undefined || mark.column < column) {
        stop = mark?.start ?? stop;
        break;
      }
      if (mark.kind === 'key' && mark.column === column) {
        close(mark.start);
        open = mark;
      }
    }
    close(stop);
    return entries;
  }

  /** Whether anything stands below a parent, but for one key. */
  private hasOthers(parent: number, own: Mark | undefined): boolean {
    const above = this.marks[parent];
    const next = this.marks.slice(parent + 1, parent + 3).find((mark) => mark !== own);
    if (next === undefined || next.kind === 'document') {
      return false;
    }
    if (above === undefined || above.kind === 'document') {
      return true;
    }
    return (
      next.column > above.column ||
      (above.kind === 'key' && next.kind === 'dash' && next.column === above.column)
    );
  }
}
