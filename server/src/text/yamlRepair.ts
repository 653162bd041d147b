/**
 * Blanks values that are half typed — a quotation mark or bracket opened on a line and not closed
 * before the next key or list item — so that the rest of the file keeps its meaning while a person
 * types. Offsets stay: each blanked character becomes a space.
 *
 * Only for text that does not parse: a quoted value may well run over several lines.
 */
export function blankHalfTyped(text: string): string {
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  return lines
    .map((line, index) => {
      const opening = openedAndNotClosed(line);
      if (opening < 0 || !startsSomethingNew(lines[index + 1], indentOf(line))) {
        return line;
      }
      const body = line.trimEnd();
      return line.slice(0, opening) + ' '.repeat(body.length - opening) + line.slice(body.length);
    })
    .join('');
}

/** The column where a line's value opens a quotation mark or bracket that the line does not close. */
function openedAndNotClosed(line: string): number {
  const value = /^[ ]*(?:- +)*(?:[^\s:#"'[\]{}][^:#"'[\]{}]*:[ ]+)?(?=["'[{])/.exec(line);
  if (value === null) {
    return -1;
  }
  const open = value[0].length;
  let quote = '';
  let depth = 0;
  for (let column = open; column < line.length; column++) {
    const char = line.charAt(column);
    if (quote !== '') {
      if (char === '\\' && quote === '"') {
        column++;
      } else if (char === quote) {
        quote = '';
      }
    } else if (char === '"' || (char === "'" && !/\w/.test(line.charAt(column - 1)))) {
      quote = char;
    } else if (char === '[' || char === '{') {
      depth++;
    } else if (char === ']' || char === '}') {
      depth--;
    }
  }
  return quote !== '' || depth > 0 ? open : -1;
}

/** A key or list item no deeper than the half-typed line, or the end of the file. */
function startsSomethingNew(line: string | undefined, indent: number): boolean {
  if (line === undefined || line.trim() === '') {
    return true;
  }
  return indentOf(line) <= indent + 2 && /^\s*(?:- |-$|[\w-]+:(?:\s|$))/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
