import { isWritten, Spelling, spellingOf } from './nameSpelling.js';
import { NameTrie } from './nameTrie.js';
import { WordReader } from './nameWords.js';
import { NumberList, Sieve } from './numberTable.js';

/**
 * Names with the numbers of those who bear them, their owners. Finds in a text the longest of them,
 * in whole words, plural and possessive forms too.
 */
export class NameForms {
  private readonly trie = new NameTrie();
  /** What can be a name of one word. */
  private readonly singles = new Sieve();
  /** By end, twice: eight times whose name ends there and its {@link Spelling}; the next end of the same node. */
  private readonly ends = new NumberList();
  /** By end: the name, where it is of one word. */
  private readonly oneWords: string[] = [''];
  /** By owner: 1 where it is not found any more. */
  private readonly forgotten = new NumberList();

  constructor() {
    this.ends.push(0); // there is no end 0
    this.ends.push(0);
  }

  /** @returns the number of somebody new, counted from 0, to be found by these names */
  add(forms: readonly string[]): number {
    const owner = this.forgotten.length;
    this.forgotten.push(0);
    for (const form of forms) {
      const reader = new WordReader(form);
      const node = this.trie.add(reader);
      if (node === 0) {
        continue;
      }
      const spelling = this.trie.isFirst(node) ? this.addOneWord(reader) : Spelling.Any;
      if (spelling === Spelling.Any) {
        this.oneWords.push('');
      }
      const end = this.ends.length / 2;
      this.ends.push(owner * 8 + spelling);
      this.ends.push(this.trie.endAt(node));
      this.trie.setEnd(node, end);
    }
    return owner;
  }

  /** Notes how the name of one word is to be written that the reader stands at. */
  private addOneWord(reader: WordReader): number {
    const { text, start, end, foldHash, isCapital } = reader;
    const word = text.slice(start, end);
    const spelling = spellingOf(word);
    this.oneWords.push(word);
    for (const hash of spelling === Spelling.AsIs ? [foldHash] : reader.pluralHashes()) {
      this.trie.beginnings.add(hash);
      this.singles.add(singleHash(hash, isCapital));
      if (spelling === Spelling.Small) {
        this.singles.add(singleHash(hash, true));
      }
    }
    return spelling;
  }

  /** From now on nothing is found by this owner's names. */
  forget(owner: number): void {
    this.forgotten.set(owner, 1);
  }

  /**
   * Finds names from left to right, none overlapping another.
   * @param take gets the UTF-16 offsets of each and its owners in no particular order, in a list
   * that is used again; the search ends when it returns false
   * @param within where names are to begin: from an offset to and with another
   */
  search(
    text: string,
    take: (start: number, end: number, owners: NumberList) => boolean,
    within: { readonly from: number; readonly to: number } = { from: 0, to: text.length },
  ): void {
    const reader = new WordReader(text);
    const owners = new NumberList(4);
    let at = within.from;
    while (reader.nextThrough(this.trie.beginnings, at) && reader.start <= within.to) {
      const { start } = reader;
      at = reader.end;
      const end = this.longestAt(reader, owners);
      if (end !== 0) {
        if (!take(start, end, owners)) {
          return;
        }
        at = end;
      }
    }
  }

  /**
   * The longest name that begins with the word the reader stands at; the reader is moved.
   * @returns where it ends, its owners in `owners`; 0 where there is none
   */
  private longestAt(reader: WordReader, owners: NumberList): number {
    const { trie } = this;
    let mayEnd = this.singles.mayHold(singleHash(reader.foldHash, reader.isCapital));
    if (!mayEnd && !this.mayGoOn(reader)) {
      return 0;
    }
    let node = 0;
    let found = 0;
    do {
      const isPlural = mayEnd && reader.readStem();
      const last = trie.child(node, reader, isPlural);
      if (mayEnd && last !== 0 && this.findOwners(trie.endAt(last), reader, owners)) {
        found = reader.end;
      }
      node = isPlural ? trie.child(node, reader, false) : last;
      mayEnd = true;
    } while (node !== 0 && trie.goesOn(node) && reader.nextJoined());
    return found;
  }

  /** Whether the word the reader stands at and the next may begin a name: asked before any name is looked at. */
  private mayGoOn(reader: WordReader): boolean {
    const { trie } = this;
    const { start, foldHash } = reader;
    if (!reader.nextJoined()) {
      return false;
    }
    const isPlural = reader.readStem();
    return (
      (trie.mayContinue(foldHash, reader.keyHash(false)) ||
        (isPlural && trie.mayContinue(foldHash, reader.keyHash(true)))) &&
      reader.next(start)
    );
  }

  /** Replaces the owners by those whose names end here, if there are any. */
  private findOwners(firstEnd: number, reader: WordReader, owners: NumberList): boolean {
    let isFirst = true;
    for (let end = firstEnd; end !== 0; end = this.ends.at(end * 2 + 1)) {
      const packed = this.ends.at(end * 2);
      const owner = packed >> 3;
      const spelling = packed & 7;
      if (
        this.forgotten.at(owner) === 1 ||
        (spelling !== Spelling.Any && !isWritten(reader, this.oneWords[end] ?? '', spelling))
      ) {
        continue;
      }
      if (isFirst) {
        owners.length = 0;
        isFirst = false;
      }
      // Names of one owner that end at one node were added one after another.
      if (owners.length === 0 || owners.at(owners.length - 1) !== owner) {
        owners.push(owner);
      }
    }
    return !isFirst;
  }
}

/** Tells "Reform" from "reform", which is most of what can be told about names of one word. */
function singleHash(foldHash: number, isCapital: boolean): number {
  return isCapital ? ~foldHash : foldHash;
}
