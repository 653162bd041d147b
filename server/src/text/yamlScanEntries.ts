import { LF, SPACE } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { endPlain } from './yamlScanLines.js';
import { isNullAt, startsPlain } from './yamlScanScalar.js';
import { NULL_WORD, PLAIN } from './yamlTape.js';

/**
 * Reads entries `key: text` that stand on one line each, as nearly all do in a sidecar: what reading
 * them piece by piece would give, in one go. It stops where anything is otherwise.
 *
 * The cursor stands at a key of a block mapping, or will at the next content.
 *
 * @param indent the mapping's column
 * @returns whether the mapping goes on, with a key at the cursor that was not read
 */
export function scanEntries(cursor: ScanCursor, indent: number): boolean {
  const { text, tape, keys, plainEnds } = cursor;
  const known = tape.knownKeys;
  let lineStart = -1; // of the entry, if it is not the first
  let { pos } = cursor;
  for (;;) {
    const key = known.at(text, pos);
    const keyEnd = pos + known.length(key);
    const start = keyEnd + 2; // after the colon and a space
    const stop = key >= 0 && startsPlain(text.charCodeAt(start)) ? plainEnds.after(start) : -1;
    if (stop < 0) {
      if (lineStart >= 0) {
        cursor.toEntry(lineStart, indent);
      }
      return true;
    }
    keys.addKnown(known.word(key), known.bit(key));
    tape.addKnownKey(key, pos, keyEnd);
    let end = stop;
    while (text.charCodeAt(end - 1) === SPACE) {
      end--;
    }
    const kind = isNullAt(text, start, end) ? NULL_WORD : PLAIN;
    if (text.charCodeAt(stop) !== LF || !isKeyAt(text, stop + 1, indent)) {
      cursor.pos = end;
      cursor.foundScalar(kind, start, end, null);
      endPlain(cursor, indent);
      return cursor.column === indent;
    }
    tape.addWritten(kind, start, end);
    lineStart = stop + 1;
    pos = lineStart + indent;
  }
}

/** Whether a line has content that may be a key in a column, and is neither a list nor a comment. */
function isKeyAt(text: string, lineStart: number, column: number): boolean {
  const at = lineStart + column;
  if (at >= text.length) {
    return false;
  }
  for (let i = lineStart; i < at; i++) {
    if (text.charCodeAt(i) !== SPACE) {
      return false;
    }
  }
  const letter = text.charCodeAt(at) | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}
