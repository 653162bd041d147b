/**
 * The deepest nesting that is handed to the YAML parser.
 *
 * `yaml` 2.9 can abort the whole process after some parses of about 900 nested brackets, and no
 * `catch` helps. Files people write by hand nest fewer than ten levels.
 */
export const MAX_YAML_DEPTH = 100;

/**
 * Finds where YAML source first nests deeper than {@link MAX_YAML_DEPTH}, without recursion and
 * in one pass. Brackets inside quotes count too: a scan that tried to tell them apart could be
 * misled by half-typed quotes, and this one only ever errs on the safe side.
 *
 * @returns the UTF-16 offset of the first character that is too deep, or -1.
 */
export function findExcessiveDepth(text: string): number {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  while (offset < text.length) {
    const firstColumn = offset;
    offset = skipIndicators(text, offset, columns);
    // A line that starts by closing a bracket is one level less deep.
    const closes = flow > 0 && isClosing(text.charCodeAt(offset)) ? 1 : 0;
    if (flow - closes + columns.length > MAX_YAML_DEPTH) {
      return Math.min(offset, firstColumn + (columns.at(-1) ?? 0));
    }
    for (; offset < text.length; offset++) {
      const char = text.charCodeAt(offset);
      if (isBreak(char)) {
        break;
      }
      // Few characters pass this test, and the four brackets do.
      if ((char | 0x26) !== 0x7f) {
        continue;
      }
      if (char === 0x5b || char === 0x7b) {
        flow++;
        if (flow + columns.length > MAX_YAML_DEPTH) {
          return offset;
        }
      } else if (isClosing(char) && flow > 0) {
        flow--;
      }
    }
    offset++;
  }
  return -1;
}

/** Reads a line's indentation and its `- ` and `? ` marks; each opens a level at its column. */
function skipIndicators(text: string, lineStart: number, columns: number[]): number {
  let offset = lineStart;
  let opened = false;
  for (;;) {
    while (text.charCodeAt(offset) === 0x20) {
      offset++;
    }
    if (offset >= text.length || isBreak(text.charCodeAt(offset))) {
      return offset; // a blank line closes nothing
    }
    const column = offset - lineStart;
    if (!opened) {
      while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) {
        columns.pop();
      }
      opened = true;
    }
    columns.push(column);
    const char = text.charCodeAt(offset);
    const next = text.charCodeAt(offset + 1);
    const isIndicator = (char === 0x2d || char === 0x3f) && (next === 0x20 || Number.isNaN(next));
    if (!isIndicator || columns.length > MAX_YAML_DEPTH) {
      return offset;
    }
    offset += 2;
  }
}

function isClosing(char: number): boolean {
  return char === 0x5d || char === 0x7d;
}

function isBreak(char: number): boolean {
  return char === 0x0a || char === 0x0d;
}
