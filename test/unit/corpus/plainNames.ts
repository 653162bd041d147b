import type { Mention, Named } from '../../../server/src/corpus/names.js';

/*
 * What a name in a text is, said as plainly as possible and without a thought for speed: every name
 * is tried at every word, and the longest one wins. The matcher has to find the same.
 */

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
  }));
}

function isJoined(text: string, a: Word, b: Word): boolean {
  const gap = text.slice(a.end, b.start);
  return (
    /^(?:[^\S\r\n]{1,2}|[^\S\r\n]?\r?\n[^\S\r\n]?|['’\-‐‑–/]| ?& ?)$/u.test(gap) ||
    (gap === '. ' && /^\p{Lu}\p{Ll}{0,3}$/u.test(a.text))
  );
}

export function singular(word: string): string {
  const small = word.toLowerCase();
  if (small.length < 3 || !(word.endsWith('s') || (word.endsWith('S') && word.length > 4))) {
    return small;
  }
  if (small.endsWith('ies') && small.length > 4) {
    return `${small.slice(0, -3)}y`;
  }
  if (/(?:ss|sh|ch|x|z)es$/.test(small)) {
    return small.slice(0, -2);
  }
  return /(?:ss|us|is)$/.test(small) ? small : small.slice(0, -1);
}

/** Whether a word may stand for a name of one word. */
function isSpelled(word: string, name: string): boolean {
  if (/^[\p{Lu}\p{N}]{2,}$/u.test(name)) {
    return word === name || word === `${name}s`;
  }
  if (/^[\p{Lu}\p{N}]{2,}s$/u.test(name)) {
    return word === name || `${word}s` === name;
  }
  const rest = word.slice(1);
  return word === name || (name === name.toLowerCase() && rest === rest.toLowerCase());
}

function standsAt(
  text: string,
  words: readonly Word[],
  at: number,
  name: readonly Word[],
): boolean {
  return name.every(({ text: wanted }, n) => {
    const word = words[at + n];
    const before = words[at + n - 1];
    if (word === undefined || (n > 0 && before !== undefined && !isJoined(text, before, word))) {
      return false;
    }
    return n < name.length - 1
      ? word.text.toLowerCase() === wanted.toLowerCase()
      : singular(word.text) === singular(wanted);
  });
}

/** @param names in order of their ids */
export function plainFind(names: readonly Named[], text: string): readonly Mention[] {
  const kinds = ['organisation', 'person', 'place', 'document'];
  const forms = names
    .filter(({ definition }) => kinds.includes(definition.kind))
    .flatMap((named) =>
      [named.definition.name ?? [], named.definition.aliases]
        .flat()
        .map(({ value }) => ({ named, words: wordsOf(value) })),
    )
    .filter(({ words }) => words.length > 0);
  const words = wordsOf(text);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const found = forms.filter(
      ({ words: name }) =>
        standsAt(text, words, at, name) &&
        (name.length > 1 || isSpelled(words[at]!.text, name[0]!.text)),
    );
    const length = Math.max(0, ...found.map(({ words: name }) => name.length));
    if (length > 0) {
      const longest = found.filter(({ words: name }) => name.length === length);
      mentions.push({
        span: { start: words[at]!.start, end: words[at + length - 1]!.end },
        candidates: [...new Set(longest.map(({ named }) => named))],
      });
    }
    at += Math.max(1, length);
  }
  return mentions;
}
