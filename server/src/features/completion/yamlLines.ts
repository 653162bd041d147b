import { endOfFlow, endOfQuoted } from './yamlFlow.js';
import {
  isComment,
  keyAt,
  lineEnd,
  plainEnd,
  skipNodeProperties,
  skipSpaces,
  type Key,
} from './yamlScan.js';

/** A dash or a key, which gives a line its place in the tree; or the start of a new document. */
export type Mark =
  | { readonly kind: 'dash'; readonly column: number; readonly start: number }
  | ({ readonly kind: 'key'; readonly column: number } & Key)
  | { readonly kind: 'document'; readonly column: number; readonly start: number };

/** What stands behind the marks of a line: a value, perhaps over several lines, or nothing yet. */
export interface Leaf {
  readonly kind: 'empty' | 'plain' | 'block' | 'quoted' | 'flow' | 'other';
  readonly start: number;
  /** Without white space or comment behind it; of a value of several lines its own end. */
  readonly end: number;
  /** Lines that are indented deeper than this column belong to it. */
  readonly owner: number;
  /** No key and no dash stands before it. */
  readonly isLone: boolean;
}

/** A line of block YAML, as its text and indentation tell it. Offsets are UTF-16. */
export interface YamlLine {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** `continued`: it goes on with a value that an earlier line began. */
  readonly kind: 'blank' | 'comment' | 'structure' | 'continued';
  /** Its dashes, then its key. */
  readonly marks: readonly Mark[];
  /** Its own, or that of the line which it goes on with or follows. */
  readonly leaf: Leaf;
}

/**
 * The lines of a YAML text, whether it parses or not: half-typed lines are what this is for. A
 * quotation mark or bracket that is still open at the next line of the same depth counts as closed
 * at the end of its line.
 */
export function readLines(text: string): readonly YamlLine[] {
  const lines: YamlLine[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  let leaf: Leaf = { kind: 'empty', start, end: start, owner: -1, isLone: false };
  for (;;) {
    const end = lineEnd(text, start);
    const line = readLine(text, start, end, leaf);
    lines.push(line);
    leaf = line.leaf;
    if (end >= text.length) {
      return lines;
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function readLine(text: string, start: number, end: number, before: Leaf): YamlLine {
  const first = skipSpaces(text, start, end);
  const other = { start, end, marks: [], leaf: before };
  if (first === end) {
    return { ...other, kind: start < before.end ? 'continued' : 'blank' };
  }
  if (goesOn(text, first, first - start, before)) {
    return { ...other, kind: 'continued' };
  }
  if (isComment(text, first) || text.startsWith('%', start)) {
    return { ...other, kind: 'comment' };
  }
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) {
    const leaf = { kind: 'empty', start: end, end, owner: -1, isLone: false } as const;
    return {
      start,
      end,
      kind: 'structure',
      marks: [{ kind: 'document', column: -1, start }],
      leaf,
    };
  }
  return structure(text, start, end, first);
}

/** What is deeper than its key, below a value that stands beside it, belongs to that value. */
function goesOn(text: string, first: number, column: number, leaf: Leaf): boolean {
  if (first < leaf.end) {
    return true;
  }
  if (leaf.kind === 'empty' || column <= leaf.owner) {
    return false;
  }
  // A key goes on with no word: the word above it is a key that is half typed.
  const isHalfTyped =
    leaf.kind === 'plain' && keyAt(text, first, lineEnd(text, first)) !== undefined;
  return leaf.kind === 'block' || !(isComment(text, first) || isHalfTyped);
}

function structure(text: string, start: number, end: number, first: number): YamlLine {
  const marks: Mark[] = [];
  let at = first;
  while (text[at] === '-' && (at + 1 >= end || /\s/.test(text[at + 1] ?? ''))) {
    marks.push({ kind: 'dash', column: at - start, start: at });
    at = skipSpaces(text, at + 1, end);
  }
  const key = keyAt(text, skipNodeProperties(text, at, end), end);
  if (key !== undefined) {
    marks.push({ kind: 'key', column: at - start, ...key });
    at = skipSpaces(text, key.colon + 1, end);
  }
  const owner = marks.at(-1)?.column;
  const leaf = leafAt(text, skipNodeProperties(text, at, end), end, owner, first - start);
  return { start, end, kind: 'structure', marks, leaf };
}

/** @param owner the column of the mark before it; undefined for a lone word at `column` */
function leafAt(
  text: string,
  start: number,
  end: number,
  owner: number | undefined,
  column: number,
): Leaf {
  const isLone = owner === undefined;
  const plain = { start, end: plainEnd(text, start, end), owner: owner ?? column, isLone };
  if (start >= end) {
    return { ...plain, kind: 'empty', start: end, end };
  }
  // Lines of the same depth as a lone bracket are within it.
  const around = owner ?? column - 1;
  switch (text.charAt(start)) {
    case '"':
    case "'":
      return { ...plain, kind: 'quoted', end: endOfQuoted(text, start, around) ?? plain.end };
    case '[':
    case '{':
      return { ...plain, kind: 'flow', end: endOfFlow(text, start, around) ?? plain.end };
    case '|':
    case '>':
      return { ...plain, kind: 'block' };
    case '*':
    case '@':
    case '`':
    case '%':
      return { ...plain, kind: 'other' };
    default:
      return { ...plain, kind: 'plain' };
  }
}
