import type { WordReader } from './nameWords.js';
import { NumberList, NumberTable, Sieve } from './numberTable.js';

/** What is known of a node: its numbers stand one after another, for they are asked together. */
const SIZE = 4;
/** A hash of all words up to here. */
const HASH = 0;
/** Twice the node before, and 1 more where names go on after this one. */
const PARENT = 1;
/** Where its word begins in `units`; it ends where that of the next node begins. */
const START = 2;
/** What {@link NameTrie.setEnd} put there. */
const END = 3;

/**
 * Names as a tree of words: each but a name's last in small letters, the last as its singular.
 * Nodes are numbered from 1 on, 0 is the root. All of it is in typed arrays; words are looked up by
 * their hashes, and then compared unit by unit.
 */
export class NameTrie {
  private readonly nodes = new NumberList(SIZE << 8);
  private readonly table = new NumberTable((node) => this.nodes.at(node * SIZE + HASH));
  /** The words of all nodes. */
  private units = new Uint16Array(1 << 10);
  private unitCount = 0;
  /** The first words of names: most words of a text are none. Who adds a name of one word adds it here. */
  readonly beginnings = new Sieve();
  /** All nodes but those of first words: hardly any two words of a text begin a name. */
  private readonly continuations = new Sieve();

  constructor() {
    for (let n = 0; n < SIZE; n++) {
      this.nodes.push(0);
    }
  }

  /**
   * Adds a name; the reader has not begun, and stands at the last word in the end.
   * @returns its node; 0 for a name without words
   */
  add(reader: WordReader): number {
    let node = 0;
    let isLast = false;
    while (!isLast && reader.next(reader.end)) {
      isLast = !reader.hasNext();
      const parent = node;
      const isStem = isLast && reader.readStem();
      const child = this.child(node, reader, isStem);
      node = child === 0 ? this.addNode(node, reader, isStem) : child;
      if (!isLast) {
        this.letGoOn(parent, node);
      }
    }
    return node;
  }

  /** Whether a node's way from the root is of one word. */
  isFirst(node: number): boolean {
    return this.nodes.at(node * SIZE + PARENT) >> 1 === 0;
  }

  private letGoOn(parent: number, node: number): void {
    if (!this.goesOn(node)) {
      this.nodes.set(node * SIZE + PARENT, parent * 2 + 1);
      if (parent === 0) {
        this.beginnings.add(this.nodes.at(node * SIZE + HASH));
      }
    }
  }

  private addNode(parent: number, reader: WordReader, isStem: boolean): number {
    const { nodes } = this;
    const node = nodes.length / SIZE;
    const length = reader.keyLength(isStem);
    const hash = pathHash(nodes.at(parent * SIZE + HASH), reader.keyHash(isStem));
    nodes.push(hash); // in the order of the constants above
    nodes.push(parent * 2);
    nodes.push(this.unitCount);
    nodes.push(0);
    while (this.unitCount + length > this.units.length) {
      const wider = new Uint16Array(this.units.length * 2);
      wider.set(this.units);
      this.units = wider;
    }
    for (let n = 0; n < length; n++) {
      this.units[this.unitCount++] = reader.keyUnit(n, isStem);
    }
    this.table.add(node);
    if (parent !== 0) {
      this.continuations.add(hash);
    }
    return node;
  }

  /** False where no name begins with two words of these hashes; now and then true else. */
  mayContinue(first: number, second: number): boolean {
    return this.continuations.mayHold(pathHash(first, second));
  }

  /** The node after a node by the word a reader stands at, or by its singular; 0 for none. */
  child(node: number, reader: WordReader, isStem: boolean): number {
    const { nodes, table } = this;
    const hash = pathHash(nodes.at(node * SIZE + HASH), reader.keyHash(isStem));
    if (node !== 0 && !this.continuations.mayHold(hash)) {
      return 0;
    }
    let slot = table.slot(hash);
    for (;;) {
      const child = table.at(slot);
      const at = child * SIZE;
      if (
        child === 0 ||
        (nodes.at(at + HASH) === hash &&
          nodes.at(at + PARENT) >> 1 === node &&
          this.isWord(child, reader, isStem))
      ) {
        return child;
      }
      slot = table.after(slot);
    }
  }

  private isWord(node: number, reader: WordReader, isStem: boolean): boolean {
    const next = (node + 1) * SIZE;
    const start = this.nodes.at(node * SIZE + START);
    const length =
      (next < this.nodes.length ? this.nodes.at(next + START) : this.unitCount) - start;
    return reader.isKey(this.units, start, length, isStem);
  }

  /** Whether names go on after a node. */
  goesOn(node: number): boolean {
    return (this.nodes.at(node * SIZE + PARENT) & 1) === 1;
  }

  /** A number for the names that end at a node; 0 where none was set. */
  endAt(node: number): number {
    return this.nodes.at(node * SIZE + END);
  }

  setEnd(node: number, end: number): void {
    this.nodes.set(node * SIZE + END, end);
  }
}

/** For the first word that word's own hash. */
function pathHash(parent: number, word: number): number {
  return (Math.imul(parent, 0x85ebca6b) + word) | 0;
}
