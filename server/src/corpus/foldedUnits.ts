/*
 * What each UTF-16 unit is in a word of a name, in one table: whether it is part of a word, and how it is
 * written in small letters.
 */

/** A unit of a word that is to be looked at with care. No letter in small letters is U+0001. */
export const CAREFUL = 1;

/** By UTF-16 unit: 0 where it is no part of a word, CAREFUL, or else the unit in small letters. */
export const foldedUnits: Uint16Array = makeFoldedUnits();

function makeFoldedUnits(): Uint16Array {
  const units = new Uint16Array(0x10000);
  const all = Array.from({ length: 256 }, (_, page) =>
    String.fromCharCode(...Array.from({ length: 256 }, (_, n) => page * 256 + n)),
  ).join('');
  for (const { 0: run, index } of all.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const isSmall = run === run.toLowerCase();
    for (let n = 0; n < run.length; n++) {
      units[index + n] = isSmall ? run.charCodeAt(n) : foldedUnit(run.charAt(n));
    }
  }
  return units.fill(CAREFUL, 0xd800, 0xe000); // halves of characters
}

function foldedUnit(letter: string): number {
  const small = letter.toLowerCase();
  // How a sigma is written small depends on whether it ends the word.
  return small.length === 1 && letter !== '\u03a3' ? small.charCodeAt(0) : CAREFUL;
}
