import type { YamlTree } from './yamlNode.js';
import { scanBlockNode } from './yamlScanBlock.js';
import { ScanCursor } from './yamlScanCursor.js';
import { refuse, unlessRefused } from './yamlScanRefusal.js';
import { YamlTape } from './yamlTape.js';
import { treeOf } from './yamlTapeTree.js';

/**
 * Reads the regular YAML that people write in sidecars: mappings and lists by indentation, plain
 * and quoted scalars, `|` and `>`, flow collections, comments. It gives exactly the tree that the
 * `yaml` package would, many times quicker, and **refuses on any doubt**: anchors, aliases, tags,
 * directives, repeated keys, tabs, odd indentation and everything that is or might be wrong is for
 * the parser, which knows what to say about it.
 *
 * A fuzz test against the parser holds it to that: `test/unit/text/yamlScanner.test.ts`.
 *
 * @param baseOffset added to every offset
 * @returns null if it refuses
 */
export function scanYaml(text: string, baseOffset: number): YamlTree | null {
  const tape = scanTape(text);
  if (tape === null) {
    return null;
  }
  const root = treeOf(tape, 0, baseOffset);
  tape.release();
  return { root, problems: [] };
}

/** The same on a tape, which whoever has read it releases. */
export function scanTape(text: string): YamlTape | null {
  const tape = new YamlTape(text);
  const isRead = unlessRefused(() => {
    const cursor = new ScanCursor(tape);
    startDocument(cursor);
    if (cursor.column !== 0) {
      refuse();
    }
    scanBlockNode(cursor, -1, 0, true);
    // What stands in no open collection's column has closed them all.
    return cursor.atEnd ? true : refuse();
  });
  if (isRead === null) {
    tape.release();
    return null;
  }
  return tape;
}

/** Items of a list, on a tape of their own. */
export interface ScannedItems {
  /** The list; whoever has read it releases it. */
  readonly tape: YamlTape;
  /** Whether the text ends with them. */
  readonly isAll: boolean;
}

/**
 * Reads items of a block list that is a value of the outermost mapping, from the start of the first
 * one's line. They are read as they would be with what stands before them.
 *
 * @returns null if it refuses
 */
export function scanItems(text: string): ScannedItems | null {
  const tape = new YamlTape(text);
  const isAll = unlessRefused(() => {
    refuseOddCharacters(text, 0);
    const cursor = new ScanCursor(tape);
    cursor.toContent();
    if (!cursor.atDash()) {
      refuse();
    }
    cursor.enter(); // the mapping
    scanBlockNode(cursor, 0, cursor.column, false);
    return cursor.atEnd;
  });
  if (isAll === null) {
    tape.release();
    return null;
  }
  return { tape, isAll };
}

/** A line break to some readers of YAML; and a mark that is skipped in some places only. */
function refuseOddCharacters(text: string, from: number): void {
  if ((text.includes('\r') && /\r(?!\n)/.test(text)) || text.includes('\ufeff', from)) {
    refuse();
  }
}

/** Passes a byte order mark, comments, and a line `---`. */
function startDocument(cursor: ScanCursor): void {
  const { text } = cursor;
  refuseOddCharacters(text, 1);
  const hasMark = text.charCodeAt(0) === 0xfeff;
  cursor.pos = hasMark ? 1 : 0;
  const start = cursor.pos;
  cursor.toContent(true);
  if (
    cursor.column === 0 &&
    text.startsWith('---', cursor.pos) &&
    cursor.isEmptyAt(cursor.pos + 3)
  ) {
    cursor.pos += 3;
    cursor.endLine();
    cursor.toContent();
  } else if (text.startsWith('...', cursor.pos)) {
    refuse();
  }
  if (hasMark && cursor.lineStart === start && cursor.atDash()) {
    refuse(); // `yaml` loses count of the columns here
  }
}
