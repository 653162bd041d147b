import { MappedTextBuilder, type MappedText } from './mappedText.js';
import { span } from './span.js';

const SPACE =
  '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
/** Soft hyphen, zero-width characters and direction marks: seen by no reader. */
const UNSEEN = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

const SINGLE_QUOTES = '\\u2018-\\u201b\\u2032\\u02bc`\\u00b4\\uff07';
const DOUBLE_QUOTES = '\\u201c-\\u201f\\u2033\\u00ab\\u00bb\\uff02';
const DASHES = '\\u2010-\\u2015\\u2212\\u2043\\ufe58\\ufe63\\uff0d';
const LIGATURES = new Map([
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\u2026', '...'],
]);

/** Unicode's Stream-Safe limit (UAX #15): more marks on one letter than this are not composed. */
const MAX_MARKS = 30;

const PIECES = new RegExp(
  [
    `(?<space>[${SPACE}](?:[${SPACE}${UNSEEN}]*[${SPACE}])?)`,
    `(?<unseen>[${UNSEEN}]+)`,
    `(?<single>[${SINGLE_QUOTES}])`,
    `(?<double>[${DOUBLE_QUOTES}])`,
    `(?<dash>[${DASHES}])`,
    `(?<long>[\\u2026\\ufb00-\\ufb04])`,
    // Letters with marks, Korean letters, and characters that Unicode always recomposes.
    `(?<compose>\\P{M}\\p{M}{1,${MAX_MARKS}}|[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[\\u2126\\u212a\\u212b])`,
  ].join('|'),
  'gu',
);

/**
 * The text as a reader sees it, for comparing a quote with its article: typographic quotes and
 * dashes are straight, white space of any kind is one space, unseen characters are gone, an
 * ellipsis is three dots and letters are composed (NFC). Case is kept. The map leads back to
 * exact UTF-16 offsets in `text`.
 */
export function fold(text: string): MappedText {
  const folded = new MappedTextBuilder();
  let done = 0;
  for (const match of text.matchAll(PIECES)) {
    const [piece] = match;
    folded.append(text.slice(done, match.index), done);
    done = match.index + piece.length;
    const instead = replacement(piece, match.groups ?? {});
    if (instead.length === piece.length) folded.append(instead, match.index);
    else folded.appendWhole(instead, span(match.index, done));
  }
  folded.append(text.slice(done), done);
  return folded.build();
}

function replacement(piece: string, groups: Readonly<Record<string, string | undefined>>): string {
  if (groups['space'] !== undefined) return ' ';
  if (groups['unseen'] !== undefined) return '';
  if (groups['single'] !== undefined) return "'";
  if (groups['double'] !== undefined) return '"';
  if (groups['dash'] !== undefined) return '-';
  return LIGATURES.get(piece) ?? piece.normalize('NFC');
}
