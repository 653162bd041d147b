import { internedSlice } from './intern.js';
import type { Located, Span } from './span.js';
import { knownKeys } from './yamlKnownKeys.js';
import type { YamlNode } from './yamlNode.js';

/* The kinds of nodes on a tape. Those of scalars come first. */

export const PLAIN = 0;
/** A plain scalar that says nothing: empty, `~` or `null`. */
export const NULL_WORD = 1;
export const QUOTED = 2;
export const BLOCK = 3;
export const LIST = 4;
export const MAP = 5;
/** A value that is not there at all. */
export const ABSENT = 6;

/** How many cells a node takes: its kind, start, end, and what follows. */
export const STRIDE = 4;

const FIRST_CELLS = 16_384;
/* In the fourth cell of a scalar: its text is as written; it is the first known key, the next, … */
const AS_WRITTEN = -1;
const FIRST_KNOWN = -2;

const MOST_SPARE_CELLS = 1_000_000;
const noCells = new Int32Array(0);

/** What the last tape was written on: a tape is seldom needed for longer than it takes to read it. */
let spareCells: Int32Array | null = null;

function takeCells(): Int32Array {
  const cells = spareCells ?? new Int32Array(FIRST_CELLS);
  spareCells = null;
  return cells;
}

/**
 * A YAML tree in a row of numbers, each node before those within it: a mapping's are key, value,
 * key, value. Reading a file makes no object for what nobody asks for. A node is known by the number
 * of its first cell; offsets are those of the text.
 *
 * The fourth cell of a collection is the number of the node after it. That of a scalar is the number
 * of its text where the file's characters are not its text, else it is negative (see below).
 */
export class YamlTape {
  length = 0;
  readonly texts: string[] = [];

  readonly knownKeys = knownKeys();

  private cells = takeCells();

  /**
   * @param nodes the nodes themselves, where the tape is made from a tree
   */
  constructor(
    readonly text: string,
    private readonly nodes: Map<number, YamlNode> | null = null,
  ) {}

  get isEmpty(): boolean {
    return this.length === 0;
  }

  addScalar(kind: number, start: number, end: number, text: string | null): number {
    return this.add(kind, start, end, text === null ? AS_WRITTEN : this.texts.push(text) - 1);
  }

  /** A known key, which stands in the file as it is known. */
  addKnownKey(key: number, start: number, end: number): void {
    this.add(PLAIN, start, end, FIRST_KNOWN - key);
  }

  /** A scalar whose text stands in the file. */
  addWritten(kind: number, start: number, end: number): void {
    this.add(kind, start, end, AS_WRITTEN);
  }

  /** The number of a known key; -1 of others, which may be the same words. */
  knownKey(node: number): number {
    const own = this.cells[node + 3] ?? AS_WRITTEN;
    return own < AS_WRITTEN ? FIRST_KNOWN - own : -1;
  }

  /** Where a scalar's text stands in the file, quotation marks left out; -1 if it is another there. */
  textStart(node: number): number {
    const own = this.cells[node + 3] ?? AS_WRITTEN;
    return own >= 0 ? -1 : this.start(node) + (this.cells[node] === QUOTED ? 1 : 0);
  }

  /** Where that text ends. */
  textEnd(node: number): number {
    return this.end(node) - (this.cells[node] === QUOTED ? 1 : 0);
  }

  /** Starts a collection: what is added until it is closed lies within. */
  open(kind: number, start: number): number {
    return this.add(kind, start, start, 0);
  }

  close(node: number, end: number): void {
    this.cells[node + 2] = end;
    this.cells[node + 3] = this.length;
  }

  kind(node: number): number {
    return this.cells[node] ?? ABSENT;
  }

  start(node: number): number {
    return this.cells[node + 1] ?? 0;
  }

  end(node: number): number {
    return this.cells[node + 2] ?? 0;
  }

  /** The node after this one and all within it. */
  after(node: number): number {
    const kind = this.cells[node];
    return kind === LIST || kind === MAP ? (this.cells[node + 3] ?? 0) : node + STRIDE;
  }

  /** A scalar's text, as a string that does not keep the file's alive: for ids, keys and the like. */
  word(node: number): string {
    const own = this.cells[node + 3] ?? -1;
    if (own !== AS_WRITTEN) {
      return own >= 0 ? (this.texts[own] ?? '') : this.knownKeys.word(FIRST_KNOWN - own);
    }
    const quote = this.cells[node] === QUOTED ? 1 : 0;
    return internedSlice(this.text, this.start(node) + quote, this.end(node) - quote);
  }

  /** A scalar's text, which may keep the file's alive: for what is long. */
  textOf(node: number): string {
    const own = this.cells[node + 3] ?? -1;
    if (own >= 0) {
      return this.texts[own] ?? '';
    }
    const quote = this.cells[node] === QUOTED ? 1 : 0;
    return this.text.slice(this.start(node) + quote, this.end(node) - quote);
  }

  /** The first character of a scalar's text, as a code; NaN if it has none. */
  firstChar(node: number): number {
    const own = this.cells[node + 3] ?? -1;
    return own >= 0
      ? (this.texts[own] ?? '').charCodeAt(0)
      : this.text.charCodeAt(this.start(node) + (this.cells[node] === QUOTED ? 1 : 0));
  }

  /** The last one. */
  lastChar(node: number): number {
    const own = this.cells[node + 3] ?? -1;
    const text = own >= 0 ? (this.texts[own] ?? '') : this.text;
    const end = own >= 0 ? text.length : this.end(node) - (this.cells[node] === QUOTED ? 1 : 0);
    return text.charCodeAt(end - 1);
  }

  span(node: number): Span {
    const known = this.nodes?.get(node);
    return known !== undefined ? known.span : { start: this.start(node), end: this.end(node) };
  }

  /** A scalar's text and place; nothing for null, lists and mappings. */
  locatedWord(node: number): Located<string> | undefined {
    return this.kind(node) > BLOCK || this.kind(node) === NULL_WORD
      ? undefined
      : this.located(node, this.word(node));
  }

  /** The same with a text that may keep the file's alive. */
  locatedText(node: number): Located<string> | undefined {
    return this.kind(node) > BLOCK || this.kind(node) === NULL_WORD
      ? undefined
      : this.located(node, this.textOf(node));
  }

  /** A text with the place of a node. */
  located(node: number, value: string): Located<string> {
    const known = this.nodes?.get(node);
    if (known?.kind === 'scalar') {
      const { span, origin } = known;
      return { value, span, ...(origin && { origin }) };
    }
    return { value, span: { start: this.start(node), end: this.end(node) } };
  }

  /** Nobody reads this tape any more: the next one is written over it. */
  release(): void {
    if (this.cells.length > (spareCells?.length ?? 0) && this.cells.length <= MOST_SPARE_CELLS) {
      spareCells = this.cells;
    }
    this.cells = noCells;
    this.length = 0;
  }

  private add(kind: number, start: number, end: number, follows: number): number {
    const node = this.length;
    if (node + STRIDE > this.cells.length) {
      const larger = new Int32Array(2 * this.cells.length + STRIDE);
      larger.set(this.cells);
      this.cells = larger;
    }
    const { cells } = this;
    cells[node] = kind;
    cells[node + 1] = start;
    cells[node + 2] = end;
    cells[node + 3] = follows;
    this.length = node + STRIDE;
    return node;
  }
}
