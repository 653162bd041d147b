import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlNode.js';
import { scanBlockScalar } from './yamlScanBlockScalar.js';
import { COLON, type ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { opensFlow, scanFlow } from './yamlScanFlow.js';
import { MapKeys } from './yamlScanKeys.js';
import { continuePlain, scanQuotedLines } from './yamlScanLines.js';
import { isQuote, scanPlain, scanQuoted } from './yamlScanScalar.js';

/* Block mappings and lists, by indentation. Each function leaves the cursor at the next content. */

/**
 * Reads the node at the cursor.
 *
 * @param indent the column of the collection around it; -1 for the whole text
 * @param column the node's own column
 * @param afterStray whether a comment no deeper than that collection stands before the node
 */
export function scanBlockNode(
  cursor: ScanCursor,
  indent: number,
  column: number,
  afterStray: boolean,
): YamlNode {
  const { text, pos: start } = cursor;
  if (cursor.atDash()) {
    return scanList(cursor, column);
  }
  const char = text.charCodeAt(start);
  if (!opensFlow(char) && !isBlockHeader(char)) {
    const scalar = isQuote(char) ? scanQuoted(cursor) : scanPlain(cursor, false);
    if (scalar !== null && atColon(cursor)) {
      return scanMap(cursor, column, scalar);
    }
    cursor.pos = start;
  }
  // `yaml` is unsure where text ends after a stray comment, or where nothing is around it.
  if (afterStray || indent < 0) {
    refuse();
  }
  return scanLeaf(cursor, indent);
}

function scanMap(cursor: ScanCursor, indent: number, firstKey: YamlScalar): YamlMap {
  cursor.enter();
  const entries: YamlEntry[] = [];
  const keys = new MapKeys();
  let key = firstKey;
  for (;;) {
    keys.add(key);
    cursor.pos++; // the colon
    const value = scanMapValue(cursor, indent);
    const end = Math.max(value.span.end, key.span.end);
    entries.push({ key, value, span: { start: key.span.start, end } });
    if (cursor.column !== indent) {
      break;
    }
    key = scanKey(cursor);
  }
  const { start } = firstKey.span;
  const span = { start, end: cursor.reach + cursor.base };
  cursor.closeCollection(indent);
  cursor.leave();
  return { kind: 'map', span, entries };
}

function scanKey(cursor: ScanCursor): YamlScalar {
  const char = cursor.text.charCodeAt(cursor.pos);
  if (cursor.atDash() || opensFlow(char)) {
    refuse();
  }
  const key = isQuote(char) ? scanQuoted(cursor) : scanPlain(cursor, false);
  return key !== null && atColon(cursor) ? key : refuse();
}

function scanMapValue(cursor: ScanCursor, indent: number): YamlNode {
  cursor.skipSpaces();
  if (!cursor.atLineEnd()) {
    return scanLeaf(cursor, indent);
  }
  const at = cursor.pos;
  const commented = cursor.endLine();
  cursor.toContent();
  if (cursor.column > indent) {
    return scanBlockNode(cursor, indent, cursor.column, cursor.hasCommentWithin(indent));
  }
  if (cursor.column === indent && cursor.atDash()) {
    return scanList(cursor, indent);
  }
  return nothing(cursor, at, commented);
}

function scanList(cursor: ScanCursor, indent: number): YamlList {
  cursor.enter();
  const start = cursor.pos;
  const items: YamlNode[] = [];
  let commented = false;
  do {
    cursor.pos++; // the dash
    items.push(scanItem(cursor, indent, commented));
    commented = cursor.hasLooseComments;
  } while (cursor.column === indent && cursor.atDash());
  const span = { start: start + cursor.base, end: cursor.reach + cursor.base };
  cursor.closeCollection(indent);
  cursor.leave();
  return { kind: 'list', span, items };
}

function scanItem(cursor: ScanCursor, indent: number, commentedBefore: boolean): YamlNode {
  cursor.skipSpaces();
  if (!cursor.atLineEnd()) {
    return scanBlockNode(cursor, indent, cursor.pos - cursor.lineStart, false);
  }
  const at = cursor.pos;
  const commented = cursor.endLine();
  cursor.toContent();
  return cursor.column > indent
    ? scanBlockNode(cursor, indent, cursor.column, cursor.hasCommentWithin(indent))
    : nothing(cursor, at, commentedBefore || commented);
}

/** Reads a scalar or a flow collection. */
function scanLeaf(cursor: ScanCursor, indent: number): YamlNode {
  const char = cursor.text.charCodeAt(cursor.pos);
  if (isBlockHeader(char)) {
    return scanBlockScalar(cursor, indent);
  }
  if (opensFlow(char)) {
    const node = scanFlow(cursor, indent);
    endLeaf(cursor, indent);
    return node;
  }
  if (isQuote(char)) {
    const node = scanQuoted(cursor) ?? scanQuotedLines(cursor, indent);
    endLeaf(cursor, indent);
    return node;
  }
  const plain = scanPlain(cursor, false);
  const commented = endLeaf(cursor, indent);
  if (cursor.column <= indent) {
    return plain;
  }
  return commented ? refuse() : continuePlain(cursor, plain, indent);
}

/** @returns whether a comment follows on the same line or before the next content */
function endLeaf(cursor: ScanCursor, indent: number): boolean {
  const commented = cursor.endLine();
  const lineEnd = cursor.pos;
  cursor.toContent();
  const commentedBelow = cursor.hasLooseComments;
  cursor.reachOwnComments(indent, lineEnd);
  return commented || commentedBelow;
}

function nothing(cursor: ScanCursor, at: number, commented: boolean): YamlScalar {
  cursor.reachNothing(at, commented);
  return cursor.scalar(at, at, 'plain', '', '', true);
}

function atColon(cursor: ScanCursor): boolean {
  return cursor.text.charCodeAt(cursor.pos) === COLON && cursor.isEmptyAt(cursor.pos + 1);
}

function isBlockHeader(char: number): boolean {
  return char === 0x7c || char === 0x3e;
}
