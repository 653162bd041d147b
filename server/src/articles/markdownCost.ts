/** What reading a text as Markdown would take; see `measureMarkdown`. */
export interface MarkdownCost {
  /** The greatest number of lists and block quotes inside one another, by markers or indentation. */
  readonly nesting: number;
  /** In UTF-16 units. */
  readonly longestLine: number;
  /** Microseconds that grow with the length of the text. */
  readonly steady: number;
  /** Microseconds that grow with the square of something, hence the danger. */
  readonly runaway: number;
}

// Microseconds, measured with remark-parse 11 and remark-gfm 4 on one slow core: the parser copies
// its list of events for every container and every setext heading of the document, and looks back
// (or ahead to the paragraph's end) from every mark that may open or close something.
const PER_UNIT = 1.5;
const PER_LINE = 40;
const PER_BLANK_LINE = 10;
const PER_MARK = 25;
const PER_CELL = 60;
const PER_CONTAINER = 300;
const PER_CONTAINER_PAIR = 0.05;
const PER_UNDERLINE_PAIR = 0.4;
const PER_MARK_PAIR = 0.05;
const PER_LOOK_AHEAD = 0.03;

const CR = 0x0d;

/** What an ASCII character is counted as. */
const NOTHING = 0;
const LINE_BREAK = 1;
/** Emphasis; a run of the same is one mark. */
const RUN = 2;
const BRACKET = 3;
/** Code, of which a run is one mark, and what may be a tag: the parser looks for their end. */
const TICKS = 4;
const TAG = 5;
const CHEAP = 6;
const CELL = 7;

const COUNTED = new Uint8Array(0x80);
for (const [chars, as] of [
  ['\n\r', LINE_BREAK],
  ['*_~', RUN],
  ['[]', BRACKET],
  ['`', TICKS],
  ['<', TAG],
  ['&\\@:!(', CHEAP],
  ['|', CELL],
] as const) {
  for (const char of chars) COUNTED[char.charCodeAt(0)] = as;
}

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const INTERRUPTS = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Of a line without indentation: with what a line of nothing but words does not begin. */
const STARTS = new Uint8Array(0x80);
for (const char of ' \t\r\n>-+*#=0123456789') STARTS[char.charCodeAt(0)] = 1;

/** Columns of indentation that nest a list at least. */
const LIST_INDENT = 2;

/**
 * Estimates, in one pass, what parsing would cost, so that a hostile or broken text is never given
 * to the parser: it is worse than quadratic on nested lists and block quotes, among others.
 */
export function measureMarkdown(text: string): MarkdownCost {
  let nesting = 0;
  let longestLine = 0;
  const size = text.length;
  let steady = size * PER_UNIT;
  let containers = 0;
  let underlines = 0;
  let runaway = 0;
  let marks = 0;
  let lookAheads = 0;
  let length = 0;

  let lineStart = 0;
  while (lineStart <= size) {
    let lineMarks = 0;
    let lineLookAheads = 0;
    let cheapMarks = 0;
    let cells = 0;
    let end = lineStart;
    for (; end < size; end++) {
      const code = text.charCodeAt(end);
      const as = code < 0x80 ? (COUNTED[code] ?? NOTHING) : NOTHING;
      if (as === NOTHING) continue;
      if (as === LINE_BREAK) break;
      if (as === CHEAP) cheapMarks++;
      else if (as === CELL) cells++;
      else lineMarks++;
      if (as === TICKS || as === TAG) lineLookAheads++;
      if (as === RUN || as === TICKS)
        while (end + 1 < size && text.charCodeAt(end + 1) === code) end++;
    }
    const width = end - lineStart;
    longestLine = Math.max(longestLine, width);
    let isBlank = width === 0;
    let endsParagraph = isBlank;
    if (!isBlank && STARTS[text.charCodeAt(lineStart)] === 1) {
      const line = text.slice(lineStart, end);
      const opened = countContainers(line);
      containers += opened;
      if (opened > 0) nesting = Math.max(nesting, opened + Math.floor(indent(line) / LIST_INDENT));
      isBlank = /^[ \t>]*$/.test(line);
      endsParagraph = isBlank || INTERRUPTS.test(line);
      if (!endsParagraph && length > 0 && UNDERLINE.test(line)) underlines++;
    }
    if (endsParagraph) {
      runaway += pairsOf(marks, lookAheads, length);
      marks = lookAheads = length = 0;
    }
    if (!isBlank) length += width + 1;
    marks += lineMarks;
    lookAheads += lineLookAheads;
    steady += isBlank ? PER_BLANK_LINE : PER_LINE;
    steady += (lineMarks + cheapMarks) * PER_MARK + cells * PER_CELL;
    const isPair = end < size && text.charCodeAt(end) === CR && text.startsWith('\n', end + 1);
    lineStart = end + (isPair ? 2 : 1);
  }
  runaway += pairsOf(marks, lookAheads, length);
  steady += containers * PER_CONTAINER;
  runaway +=
    containers * containers * PER_CONTAINER_PAIR + underlines * underlines * PER_UNDERLINE_PAIR;
  return { nesting, longestLine, steady, runaway };
}

/** What the marks of a paragraph of that length cost together. */
function pairsOf(marks: number, lookAheads: number, length: number): number {
  return marks * marks * PER_MARK_PAIR + lookAheads * length * PER_LOOK_AHEAD;
}

function countContainers(line: string): number {
  let count = 0;
  CONTAINER.lastIndex = 0;
  while (CONTAINER.test(line)) count++;
  return count;
}

function indent(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns++;
    else if (char === '\t') columns += 4;
    else break;
  }
  return columns;
}
