import { flowCursor } from './yamlFlowCursor.js';
import { readLines, type Leaf, type Mark, type YamlLine } from './yamlLines.js';
import { lineEnd, skipSpaces } from './yamlScan.js';
import { BlockMarks, type Surroundings } from './yamlSurroundings.js';
import { plainWord, quotedWord, type Word } from './yamlWord.js';

/** What may be typed at a place. */
export type PlaceKind =
  /** A key of a mapping that has other keys, or stands between braces. */
  | 'key'
  /** A single value, behind `key:` or between brackets. */
  | 'value'
  /** Anything: a value, or the first key of a mapping. */
  | 'node'
  /** A dash of a list whose other items stand at this column. */
  | 'item';

interface Place extends Surroundings {
  readonly kind: PlaceKind;
  /** Between brackets or braces. */
  readonly flow: boolean;
  /** A colon follows: the key has a value already. */
  readonly hasColon: boolean;
  /** Directly behind a colon, where YAML wants a space. */
  readonly needsSpace: boolean;
  /** Where the word begins on its line. */
  readonly column: number;
  /** The column of the key or dash it belongs to; -1 at the root. */
  readonly outerColumn: number;
  /** The white space that begins the line. */
  readonly margin: string;
}

/** A place in a YAML text where somebody types. Offsets are UTF-16. */
export type YamlCursor = Place & Word;

type KeyMark = Extract<Mark, { kind: 'key' }>;

/**
 * Where an offset stands in a YAML text that may be half typed. Undefined where nothing can be
 * typed without breaking what is there, and in comments and texts of several lines.
 */
export function yamlCursorAt(text: string, offset: number): YamlCursor | undefined {
  const lines = readLines(text);
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[index];
  if (line === undefined || offset > line.end) {
    return undefined; // in a byte order mark, or between CR and LF
  }
  return new LineCursor(text, offset, lines, index, line).find();
}

class LineCursor {
  private readonly marks: BlockMarks;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly lines: readonly YamlLine[],
    private readonly index: number,
    private readonly line: YamlLine,
  ) {
    this.marks = new BlockMarks(lines);
  }

  find(): YamlCursor | undefined {
    const { line, offset } = this;
    const before = this.lines[this.index - 1]?.leaf;
    if (before?.kind === 'flow' && before.start < offset && offset < before.end) {
      return this.inFlow(before);
    }
    if (
      line.kind === 'continued' ||
      line.kind === 'comment' ||
      line.marks.some(({ kind }) => kind === 'document')
    ) {
      return undefined;
    }
    const key = line.marks.find((mark) => mark.kind === 'key');
    if (key !== undefined && key.start <= offset && offset <= key.end) {
      return this.onKey(key);
    }
    const mark = line.marks.findLast(({ start }) => start < offset);
    const behind = mark === undefined ? line.start : endOfMark(mark);
    if (offset < behind || line.marks.some(({ start }) => offset <= start)) {
      return undefined;
    }
    return this.behind(mark);
  }

  private behind(mark: Mark | undefined): YamlCursor | undefined {
    const { line, offset, text } = this;
    const { leaf } = line;
    if (line.kind === 'blank' || leaf.kind === 'empty') {
      // Text directly before a comment would swallow its mark.
      return text[offset] === '#' ? undefined : this.onNothing(mark);
    }
    if (leaf.kind === 'flow' && leaf.start < offset) {
      return this.inFlow(leaf);
    }
    const word = this.wordOf(leaf);
    if (word === undefined) {
      return undefined;
    }
    const place = mark?.kind === 'key' ? this.valueOf(mark) : this.placeOf(leaf.start);
    return place && { ...place, ...word };
  }

  /** A key in quotation marks is left alone. */
  private onKey(key: KeyMark): YamlCursor | undefined {
    const { start, end } = key;
    if (/["']/.test(this.text.charAt(start))) {
      return undefined;
    }
    const place = this.placeOf(start, key);
    return place && { ...place, ...plainWord(this.text, this.offset, { start, end }) };
  }

  /** Where nothing stands yet: behind a colon, behind a dash, or on an empty line. */
  private onNothing(mark: Mark | undefined): YamlCursor | undefined {
    const { offset } = this;
    const word = plainWord(this.text, offset, { start: offset, end: offset });
    if (mark?.kind === 'key') {
      const place = this.valueOf(mark);
      return place && { ...place, ...word, needsSpace: offset === mark.colon + 1 };
    }
    if (mark !== undefined && offset === endOfMark(mark)) {
      return undefined; // a dash without a space
    }
    const place = this.placeOf(offset);
    return place && { ...place, ...word };
  }

  /** The word that a value is, where the cursor is in it and it stands on one line. */
  private wordOf({ kind, start, end }: Leaf): Word | undefined {
    const { line, offset, text } = this;
    if (this.lines[this.index + 1]?.kind === 'continued' || end > line.end || offset < start) {
      return undefined;
    }
    if (kind === 'quoted') {
      return quotedWord(text, offset, start, line.end);
    }
    const isBehind = offset > end && text.slice(end, offset).trim() !== '';
    return kind !== 'plain' || isBehind
      ? undefined
      : plainWord(text, offset, { start, end: Math.max(end, offset) });
  }

  private inFlow(leaf: Leaf): YamlCursor | undefined {
    const { text, offset } = this;
    const index = this.lines.findLastIndex(({ start }) => start <= leaf.start);
    const line = this.lines[index];
    const isOnFirstLine = line !== undefined && offset <= line.end;
    const end = isOnFirstLine ? Math.max(leaf.end, lineEnd(text, leaf.start)) : leaf.end;
    const inner = flowCursor(text, leaf.start, end, offset);
    if (line === undefined || inner === undefined || (leaf.isLone && !inner.isEnclosed)) {
      return undefined; // an open bracket before all lines that follow takes them in
    }
    const first = new LineCursor(text, leaf.start, this.lines, index, line);
    const mark = line.marks.at(-1);
    const place = mark?.kind === 'key' ? first.valueOf(mark, leaf) : first.placeOf(leaf.start);
    return (
      place && {
        ...place,
        ...inner,
        path: [...place.path, ...inner.path],
        around: [...place.around, ...inner.around],
        flow: true,
        margin: this.margin(),
      }
    );
  }

  /** Behind `key:`, unless its value stands on the lines below. */
  private valueOf(key: KeyMark, own?: Leaf): Place | undefined {
    const next = this.lines
      .slice(this.index + 1)
      .find(({ kind, end }) => kind === 'structure' && end > (own?.end ?? 0));
    const [first] = next?.marks ?? [];
    const column =
      first?.column ??
      (next === undefined ? -1 : skipSpaces(this.text, next.start, next.end) - next.start);
    if (column > key.column || (first?.kind === 'dash' && column === key.column)) {
      return undefined;
    }
    return {
      ...this.marks.ofKey(key, this.line.start),
      ...this.block('value', key.column + 1, key.column),
    };
  }

  /** On a line of its own or behind a dash, where a key, a value or a dash may stand. */
  private placeOf(start: number, own?: KeyMark): Place | undefined {
    const { line, text } = this;
    const column = start - line.start;
    const above = this.lines[this.index - 1]?.leaf;
    const isBehindDash = line.marks.some((mark) => mark.kind === 'dash' && mark.start < start);
    if (!isBehindDash && above !== undefined && above.kind !== 'empty' && column > above.owner) {
      return undefined; // below a value, and deeper than its key
    }
    if (text.slice(line.start, start).includes('\t')) {
      return undefined; // YAML knows no tabs in indentation
    }
    const found = this.marks.ofWord(start, column, line.start, own);
    if (!isBehindDash && found.entries.length === 0 && above?.kind === 'plain' && above.isLone) {
      return undefined; // below a word that is neither key nor item: a text of several lines
    }
    if (found.isOutOfLine || (own === undefined && this.isDeeperBelow(column))) {
      return undefined;
    }
    const kind = found.isItem ? 'item' : found.entries.length > 0 ? 'key' : 'node';
    const { path, around, entries, outerColumn } = found;
    return {
      path,
      around,
      entries,
      ...this.block(kind, column, outerColumn),
      hasColon: own !== undefined,
    };
  }

  /** Whether what follows would come to stand under what is typed here. */
  private isDeeperBelow(column: number): boolean {
    const next = this.lines
      .slice(this.index + 1)
      .find(({ kind, marks }) => kind === 'structure' && marks.length > 0);
    return (next?.marks[0]?.column ?? -1) > column;
  }

  private block(
    kind: PlaceKind,
    column: number,
    outerColumn: number,
  ): Omit<Place, keyof Surroundings> {
    const margin = this.margin();
    return { kind, flow: false, hasColon: false, needsSpace: false, column, outerColumn, margin };
  }

  private margin(): string {
    const { start, end } = this.line;
    return this.text.slice(start, skipSpaces(this.text, start, end));
  }
}

function endOfMark(mark: Mark): number {
  return (mark.kind === 'key' ? mark.colon : mark.start) + 1;
}
