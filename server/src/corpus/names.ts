import type { Definition } from '../sidecars/definition.js';
import type { Span } from '../text/span.js';

/** A definition that can be mentioned in a text, with the file that holds it. */
export interface Named {
  readonly uri: string;
  readonly definition: Definition;
}

/** Where a text mentions something. More than one candidate: the name alone does not tell which. */
export interface Mention {
  /** UTF-16 offsets into the text that was searched. */
  readonly span: Span;
  readonly candidates: readonly Named[];
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Names that end here. */
  readonly ends: NameEnd[];
}

interface NameEnd {
  readonly named: Named;
  /** The one word, where it must be written exactly so: "Reform" is not "reform". */
  readonly exactWord: string | null;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Kinds that texts mention by name. */
const mentionable = new Set(['organisation', 'person', 'place', 'document']);

/**
 * Finds names and aliases in running text: whole words, the longest name first, plural and
 * possessive forms too. A name of several words is found in any case; a single word only as
 * written, since it may be a common word otherwise ("Reform" the think tank, "reform" the verb).
 */
export class NameMatcher {
  private readonly root: TrieNode = newNode();

  constructor(names: Iterable<Named>) {
    for (const named of names) {
      this.add(named);
    }
  }

  private add(named: Named): void {
    const { definition } = named;
    if (!mentionable.has(definition.kind)) {
      return;
    }
    for (const { value } of [definition.name ?? [], definition.aliases].flat()) {
      const words = wordsOf(value);
      if (words.length === 0) {
        continue;
      }
      let node = this.root;
      for (const [index, word] of words.entries()) {
        const key = index === words.length - 1 ? stem(word.text) : fold(word.text);
        let next = node.next.get(key);
        if (next === undefined) {
          next = newNode();
          node.next.set(key, next);
        }
        node = next;
      }
      const exactWord = words.length === 1 ? (words[0]?.text ?? null) : null;
      if (!node.ends.some((end) => end.named === named && end.exactWord === exactWord)) {
        node.ends.push({ named, exactWord });
      }
    }
  }

  /** All mentions in a text, in order, none overlapping another. */
  find(text: string): readonly Mention[] {
    const words = wordsOf(text);
    const mentions: Mention[] = [];
    let index = 0;
    while (index < words.length) {
      const match = this.longestAt(text, words, index);
      if (match === undefined) {
        index++;
        continue;
      }
      const first = words[index];
      const last = words[match.lastWord];
      if (first !== undefined && last !== undefined) {
        mentions.push({
          span: { start: first.start, end: last.end },
          candidates: match.candidates,
        });
      }
      index = match.lastWord + 1;
    }
    return mentions;
  }

  private longestAt(
    text: string,
    words: readonly Word[],
    from: number,
  ): { lastWord: number; candidates: readonly Named[] } | undefined {
    let node: TrieNode | undefined = this.root;
    let found: { lastWord: number; candidates: readonly Named[] } | undefined;
    for (let index = from; index < words.length; index++) {
      const word = words[index];
      const before = words[index - 1];
      if (
        word === undefined ||
        (index > from && before !== undefined && !joins(text, before, word))
      ) {
        break;
      }
      const ending: TrieNode | undefined = node.next.get(stem(word.text));
      const candidates = (ending?.ends ?? [])
        .filter(({ exactWord }) => exactWord === null || writtenAs(word.text, exactWord))
        .map(({ named }) => named);
      if (candidates.length > 0) {
        found = { lastWord: index, candidates: [...new Set(candidates)] };
      }
      node = node.next.get(fold(word.text));
      if (node === undefined) {
        break;
      }
    }
    return found;
  }
}

function newNode(): TrieNode {
  return { next: new Map(), ends: [] };
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return words;
}

/** What may stand between two words of one name: a space, a hyphen, an apostrophe, `&`, "Dr. ". */
function joins(text: string, before: Word, after: Word): boolean {
  const gap = text.slice(before.end, after.start);
  if (gap.length > 4) {
    return false;
  }
  return (
    /^(?:[^\S\r\n]{1,2}|[^\S\r\n]?\r?\n[^\S\r\n]?|['’\-‐‑–/]| ?& ?)$/u.test(gap) ||
    (gap === '. ' && isShortened(before.text))
  );
}

/** "Dr", "Prof", an initial; but "NHS. London" is the end of a sentence. */
function isShortened(word: string): boolean {
  return /^\p{Lu}\p{Ll}{0,3}$/u.test(word);
}

function fold(word: string): string {
  return word.toLowerCase();
}

/**
 * The singular of a word's common English plurals, in lower case. In a short word only a small `s`
 * counts, so that "NHS" keeps its own and "TRUSTS" in a headline does not.
 */
function stem(word: string): string {
  const folded = word.toLowerCase();
  if (folded.length < 3 || !(word.endsWith('s') || (word.length > 4 && word.endsWith('S')))) {
    return folded;
  }
  if (folded.endsWith('ies') && folded.length > 4) {
    return `${folded.slice(0, -3)}y`;
  }
  if (/(?:ss|sh|ch|x|z)es$/.test(folded)) {
    return folded.slice(0, -2);
  }
  return /(?:ss|us|is)$/.test(folded) ? folded : folded.slice(0, -1);
}

/**
 * Whether a word of a text is a single-word name as written. An acronym may take a plural `s`
 * ("PCTs"); a name in small letters may start a sentence.
 */
function writtenAs(word: string, name: string): boolean {
  if (word === name) {
    return true;
  }
  if (/^[\p{Lu}\p{N}]{2,}$/u.test(name)) {
    return word === `${name}s`;
  }
  if (/^[\p{Lu}\p{N}]{2,}s$/u.test(name)) {
    return `${word}s` === name;
  }
  return (
    name === name.toLowerCase() &&
    stem(word) === stem(name) &&
    word.slice(1) === word.slice(1).toLowerCase()
  );
}
