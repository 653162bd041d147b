import type { WordReader } from './nameWords.js';

/** How a name has to be written: one of several words in any way, one of one word as {@link spellingOf} says. */
export const Spelling = { Any: 0, AsIs: 1, Acronym: 2, PluralAcronym: 3, Small: 4 } as const;

/**
 * How a name of one word may be written. An acronym may take a plural `s` ("PCTs"); a name in small
 * letters may start a sentence; any other is found only as it is, for it may be a common word
 * otherwise ("Reform" the think tank, "reform" the verb).
 */
export function spellingOf(name: string): number {
  if (/^[\p{Lu}\p{N}]{2,}$/u.test(name)) {
    return Spelling.Acronym;
  }
  if (/^[\p{Lu}\p{N}]{2,}s$/u.test(name)) {
    return Spelling.PluralAcronym;
  }
  return name === name.toLowerCase() ? Spelling.Small : Spelling.AsIs;
}

/** Whether a word of a text is a name of one word as that is written. */
export function isWritten(
  { text, start, end }: WordReader,
  name: string,
  spelling: number,
): boolean {
  const length = end - start;
  if (length === name.length && standsAt(name, length, text, start)) {
    return true;
  }
  switch (spelling) {
    case Spelling.Acronym:
      return (
        length === name.length + 1 &&
        standsAt(name, name.length, text, start) &&
        text[end - 1] === 's'
      );
    case Spelling.PluralAcronym:
      return length === name.length - 1 && standsAt(name, length, text, start);
    case Spelling.Small: {
      const rest = text.slice(start + 1, end);
      return rest === rest.toLowerCase();
    }
    default:
      return false;
  }
}

/** Whether so many units of a name stand at a place: for a few units quicker than `startsWith`. */
function standsAt(name: string, length: number, text: string, at: number): boolean {
  for (let n = 0; n < length; n++) {
    if (name.charCodeAt(n) !== text.charCodeAt(at + n)) {
      return false;
    }
  }
  return true;
}
