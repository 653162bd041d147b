import { COLON, CR, HASH, LF, SPACE } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { isQuote, scanPlain, scanQuoted } from './yamlScanScalar.js';
import { LIST, MAP } from './yamlTape.js';

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
export function scanFlow(cursor: ScanCursor, indent: number): void {
  scanCollection(cursor, indent, true);
}

function scanCollection(cursor: ScanCursor, indent: number, outermost: boolean): void {
  cursor.enter();
  if (cursor.text.charCodeAt(cursor.pos) === OPEN_LIST) {
    scanFlowList(cursor, indent, outermost);
  } else {
    scanFlowMap(cursor, indent, outermost);
  }
  cursor.leave();
}

function scanFlowList(cursor: ScanCursor, indent: number, outermost: boolean): void {
  const list = cursor.tape.open(LIST, cursor.pos++);
  skipToToken(cursor, indent, outermost);
  while (cursor.text.charCodeAt(cursor.pos) !== CLOSE_LIST) {
    scanValue(cursor, indent);
    skipToToken(cursor, indent, outermost);
    passComma(cursor, CLOSE_LIST, indent, outermost);
  }
  cursor.tape.close(list, ++cursor.pos);
}

function scanFlowMap(cursor: ScanCursor, indent: number, outermost: boolean): void {
  const map = cursor.tape.open(MAP, cursor.pos++);
  const outerKeys = cursor.keys.open();
  skipToToken(cursor, indent, outermost);
  while (cursor.text.charCodeAt(cursor.pos) !== CLOSE_MAP) {
    if (!cursor.passKnownKey()) {
      findScalar(cursor);
      cursor.addKey();
      if (cursor.text.charCodeAt(cursor.pos) !== COLON || !cursor.isEmptyAt(cursor.pos + 1)) {
        refuse();
      }
      cursor.pos++;
    }
    skipToToken(cursor, indent, outermost);
    scanValue(cursor, indent);
    skipToToken(cursor, indent, outermost);
    passComma(cursor, CLOSE_MAP, indent, outermost);
  }
  cursor.keys.close(outerKeys);
  cursor.tape.close(map, ++cursor.pos);
}

function scanValue(cursor: ScanCursor, indent: number): void {
  if (opensFlow(cursor.text.charCodeAt(cursor.pos))) {
    scanCollection(cursor, indent, false);
  } else {
    findScalar(cursor);
    cursor.addScalar();
  }
}

function findScalar(cursor: ScanCursor): void {
  if (!isQuote(cursor.text.charCodeAt(cursor.pos))) {
    scanPlain(cursor, true);
  } else if (!scanQuoted(cursor)) {
    refuse();
  }
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
    let char = text.charCodeAt(cursor.pos);
    while (char === SPACE) {
      char = text.charCodeAt(++cursor.pos);
    }
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
