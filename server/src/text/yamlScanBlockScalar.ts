import { LF, SPACE } from './yamlScanCharacters.js';
import type { ScanCursor } from './yamlScanCursor.js';
import { refuse } from './yamlScanRefusal.js';
import { BLOCK } from './yamlTape.js';

/**
 * Reads `|` and `>` with their lines, and goes on to the next content. Without an indentation
 * number, without `+` and without blank lines first: what those mean the parser knows.
 *
 * @param indent the column of the collection around it
 */
export function scanBlockScalar(cursor: ScanCursor, indent: number): void {
  const { text, pos: start } = cursor;
  const isFolded = text.charAt(start) === '>';
  cursor.pos++;
  const strips = text.charAt(cursor.pos) === '-';
  if (strips) {
    cursor.pos++;
  }
  if (!cursor.isEmptyAt(cursor.pos)) {
    refuse();
  }
  cursor.endLine();

  const body = cursor.pos;
  const column = spacesAt(text, body);
  if (column <= indent || isBreakAt(text, body + column)) {
    refuse();
  }
  const lines: string[] = [];
  let end = body;
  let blankLines = 0;
  for (let lineStart = body; lineStart < text.length;) {
    const spaces = spacesAt(text, lineStart);
    const lineEnd = nextLine(text, lineStart);
    if (isBreakAt(text, lineStart + spaces)) {
      if (spaces > column) {
        refuse(); // spaces that are text
      }
      blankLines++;
    } else if (spaces < column) {
      break;
    } else {
      for (; blankLines > 0; blankLines--) {
        lines.push('');
      }
      lines.push(contentOf(text, lineStart + column, lineEnd));
      end = lineEnd;
    }
    lineStart = lineEnd;
  }
  const value = (isFolded ? foldedBlock(lines) : lines.join('\n')) + (strips ? '' : '\n');
  cursor.pos = end;
  cursor.toContent();
  cursor.reach = end; // comments below it are never its own
  cursor.tape.addScalar(BLOCK, start, end, value);
}

function spacesAt(text: string, offset: number): number {
  let end = offset;
  while (text.charCodeAt(end) === SPACE) {
    end++;
  }
  return end - offset;
}

function isBreakAt(text: string, offset: number): boolean {
  return offset >= text.length || text.charCodeAt(offset) === LF || text.startsWith('\r\n', offset);
}

function nextLine(text: string, lineStart: number): number {
  const lineFeed = text.indexOf('\n', lineStart);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

/** A line without its indentation and break. */
function contentOf(text: string, start: number, lineEnd: number): string {
  const line = text.slice(start, lineEnd);
  const content = line.endsWith('\r\n')
    ? line.slice(0, -2)
    : line.endsWith('\n')
      ? line.slice(0, -1)
      : line;
  for (let i = 0; i < content.length; i++) {
    if (content.charCodeAt(i) < SPACE) {
      refuse();
    }
  }
  return content;
}

/**
 * A break between two lines is a space, a break and n blank lines are n breaks. Around lines that
 * start with spaces, breaks stay as they are.
 */
function foldedBlock(lines: readonly string[]): string {
  let result = '';
  let separator = '';
  let wasDeeper = false;
  for (const line of lines) {
    if (line === '') {
      result += separator === '\n' ? '\n' : '';
      separator = '\n';
    } else if (line.charCodeAt(0) === SPACE) {
      const breaks = !wasDeeper && separator === '\n' ? '\n\n' : '\n';
      result += breaks + line;
      separator = '\n';
      wasDeeper = true;
    } else {
      result += separator + line;
      separator = ' ';
      wasDeeper = false;
    }
  }
  return result;
}
