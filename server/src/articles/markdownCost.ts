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

/** Emphasis (a run is one mark), brackets, code and what may be a tag. */
const MARKS = /\*+|_+|~+|[[\]]|(`+|<)/g;
const CHEAP_MARKS = /[&\\@:!(]/g;
const CELLS = /\|/g;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const INTERRUPTS = /^ {0,3}(?:[-+*][ \t]+\S|#{1,6}[ \t])/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Columns of indentation that nest a list at least. */
const LIST_INDENT = 2;

/**
 * Estimates, in one pass, what parsing would cost, so that a hostile or broken text is never given
 * to the parser: it is worse than quadratic on nested lists and block quotes, among others.
 */
export function measureMarkdown(text: string): MarkdownCost {
  let nesting = 0;
  let longestLine = 0;
  let steady = text.length * PER_UNIT;
  let containers = 0;
  let underlines = 0;
  let runaway = 0;
  let marks = 0;
  let lookAheads = 0;
  let length = 0;
  const endParagraph = (): void => {
    runaway += marks * marks * PER_MARK_PAIR + lookAheads * length * PER_LOOK_AHEAD;
    marks = lookAheads = length = 0;
  };

  for (const line of text.split(/\r\n|\r|\n/)) {
    longestLine = Math.max(longestLine, line.length);
    const opened = countContainers(line);
    containers += opened;
    if (opened > 0) nesting = Math.max(nesting, opened + Math.floor(indent(line) / LIST_INDENT));
    const blank = /^[ \t>]*$/.test(line);
    if (blank || INTERRUPTS.test(line)) endParagraph();
    else if (length > 0 && UNDERLINE.test(line)) underlines++;
    if (!blank) length += line.length + 1;
    steady += blank ? PER_BLANK_LINE : PER_LINE;
    for (const [, looksAhead] of line.matchAll(MARKS)) {
      marks++;
      steady += PER_MARK;
      if (looksAhead !== undefined) lookAheads++;
    }
    steady += countOf(CHEAP_MARKS, line) * PER_MARK + countOf(CELLS, line) * PER_CELL;
  }
  endParagraph();
  steady += containers * PER_CONTAINER;
  runaway +=
    containers * containers * PER_CONTAINER_PAIR + underlines * underlines * PER_UNDERLINE_PAIR;
  return { nesting, longestLine, steady, runaway };
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

function countOf(pattern: RegExp, line: string): number {
  return line.match(pattern)?.length ?? 0;
}
