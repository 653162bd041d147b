import { isNullWord } from './yamlNode.js';
import { CR, LF, SPACE } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { passPlain, undoubled } from './yamlScanScalar.js';
import { NULL_WORD, PLAIN, QUOTED } from './yamlTape.js';

/* Plain and quoted scalars that run over several lines. */

/**
 * Goes on from the end of a scalar or flow collection to the next content.
 *
 * @param indent the column of the collection around it
 * @returns whether a comment follows on the same line or before the next content
 */
export function endLeaf(cursor: ScanCursor, indent: number): boolean {
  const commented = cursor.endLine();
  const lineEnd = cursor.pos;
  cursor.toContent();
  const commentedBelow = cursor.hasLooseComments;
  cursor.reachOwnComments(indent, lineEnd);
  return commented || commentedBelow;
}

/** Goes on from the end of a plain scalar's first line: with its further lines, if there are any. */
export function endPlain(cursor: ScanCursor, indent: number): void {
  const commented = endLeaf(cursor, indent);
  if (cursor.column > indent) {
    if (commented) {
      refuse();
    }
    continuePlain(cursor, indent);
  }
  cursor.addScalar();
}

/**
 * Goes on with a plain scalar whose first line has ended. The cursor stands at content deeper
 * than the collection around it, with no comment before it; it goes on to the next content.
 *
 * @param indent the column of the collection around it
 */
function continuePlain(cursor: ScanCursor, indent: number): void {
  const start = cursor.scalarStart;
  let end: number;
  do {
    passPlain(cursor, false);
    end = cursor.pos;
    const commented = cursor.endLine();
    const lineEnd = cursor.pos;
    cursor.toContent();
    const goesOn = cursor.column > indent;
    if (goesOn && (commented || cursor.hasLooseComments)) {
      refuse();
    }
    if (!goesOn) {
      cursor.reachOwnComments(indent, lineEnd);
    }
  } while (cursor.column > indent);
  const value = folded(cursor.text.slice(start, end));
  cursor.foundScalar(isNullWord(value) ? NULL_WORD : PLAIN, start, end, value);
}

/** Finds a quoted scalar of several lines, and leaves the cursor right after it. */
export function scanQuotedLines(cursor: ScanCursor, indent: number): void {
  const { text, pos: start } = cursor;
  const quote = text.charAt(start);
  let close = text.indexOf(quote, start + 1);
  while (quote === "'" && close >= 0 && text.charAt(close + 1) === quote) {
    close = text.indexOf(quote, close + 2);
  }
  if (close < 0) {
    refuse();
  }
  const inner = text.slice(start + 1, close);
  // What a backslash means at the end of a line, and which tabs count, the parser knows.
  if (inner.includes('\t') || (quote === '"' && inner.includes('\\'))) {
    refuse();
  }
  for (let i = text.indexOf('\n', start); i >= 0 && i < close; i = text.indexOf('\n', i + 1)) {
    if (!isBlankOrDeeper(text, i + 1, indent)) {
      refuse();
    }
  }
  cursor.pos = close + 1;
  const value = quote === '"' ? folded(inner) : undoubled(folded(inner));
  cursor.foundScalar(QUOTED, start, close + 1, value);
}

function isBlankOrDeeper(text: string, lineStart: number, indent: number): boolean {
  let i = lineStart;
  while (text.charCodeAt(i) === SPACE) {
    i++;
  }
  const char = text.charCodeAt(i);
  return i - lineStart > indent || char === LF || (char === CR && text.charCodeAt(i + 1) === LF);
}

/** Line folding: a break is a space, a break and n blank lines are n breaks. */
function folded(source: string): string {
  if (hasControls(source)) {
    refuse();
  }
  const lines = source.split(/\r?\n/);
  let result = withoutSpaces(lines[0] ?? '', false, true);
  let separator = ' ';
  for (let i = 1; i < lines.length - 1; i++) {
    const line = withoutSpaces(lines[i] ?? '', true, true);
    if (line !== '') {
      result += separator + line;
      separator = ' ';
    } else if (separator === '\n') {
      result += separator;
    } else {
      separator = '\n';
    }
  }
  return result + separator + withoutSpaces(lines[lines.length - 1] ?? '', true, false);
}

function hasControls(source: string): boolean {
  for (let i = 0; i < source.length; i++) {
    const char = source.charCodeAt(i);
    if (char < SPACE && char !== LF && !(char === CR && source.charCodeAt(i + 1) === LF)) {
      return true;
    }
  }
  return false;
}

function withoutSpaces(line: string, before: boolean, after: boolean): string {
  let start = 0;
  let end = line.length;
  while (before && start < end && line.charCodeAt(start) === SPACE) {
    start++;
  }
  while (after && end > start && line.charCodeAt(end - 1) === SPACE) {
    end--;
  }
  return line.slice(start, end);
}
