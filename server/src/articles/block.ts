import { NumberRow } from '../text/numberRow.js';
import { span, type Span } from '../text/span.js';

export type BlockKind =
  'heading' | 'paragraph' | 'listItem' | 'tableCell' | 'blockquote' | 'code' | 'html';

/**
 * A leaf of the article: blocks do not overlap and stand in order. A paragraph in a list item is a
 * `listItem`, one in a block quote a `blockquote`.
 */
export interface Block {
  readonly kind: BlockKind;
  /** In the source, mark-up included; UTF-16 offsets. */
  readonly span: Span;
  /** In `Article.rendered.text`; empty for code, HTML and blocks without words. */
  readonly rendered: Span;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
}

const KINDS: readonly BlockKind[] = [
  'paragraph',
  'listItem',
  'blockquote',
  'tableCell',
  'code',
  'html',
  'heading',
];
const HEADING = KINDS.indexOf('heading');

/** A block is five numbers: its kind, with a heading's level, and the ends of its spans. */
const WIDTH = 5;

/**
 * The blocks of an article in columns: a corpus of ten thousand articles has a quarter of a million
 * of them, and few are ever looked at. Objects are made when asked for, and kept while in use.
 */
export class BlockTable {
  readonly #columns: Uint32Array;
  #made: WeakRef<readonly Block[]> | undefined;

  /** Use `BlockTableBuilder`. */
  constructor(columns: Uint32Array) {
    this.#columns = columns;
  }

  get blocks(): readonly Block[] {
    let blocks = this.#made?.deref();
    if (!blocks) {
      blocks = this.#make();
      this.#made = new WeakRef(blocks);
    }
    return blocks;
  }

  get count(): number {
    return this.#columns.length / WIDTH;
  }

  /** Where a block begins in the source. */
  start(block: number): number {
    return this.#columns[block * WIDTH + 1] ?? 0;
  }

  /** Where a block ends in the source. */
  end(block: number): number {
    return this.#columns[block * WIDTH + 2] ?? 0;
  }

  renderedStart(block: number): number {
    return this.#columns[block * WIDTH + 3] ?? 0;
  }

  renderedEnd(block: number): number {
    return this.#columns[block * WIDTH + 4] ?? 0;
  }

  /** The number of the first block that begins at an offset of the source or after it. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The number of the block in which a character of the rendered text stands, or of one near by. */
  holding(renderedOffset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.renderedEnd(middle) > renderedOffset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The numbers of blocks from one to before another, with offsets that much further on. */
  shifted(first: number, after: number, shift: number, renderedShift: number): Uint32Array {
    const some = this.#columns.slice(first * WIDTH, after * WIDTH);
    if (shift === 0 && renderedShift === 0) return some;
    for (let i = 0; i < some.length; i += WIDTH) {
      some[i + 1] = (some[i + 1] ?? 0) + shift;
      some[i + 2] = (some[i + 2] ?? 0) + shift;
      some[i + 3] = (some[i + 3] ?? 0) + renderedShift;
      some[i + 4] = (some[i + 4] ?? 0) + renderedShift;
    }
    return some;
  }

  /** The words of the first heading in the rendered text, or `null`. */
  get firstHeading(): Span | null {
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i += WIDTH) {
      if ((columns[i] ?? 0) >= HEADING) return span(columns[i + 3] ?? 0, columns[i + 4] ?? 0);
    }
    return null;
  }

  /** A block by its number; undefined for a number that none has. */
  block(number: number): Block | undefined {
    return number >= 0 && number < this.count ? this.#blockAt(number) : undefined;
  }

  #make(): Block[] {
    return Array.from({ length: this.count }, (_, number) => this.#blockAt(number));
  }

  #blockAt(number: number): Block {
    const code = this.#columns[number * WIDTH] ?? 0;
    const kind = KINDS[Math.min(code, HEADING)] ?? 'paragraph';
    const place = span(this.start(number), this.end(number));
    const rendered = span(this.renderedStart(number), this.renderedEnd(number));
    const level = code - HEADING;
    return { kind, span: place, rendered, ...(level > 0 ? { level } : {}) };
  }
}

/** Collects the blocks of an article in order. */
export class BlockTableBuilder {
  readonly #columns = new NumberRow();

  /**
   * @param level of a heading, else 0
   * @param start in the source, as `end`; the other two in the rendered text
   */
  add(
    kind: BlockKind,
    level: number,
    start: number,
    end: number,
    renderedStart: number,
    renderedEnd: number,
  ): void {
    const columns = this.#columns;
    columns.push(KINDS.indexOf(kind) + level);
    columns.push(start);
    columns.push(end);
    columns.push(renderedStart);
    columns.push(renderedEnd);
  }

  /** Takes over blocks of another table: see {@link BlockTable.shifted}. */
  addAll(blocks: Uint32Array): void {
    this.#columns.pushAll(blocks);
  }

  build(): BlockTable {
    return new BlockTable(this.#columns.take());
  }
}
