import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlNode.js';
import { MapKeys } from './yamlScanKeys.js';
import { COLON, CR, HASH, LF, type ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { isQuote, scanPlain, scanQuoted } from './yamlScanScalar.js';

/* Flow collections, `[…]` and `{…}`, over one line or several. Scalars in them stand on one line. */

const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;

export function opensFlow(char: number): boolean {
  return char === OPEN_LIST || char === OPEN_MAP;
}

/**
 * Reads a flow collection and leaves the cursor right after its bracket.
 *
 * @param indent the column of the block collection around it: further lines stand deeper
 */
export function scanFlow(cursor: ScanCursor, indent: number): YamlNode {
  return scanCollection(cursor, indent, true);
}

function scanCollection(cursor: ScanCursor, indent: number, outermost: boolean): YamlNode {
  cursor.enter();
  const node =
    cursor.text.charCodeAt(cursor.pos) === OPEN_LIST
      ? scanFlowList(cursor, indent, outermost)
      : scanFlowMap(cursor, indent, outermost);
  cursor.leave();
  return node;
}

function scanFlowList(cursor: ScanCursor, indent: number, outermost: boolean): YamlList {
  const start = cursor.pos++;
  const items: YamlNode[] = [];
  skipToToken(cursor, indent, outermost);
  while (cursor.text.charCodeAt(cursor.pos) !== CLOSE_LIST) {
    items.push(scanValue(cursor, indent));
    skipToToken(cursor, indent, outermost);
    passComma(cursor, CLOSE_LIST, indent, outermost);
  }
  cursor.pos++;
  return { kind: 'list', span: spanFrom(cursor, start), items };
}

function scanFlowMap(cursor: ScanCursor, indent: number, outermost: boolean): YamlMap {
  const start = cursor.pos++;
  const entries: YamlEntry[] = [];
  const keys = new MapKeys();
  skipToToken(cursor, indent, outermost);
  while (cursor.text.charCodeAt(cursor.pos) !== CLOSE_MAP) {
    const key = scanScalar(cursor);
    keys.add(key);
    if (cursor.text.charCodeAt(cursor.pos) !== COLON || !cursor.isEmptyAt(cursor.pos + 1)) {
      refuse();
    }
    cursor.pos++;
    skipToToken(cursor, indent, outermost);
    const value = scanValue(cursor, indent);
    entries.push({ key, value, span: { start: key.span.start, end: value.span.end } });
    skipToToken(cursor, indent, outermost);
    passComma(cursor, CLOSE_MAP, indent, outermost);
  }
  cursor.pos++;
  return { kind: 'map', span: spanFrom(cursor, start), entries };
}

function scanValue(cursor: ScanCursor, indent: number): YamlNode {
  return opensFlow(cursor.text.charCodeAt(cursor.pos))
    ? scanCollection(cursor, indent, false)
    : scanScalar(cursor);
}

function scanScalar(cursor: ScanCursor): YamlScalar {
  return isQuote(cursor.text.charCodeAt(cursor.pos))
    ? (scanQuoted(cursor) ?? refuse())
    : scanPlain(cursor, true);
}

/** After an item stands a comma, perhaps a last one, or the closing bracket. */
function passComma(cursor: ScanCursor, close: number, indent: number, outermost: boolean): void {
  const char = cursor.text.charCodeAt(cursor.pos);
  if (char === COMMA) {
    cursor.pos++;
    skipToToken(cursor, indent, outermost);
  } else if (char !== close) {
    refuse();
  }
}

/** Passes spaces, line breaks and comments. The text must not end before the bracket. */
function skipToToken(cursor: ScanCursor, indent: number, outermost: boolean): void {
  const { text } = cursor;
  let lineStart = -1;
  for (;;) {
    cursor.skipSpaces();
    const char = text.charCodeAt(cursor.pos);
    if (char !== LF && char !== CR && char !== HASH) {
      break;
    }
    cursor.endLine();
    lineStart = cursor.pos;
  }
  if (lineStart >= 0 && cursor.pos - lineStart <= indent) {
    // `yaml` lets the last bracket stand in the column of its key.
    const char = text.charCodeAt(cursor.pos);
    const closes = char === CLOSE_LIST || char === CLOSE_MAP;
    if (!(closes && outermost && cursor.pos - lineStart === indent)) {
      refuse();
    }
  }
}

function spanFrom(cursor: ScanCursor, start: number): { start: number; end: number } {
  return { start: start + cursor.base, end: cursor.pos + cursor.base };
}
