import { MappedTextBuilder, type MappedText } from './mappedText.js';
import { span } from './span.js';

// As the insides of character classes.
const SPACE = '\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
/** Soft hyphen, zero-width characters and direction marks: seen by no reader. */
const UNSEEN = '\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff';

const SINGLE_QUOTES = '\u2018-\u201b\u2032\u02bc`\u00b4\uff07';
const DOUBLE_QUOTES = '\u201c-\u201f\u2033\u00ab\u00bb\uff02';
const DASHES = '\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d';
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

/** What folding does with a character by itself. */
const KEPT = 0;
const IS_SPACE = 1;
const IS_UNSEEN = 2;
/** One character takes its place. */
const IS_LEVELLED = 3;
const IS_LONG = 4;

const KINDS = new Uint8Array(0x10000);
classify(SPACE, IS_SPACE);
classify(UNSEEN, IS_UNSEEN);
classify(SINGLE_QUOTES + DOUBLE_QUOTES + DASHES, IS_LEVELLED);
classify([...LIGATURES.keys()].join(''), IS_LONG);

const LEVELLED = new Map<number, string>();
for (const [chars, instead] of [
  [SINGLE_QUOTES, "'"],
  [DOUBLE_QUOTES, '"'],
  [DASHES, '-'],
] as const) {
  for (const code of codesOf(chars)) LEVELLED.set(code, instead);
}

/** Below this no character is composed with its neighbours. */
const FIRST_MARK = 0x300;
const COMPOSED = /\p{M}|[\u1100-\u1112\u2126\u212a\u212b]/u;

/**
 * The text as a reader sees it, for comparing a quote with its article: typographic quotes and
 * dashes are straight, white space of any kind is one space, unseen characters are gone, an
 * ellipsis is three dots and letters are composed (NFC). Case is kept. The map leads back to
 * exact UTF-16 offsets in `text`.
 */
export function fold(text: string): MappedText {
  return foldCharacters(text) ?? foldComposed(text);
}

/** Anything but the ASCII characters that always stay, with single spaces; most quotes have none. */
const MAY_BE_FOLDED = /[^ !-_a-~]| {2}/;

/** The words of `fold` without their map. */
export function foldText(text: string): string {
  return MAY_BE_FOLDED.test(text) ? fold(text).text : text;
}

/** Folds character by character; `null` where letters may have to be composed. */
function foldCharacters(text: string): MappedText | null {
  const folded = new MappedTextBuilder();
  let done = 0;
  let mayCompose = true;
  for (let i = nextUnplain(text, 0); i < text.length; i = nextUnplain(text, i + 1)) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] ?? KEPT;
    if (kind === KEPT) {
      if (code >= FIRST_MARK && mayCompose) {
        if (COMPOSED.test(text)) return null;
        mayCompose = false;
      }
      continue;
    }
    let end = i + 1;
    let instead = '';
    if (kind === IS_SPACE) {
      instead = ' ';
      end = endOfSpace(text, i);
      if (code === 0x20 && end === i + 1) continue; // a space between words
    } else if (kind === IS_LEVELLED) {
      instead = LEVELLED.get(code) ?? '';
    } else if (kind === IS_LONG) {
      instead = LIGATURES.get(text.charAt(i)) ?? '';
    }
    folded.append(text.slice(done, i), done);
    if (instead.length === end - i) folded.append(instead, i);
    else folded.appendWhole(instead, span(i, end));
    done = end;
    i = end - 1;
  }
  folded.append(text.slice(done), done);
  return folded.build();
}

/** Anything but the ASCII characters that always stay, and single spaces between these. */
const UNPLAIN = /[^ !-_a-~]| [^!-~]/g;

/** The next character that may have to be folded, or the text's length. */
function nextUnplain(text: string, from: number): number {
  // In other scripts nearly every character is such a one: a search for each would cost more.
  if (text.charCodeAt(from) >= 0x80) return from;
  UNPLAIN.lastIndex = from;
  return UNPLAIN.exec(text)?.index ?? text.length;
}

/** After the last white space of a stretch of it and of what is unseen. */
function endOfSpace(text: string, start: number): number {
  let end = start + 1;
  for (let i = end; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)];
    if (kind === IS_SPACE) end = i + 1;
    else if (kind !== IS_UNSEEN) break;
  }
  return end;
}

/** Folds any text by patterns, which takes ten times as long. */
export function foldComposed(text: string): MappedText {
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

function classify(chars: string, kind: number): void {
  for (const code of codesOf(chars)) KINDS[code] = kind;
}

/** The characters of a class with ranges in it. */
function* codesOf(chars: string): Generator<number> {
  for (let i = 0; i < chars.length; i++) {
    const isRange = chars[i + 1] === '-';
    const last = chars.charCodeAt(isRange ? i + 2 : i);
    for (let code = chars.charCodeAt(i); code <= last; code++) yield code;
    if (isRange) i += 2;
  }
}
