import type { MappedTextBuilder } from '../text/mappedText.js';
import { span, type Span } from '../text/span.js';

const PUNCTUATION = /^[!-/:-@[-`{-~]$/;
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const AMPERSAND = /^&(?:amp|AMP|#0*38|#[xX]0*26);$/;
const LINE_BREAK = /\r\n|\r|\n/y;
/** What may stand before the words of a continued line: indentation and block quote marks. */
const LINE_PREFIX = /(?:[^\S\r\n]|>)*/y;
const LINE_END = /[^\S\r\n]*/y;

/**
 * Renders the value of a node so that every character leads back to its place in `source`,
 * `at` being the node's. The two differ where the source has line breaks of other kinds, prefixes of
 * continued lines and, where it is `marked` up, backslash escapes and character references.
 * Line breaks are rendered as "\n". What cannot be told apart is mapped as a whole.
 */
export function align(
  value: string,
  source: string,
  at: Span,
  marked: boolean,
  into: MappedTextBuilder,
): void {
  let i = 0;
  let j = at.start;
  /** Where the stretch began that is the same in both. */
  let same = 0;
  const flush = (): void => {
    into.append(value.slice(same, i), j - (i - same));
  };
  /** Renders `text` for the next `taken` characters of the value and the source up to `end`. */
  const replace = (text: string, taken: number, end: number): void => {
    flush();
    if (text.length === end - j) into.append(text, j);
    else into.appendWhole(text, span(j, end));
    i += taken;
    same = i;
    j = end;
  };
  /** Leaves out source that has no counterpart in the value. */
  const skipTo = (offset: number): void => {
    flush();
    same = i;
    j = offset;
  };

  while (i < value.length) {
    const char = value[i] ?? '';
    const written = j < at.end ? (source[j] ?? '') : '';
    if (marked && written === '\\' && char === source[j + 1] && PUNCTUATION.test(char)) {
      replace(char, 1, j + 2);
      continue;
    }
    if (marked && written === '&') {
      const reference = matchAt(REFERENCE, source, j);
      if (reference !== '' && (char !== '&' || AMPERSAND.test(reference))) {
        const end = j + reference.length;
        const length = decodedLength(value, i, reference, source.slice(end, end + 1));
        replace(value.slice(i, i + length), length, end);
        continue;
      }
    }
    if (char === '\n' || char === '\r' || (char === ' ' && /^[\r\n]$/.test(written))) {
      const gap = matchAt(LINE_END, source, j);
      const found = matchAt(LINE_BREAK, source, j + gap.length);
      if (found !== '') {
        skipTo(j + gap.length);
        const taken = char === '\r' && value[i + 1] === '\n' ? 2 : 1;
        replace(char === ' ' ? ' ' : '\n', taken, j + found.length);
        // Of what may be the line's prefix, the end may be words, which the value keeps.
        const prefix = matchAt(LINE_PREFIX, source, j);
        skipTo(j + Math.max(0, prefix.lastIndexOf(matchAt(LINE_PREFIX, value, i))));
        continue;
      }
    }
    if (char === written || (char === '\ufffd' && written === '\0')) {
      i++;
      j++;
      continue;
    }
    if (written === '\\' && char === source[j + 1]) {
      replace(char, 1, j + 2); // `\|` for a bar in the code of a table's cell
      continue;
    }
    const next = source.indexOf(char, j);
    if (next < 0 || next >= at.end) {
      replace(value.slice(i), value.length - i, at.end);
      return;
    }
    skipTo(next);
  }
  flush();
}

function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? '';
}

/**
 * How many UTF-16 units of the value the reference stands for: two for an astral character and for
 * the few names of two characters, such as `&NotEqualTilde;`; else one.
 */
function decodedLength(value: string, at: number, reference: string, after: string): number {
  if (/^[\ud800-\udbff]$/.test(value[at] ?? '')) return 2;
  if (reference.startsWith('&#')) return 1;
  const next = value[at + 1] ?? '';
  const second = /^[\u0331\u0333\u0338\u20d2\u20e5\ufe00\u200aj]$/.test(next);
  return second && next !== after ? 2 : 1;
}
