import type { Paragraph, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { unified, type Plugin } from 'unified';

export interface PlainTextOptions {
  /** Whether YAML between `---` lines at the start is front matter. */
  readonly frontMatter?: boolean;
}

/** A longer line was never wrapped by hand, so a line break in such a text ends a paragraph. */
const WRAP_WIDTH = 120;

/** A shorter line may be a headline or a name, even when a small letter follows. */
const HEADLINE_WIDTH = 40;

const BULLET = /^[ \t]*(?:[-*+\u2022\u2023\u25aa\u2013\u2014\u00b7][ \t]|\(?\d{1,3}[.)][ \t])/;

/**
 * Plain text as a tree of the same shape as Markdown's: a root of paragraphs with one text each,
 * its lines without the white space around them. A blank line ends a paragraph; so does a line
 * break that was not made by wrapping. Positions are UTF-16 offsets, as in `parseMarkdown`.
 */
export function parsePlainText(text: string, options: PlainTextOptions = {}): Root {
  return unified().use(plainText, options).parse(text);
}

/** The parser as a unified plugin. */
const plainText: Plugin<[PlainTextOptions], string, Root> = function (options) {
  this.parser = (document): Root => parse(document.replace(/^\ufeff/, ''), options);
};

function parse(text: string, options: PlainTextOptions): Root {
  const children: RootContent[] = [];
  const start = options.frontMatter ? frontMatterEnd(text) : 0;
  if (start > 0) {
    const position = between(0, start);
    children.push({ type: 'yaml', value: text.slice(0, start), position });
  }
  for (const lines of paragraphsOf(linesOf(text, start))) children.push(paragraph(lines));
  return { type: 'root', children, position: between(0, text.length) };
}

/** The end of the closing fence, or 0 where the text does not begin with front matter. */
function frontMatterEnd(text: string): number {
  if (!/^---[ \t]*[\r\n]/.test(text)) return 0;
  const fence = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;
  fence.lastIndex = 3;
  return fence.exec(text) ? fence.lastIndex : 0;
}

/** A line with words in it, without the white space around them; `''` for a blank one. */
interface Line {
  readonly start: number;
  readonly words: string;
  /** In columns, indentation included. */
  readonly width: number;
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = from;
  let start = from;
  for (;;) {
    const found = breaks.exec(text);
    const line = text.slice(start, found?.index);
    const words = line.trim();
    lines.push({ start: start + line.indexOf(words), words, width: line.trimEnd().length });
    if (!found) return lines;
    start = breaks.lastIndex;
  }
}

function paragraphsOf(lines: readonly Line[]): Line[][] {
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    const last = current.at(-1);
    if (last && (line.words === '' || endsParagraph(last, line, widest))) {
      paragraphs.push(current);
      current = [];
    }
    if (line.words !== '') current.push(line);
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

/**
 * Whether the break between two lines was meant: the next line is an item of a list, or its first
 * word would have fitted on the line before and is not the middle of a sentence.
 */
function endsParagraph(line: Line, next: Line, widest: number): boolean {
  if (BULLET.test(next.words)) return true;
  if (/^\p{Ll}/u.test(next.words) && line.width >= HEADLINE_WIDTH) return false;
  if (widest > WRAP_WIDTH) return true;
  const firstWord = /^\S+/.exec(next.words)?.[0] ?? '';
  return line.width + 1 + firstWord.length <= widest;
}

function paragraph(lines: readonly Line[]): Paragraph {
  const start = lines[0]?.start ?? 0;
  const last = lines.at(-1);
  const position = between(start, last ? last.start + last.words.length : start);
  const value = lines.map(({ words }) => words).join('\n');
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}

/** Only offsets are used here; lines and columns are the line index's business. */
function between(start: number, end: number): Position {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}
