import { CAREFUL, foldedUnits } from './foldedUnits.js';

/* Whether marks can stand inside of words in the source of Markdown. */

const NOTHING = 0;
/** Emphasis, and the end of an address in pointed brackets: what follows may belong to the word. */
const RUN = 1;
/** Begins what may be a link, an image or HTML, in part or in whole no words. */
const OPENING = 2;
/** Ends the label of a link or an image. */
const CLOSING = 3;
const REFERENCE = 4;
/** Code may lose the spaces at its ends. */
const TICK = 5;

const MEANINGS = new Uint8Array(0x80);
for (const [chars, meaning] of [
  ['*_~>', RUN],
  ['[<!', OPENING],
  [']', CLOSING],
  ['&', REFERENCE],
  ['`', TICK],
] as const) {
  for (const char of chars) MEANINGS[char.charCodeAt(0)] = meaning;
}

const CHARACTER_REFERENCE = /&(?:#|[a-z\d]+;)/iy;

/** The rest of a label, with or without an address, that no word can go on after. */
const LABEL_END = /\](?:\([^\s()<>]*\))?(?!\S)/y;

/**
 * Whether a word of ASCII letters and digits that readers see may be written with something in it, or
 * with a character reference. False is certain: each such word stands in the source as it is seen.
 */
export function mayCutWords(source: string): boolean {
  let isAfterWord = false;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    const meaning = code < 0x80 ? (MEANINGS[code] ?? NOTHING) : NOTHING;
    if (meaning === NOTHING) {
      isAfterWord = isOfWord(code);
    } else if (meaning === TICK) {
      return true;
    } else if (meaning === REFERENCE) {
      isAfterWord = false;
      if (matchesAt(CHARACTER_REFERENCE, source, at)) return true;
    } else if (isAfterWord && meaning !== RUN) {
      if (meaning === OPENING && (code !== BANG || source.charCodeAt(at + 1) === BRACKET))
        return true;
      if (meaning === CLOSING && !matchesAt(LABEL_END, source, at)) return true;
      isAfterWord = false;
    } else if (isAfterWord && isOfWord(source.charCodeAt(at + 1))) {
      return true;
    }
  }
  return false;
}

const BANG = 0x21;
const BRACKET = 0x5b;

/** ASCII in small letters. */
function isOfWord(code: number): boolean {
  const folded = foldedUnits[code] ?? 0;
  return folded > CAREFUL && folded < 0x80;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
