/* Small pieces of YAML, found in text that need not parse. Offsets are UTF-16; none reads past `end`. */

/** Where a key stands on its line. */
export interface Key {
  readonly start: number;
  readonly end: number;
  readonly colon: number;
  /** As written, without quotation marks. */
  readonly text: string;
}

/** The end of the line on which an offset stands, before the line break. */
export function lineEnd(text: string, from: number): number {
  const breaks = /[\r\n]/g;
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) {
    at++;
  }
  return at;
}

/** A `#` at the start of a line or after white space. */
export function isComment(text: string, at: number): boolean {
  return text[at] === '#' && (at === 0 || /[\s\uFEFF]/.test(text[at - 1] ?? ''));
}

/** Steps over an anchor and a tag: `&name !tag value`. */
export function skipNodeProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === '&' || text[at] === '!')) {
    while (at < end && !/\s/.test(text[at] ?? '')) {
      at++;
    }
    at = skipSpaces(text, at, end);
  }
  return isComment(text, at) ? end : at;
}

/** The end of a plain value that begins at `from`, without the white space or comment behind it. */
export function plainEnd(text: string, from: number, end: number): number {
  let last = from;
  for (let at = from; at < end && !isComment(text, at); at++) {
    if (text[at] !== ' ' && text[at] !== '\t') {
      last = at + 1;
    }
  }
  return last;
}

/** The key at `from`, where its colon stands on the same line. */
export function keyAt(text: string, from: number, end: number): Key | undefined {
  const first = text[from];
  if (first === '"' || first === "'") {
    const close = closingQuote(text, from, end);
    const colon = close === undefined ? end : skipSpaces(text, close, end);
    return close !== undefined && isKeyColon(text, colon, end)
      ? { start: from, end: close, colon, text: text.slice(from + 1, close - 1) }
      : undefined;
  }
  if (
    from >= end ||
    /[,[\]{}#|>%@`*]/.test(first ?? '') ||
    /^[-?:]\s/.test(text.slice(from, from + 2))
  ) {
    return undefined;
  }
  for (let at = from; at < end && !isComment(text, at); at++) {
    if (isKeyColon(text, at, end)) {
      const keyEnd = plainEnd(text, from, at);
      return { start: from, end: keyEnd, colon: at, text: text.slice(from, keyEnd) };
    }
  }
  return undefined;
}

function isKeyColon(text: string, at: number, end: number): boolean {
  return at < end && text[at] === ':' && (at + 1 >= end || /\s/.test(text[at + 1] ?? ''));
}

/** The offset behind the quotation mark that closes the one at `from`. */
export function closingQuote(text: string, from: number, end: number): number | undefined {
  const mark = text[from];
  for (let at = from + 1; at < end; at++) {
    if (mark === '"' && text[at] === '\\') {
      at++;
    } else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== mark) {
        return at + 1;
      }
      at++;
    }
  }
  return undefined;
}

/** How far a value may go on that is not closed on its line, where something else is around it. */
const LONGEST_VALUE = 20_000;

/**
 * Where what begins at `from` must have ended: before the next line that is indented no deeper
 * than its owner. A line that only closes a bracket may stand there.
 */
export function endOfDeeperLines(text: string, from: number, owner: number): number {
  const last = owner < 0 ? text.length : Math.min(text.length, from + LONGEST_VALUE);
  let end = lineEnd(text, from);
  while (end < last) {
    const start = end + (text.startsWith('\r\n', end) ? 2 : 1);
    const next = lineEnd(text, start);
    const first = skipSpaces(text, start, next);
    if (first < next && first - start <= owner && !/[\]}]/.test(text[first] ?? '')) {
      return end;
    }
    end = next;
  }
  return end;
}
