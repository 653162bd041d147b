/*
 * The keys of sidecars are few and come again and again. Those that were read before are known by
 * number, and are found in a text without looking for their end.
 */

/** A power of two. */
const SLOTS = 256;
/** How many words may stand in a slot. */
const WAYS = 2;
const MOST_KEYS = 128;
const LONGEST_KEY = 24;
/** So many characters tell keys apart well enough. */
const HEAD = 3;
const COLON = 0x3a;
const SPACE = 0x20;

/** Words that nobody can take for anything else: no quotation marks, no digits first. */
const simpleWord = /^[A-Za-z][A-Za-z0-9_-]+$/;

/** What `null`, `Null` and `NULL` have in common; `~` is no simple word. */
const nullWord = /^null$/i;

/** Words as keys: never forgotten, so that a number stays the same word's. */
export class KnownKeys {
  private readonly words: string[] = [];
  /** Of each word: its head and bit (see {@link headOf} and {@link bitOf}), length and characters. */
  private readonly heads = new Int32Array(MOST_KEYS);
  private readonly lengths = new Uint8Array(MOST_KEYS);
  private readonly codes = new Uint8Array(MOST_KEYS * LONGEST_KEY);
  private readonly bits = new Int32Array(MOST_KEYS);
  /** For each slot the numbers of its words; -1 is none. */
  private readonly slots = new Int16Array(SLOTS * WAYS).fill(-1);

  /** Whether no more are learned. */
  get isFull(): boolean {
    return this.words.length >= MOST_KEYS;
  }

  word(key: number): string {
    return this.words[key] ?? '';
  }

  length(key: number): number {
    return this.lengths[key] ?? 0;
  }

  bit(key: number): number {
    return this.bits[key] ?? 0;
  }

  /**
   * The known key at an offset, with a colon and a space after it.
   *
   * @returns its number; -1 if none stands there
   */
  at(text: string, start: number): number {
    if (start + 4 > text.length) {
      return -1;
    }
    const head = headOf(text, start);
    const slot = slotOf(head);
    const first = this.slots[slot] ?? -1;
    if (first < 0 || this.standsAt(first, head, text, start)) {
      return first;
    }
    const second = this.slots[slot + 1] ?? -1;
    return second < 0 || this.standsAt(second, head, text, start) ? second : -1;
  }

  /** From now on a word is known, if it is simple and there is room. */
  learn(word: string): void {
    const { length } = word;
    if (this.isFull || length < 2 || length > LONGEST_KEY) {
      return;
    }
    const head = headOf(length < HEAD ? `${word}:` : word, 0);
    const slot = slotOf(head);
    const way = (this.slots[slot] ?? -1) < 0 ? slot : slot + 1;
    const isTaken = (this.slots[way] ?? -1) >= 0;
    if (
      isTaken ||
      this.words[this.slots[slot] ?? -1] === word ||
      !simpleWord.test(word) ||
      nullWord.test(word)
    ) {
      return;
    }
    const key = this.words.push(word) - 1;
    this.slots[way] = key;
    this.heads[key] = head;
    this.bits[key] = bitOf(word);
    this.lengths[key] = length;
    for (let i = 0; i < length; i++) {
      this.codes[key * LONGEST_KEY + i] = word.charCodeAt(i);
    }
  }

  private standsAt(key: number, head: number, text: string, start: number): boolean {
    const { codes } = this;
    const end = start + (this.lengths[key] ?? 0);
    if (
      this.heads[key] !== head ||
      end + 1 >= text.length ||
      text.charCodeAt(end) !== COLON ||
      text.charCodeAt(end + 1) !== SPACE
    ) {
      return false;
    }
    for (let i = start + HEAD, code = key * LONGEST_KEY + HEAD; i < end; i++, code++) {
      if (text.charCodeAt(i) !== codes[code]) {
        return false;
      }
    }
    return true;
  }
}

/** The first characters as a number; -1 if they are not of ASCII. */
function headOf(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const third = text.charCodeAt(start + 2);
  return (first | second | third) < 0x80 ? first | (second << 7) | (third << 14) : -1;
}

function slotOf(head: number): number {
  return ((head ^ (head >> 6) ^ (head >> 13)) & (SLOTS - 1)) * WAYS;
}

/** One of 32 bits for a word, the same for the same word: words whose bits differ are not the same. */
export function bitOf(word: string): number {
  const { length } = word;
  return 1 << (length * 5 + word.charCodeAt(0) + word.charCodeAt(length - 1));
}

let current = new KnownKeys();

/** What is known now. Whoever has it keeps it: when it is full, the next gets a new one. */
export function knownKeys(): KnownKeys {
  if (current.isFull) {
    current = new KnownKeys();
  }
  return current;
}
