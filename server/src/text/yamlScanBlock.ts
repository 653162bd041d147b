import { scanBlockScalar } from './yamlScanBlockScalar.js';
import { COLON } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { opensFlow, scanFlow } from './yamlScanFlow.js';
import { scanEntries } from './yamlScanEntries.js';
import { endLeaf, endPlain, scanQuotedLines } from './yamlScanLines.js';
import { isQuote, scanPlain, scanQuoted } from './yamlScanScalar.js';
import { LIST, MAP, NULL_WORD } from './yamlTape.js';

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
): void {
  const { pos: start, text } = cursor;
  if (cursor.tape.knownKeys.at(text, start) >= 0) {
    scanMap(cursor, column, start, false);
    return;
  }
  if (cursor.atDash()) {
    scanList(cursor, column);
    return;
  }
  const char = text.charCodeAt(start);
  if (!opensFlow(char) && !isBlockHeader(char)) {
    if (scanLineScalar(cursor, char) && atColon(cursor)) {
      scanMap(cursor, column, start, true);
      return;
    }
    cursor.pos = start;
  }
  // `yaml` is unsure where text ends after a stray comment, or where nothing is around it.
  if (afterStray || indent < 0) {
    refuse();
  }
  scanLeaf(cursor, indent);
}

/**
 * Reads a mapping.
 *
 * @param start of its first key
 * @param isFound whether that key was found, so that the cursor stands behind it
 */
function scanMap(cursor: ScanCursor, indent: number, start: number, isFound: boolean): void {
  cursor.enter();
  const map = cursor.tape.open(MAP, start);
  const outerKeys = cursor.keys.open();
  let found = isFound;
  while (found || scanEntries(cursor, indent)) {
    if (found || !cursor.passKnownKey()) {
      if (!found) {
        findKey(cursor);
      }
      cursor.addKey();
      cursor.pos++; // the colon
    }
    found = false;
    scanMapValue(cursor, indent);
    if (cursor.column !== indent) {
      break;
    }
  }
  cursor.keys.close(outerKeys);
  cursor.tape.close(map, cursor.reach);
  cursor.closeCollection(indent);
  cursor.leave();
}

function findKey(cursor: ScanCursor): void {
  const char = cursor.text.charCodeAt(cursor.pos);
  if (cursor.atDash() || opensFlow(char)) {
    refuse();
  }
  if (!scanLineScalar(cursor, char) || !atColon(cursor)) {
    refuse();
  }
}

/** @returns whether a scalar of one line was found */
function scanLineScalar(cursor: ScanCursor, char: number): boolean {
  if (isQuote(char)) {
    return scanQuoted(cursor);
  }
  scanPlain(cursor, false);
  return true;
}

function scanMapValue(cursor: ScanCursor, indent: number): void {
  cursor.skipSpaces();
  if (!cursor.atLineEnd()) {
    scanLeaf(cursor, indent);
    return;
  }
  const at = cursor.pos;
  const commented = cursor.endLine();
  cursor.toContent();
  if (cursor.column > indent) {
    scanBlockNode(cursor, indent, cursor.column, cursor.hasCommentWithin(indent));
  } else if (cursor.column === indent && cursor.atDash()) {
    scanList(cursor, indent);
  } else {
    addNothing(cursor, at, commented);
  }
}

function scanList(cursor: ScanCursor, indent: number): void {
  cursor.enter();
  const list = cursor.tape.open(LIST, cursor.pos);
  let commented = false;
  do {
    cursor.pos++; // the dash
    scanItem(cursor, indent, commented);
    commented = cursor.hasLooseComments;
  } while (cursor.column === indent && cursor.atDash());
  cursor.tape.close(list, cursor.reach);
  cursor.closeCollection(indent);
  cursor.leave();
}

function scanItem(cursor: ScanCursor, indent: number, commentedBefore: boolean): void {
  cursor.skipSpaces();
  if (!cursor.atLineEnd()) {
    scanBlockNode(cursor, indent, cursor.pos - cursor.lineStart, false);
    return;
  }
  const at = cursor.pos;
  const commented = cursor.endLine();
  cursor.toContent();
  if (cursor.column > indent) {
    scanBlockNode(cursor, indent, cursor.column, cursor.hasCommentWithin(indent));
  } else {
    addNothing(cursor, at, commentedBefore || commented);
  }
}

/** Reads a scalar or a flow collection. */
function scanLeaf(cursor: ScanCursor, indent: number): void {
  const char = cursor.text.charCodeAt(cursor.pos);
  if (isBlockHeader(char)) {
    scanBlockScalar(cursor, indent);
    return;
  }
  if (opensFlow(char)) {
    scanFlow(cursor, indent);
    endLeaf(cursor, indent);
    return;
  }
  if (isQuote(char)) {
    if (!scanQuoted(cursor)) {
      scanQuotedLines(cursor, indent);
    }
    cursor.addScalar();
    endLeaf(cursor, indent);
    return;
  }
  scanPlain(cursor, false);
  endPlain(cursor, indent);
}

function addNothing(cursor: ScanCursor, at: number, commented: boolean): void {
  cursor.reachNothing(at, commented);
  cursor.tape.addScalar(NULL_WORD, at, at, null);
}

function atColon(cursor: ScanCursor): boolean {
  return cursor.text.charCodeAt(cursor.pos) === COLON && cursor.isEmptyAt(cursor.pos + 1);
}

function isBlockHeader(char: number): boolean {
  return char === 0x7c || char === 0x3e;
}
