import { span, type Span } from './span.js';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** In UTF-16 units. */
const WINDOW = 4096;

/** A line of white space only, with the breaks around it. */
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r|\n)\s*/g;

/** Abbreviations that stand before a name, a number or an example, hence never end a sentence. */
const BEFORE_A_NAME =
  /(?:^|[\s([{"'\u2018\u201c])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Revd|Hon|Rt Hon|Sir|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Cllr|Messrs|St|vs|v|cf|viz|approx|ca|e\.g|i\.e|eg|ie)\.$/;

/** Abbreviations that end no sentence when a number follows. */
const BEFORE_A_NUMBER =
  /(?:^|[\s([{"'\u2018\u201c])(?:[Nn]os?|[Pp]p?|[Pp]aras?|[Ss]ecs?|[Cc]h|[Ff]igs?|[Vv]ols?|[Aa]rts?|[Cc]l|[Ss]s?|[Cc])\.$/;

/** The initials of a name, or letters that stand for one: "J.", "J. R. R.", "U.S.". */
const INITIALS = /(?:^|[\s([{"'\u2018\u201c.])[A-HJ-Z]\.$/;

/** Words that begin sentences and hardly ever are a surname. */
const OPENERS =
  /^["'\u2018\u201c([]*(?:The|This|That|These|Those|It|He|She|They|We|You|I|A|An|And|But|Or|So|If|In|On|At|By|For|From|To|As|There|What|When|Where|Who|Why|How|However|Its|His|Her|Their|Our|My)\b/;

/**
 * The sentences of a text: spans without white space at their ends, in order. Quotation marks and
 * brackets that close a sentence belong to it. A single line break ends none; a blank line always
 * does.
 */
export function findSentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(BLANK_LINE)) {
    addSentences(text, span(start, gap.index), found);
    start = gap.index + gap[0].length;
  }
  addSentences(text, span(start, text.length), found);
  return found;
}

/** The sentences of the paragraph that an offset stands in: some of {@link findSentences}. */
export function sentencesNear(text: string, offset: number): Span[] {
  let start = paragraphFrom(text, offset);
  let end = text.length;
  const gaps = new RegExp(BLANK_LINE);
  gaps.lastIndex = start;
  for (let gap = gaps.exec(text); gap; gap = gaps.exec(text)) {
    if (gaps.lastIndex > offset) {
      end = gap.index;
      break;
    }
    start = gaps.lastIndex;
  }
  const found: Span[] = [];
  addSentences(text, span(start, Math.max(start, end)), found);
  return found;
}

/** The start of a paragraph at or before an offset, be it not the last one. */
function paragraphFrom(text: string, offset: number): number {
  const gap = text.lastIndexOf('\n\n', offset);
  if (gap < 0) return 0;
  const words = /\S/g;
  words.lastIndex = gap;
  const start = words.exec(text)?.index ?? text.length;
  return start <= offset ? start : 0;
}

function addSentences(text: string, paragraph: Span, found: Span[]): void {
  // The segmenter would end a sentence at every line break.
  const joined = text
    .slice(paragraph.start, paragraph.end)
    .replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
  let start = 0;
  for (const end of sentenceEnds(joined)) {
    if (goesOn(joined.slice(Math.max(start, end - 24), end), joined.slice(end, end + 24))) continue;
    addTrimmed(text, span(paragraph.start + start, paragraph.start + end), found);
    start = end;
  }
  addTrimmed(text, span(paragraph.start + start, paragraph.end), found);
}

/**
 * Where the segmenter ends sentences. It takes time by the square of its input, so a long
 * paragraph is given to it window by window; the last sentence of a window may go on after it and
 * is read again with the next.
 */
function* sentenceEnds(paragraph: string): Generator<number> {
  let start = 0;
  let size = WINDOW;
  while (start < paragraph.length) {
    const window = paragraph.slice(start, start + size);
    const ends = Array.from(
      segmenter.segment(window),
      ({ index, segment }) => index + segment.length,
    );
    const isLast = start + size >= paragraph.length;
    if (!isLast) ends.pop();
    for (const end of ends) yield start + end;
    if (isLast) return;
    const read = ends.at(-1) ?? 0;
    start += read;
    size = read > 0 ? WINDOW : size * 2;
  }
}

/** Whether a sentence that seems to end with `before` goes on with `after`. */
function goesOn(before: string, after: string): boolean {
  const end = before.trimEnd();
  if (after === '') return false;
  if (/^["'\u2018\u201c([]*\p{Ll}/u.test(after)) return true;
  if (BEFORE_A_NAME.test(end)) return true;
  if (BEFORE_A_NUMBER.test(end) && /^\d/.test(after)) return true;
  return INITIALS.test(end) && !OPENERS.test(after);
}

function addTrimmed(text: string, of: Span, found: Span[]): void {
  let { start, end } = of;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start < end) found.push(span(start, end));
}

function isSpace(text: string, offset: number): boolean {
  return /^\s$/.test(text[offset] ?? '');
}
