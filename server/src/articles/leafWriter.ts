import { ExcerptBuilder } from '../text/excerpt.js';
import { BlockTableBuilder, type BlockKind } from './block.js';
import { BLOCK_GAP, type Rendered } from './render.js';

/** Writes an article's blocks and their words, stretch by stretch, without a syntax tree. */
export class LeafWriter {
  readonly #prose: ExcerptBuilder;
  readonly #blocks = new BlockTableBuilder();
  #start = 0;
  /** In the rendered text; -1 as long as the block has no words. */
  #renderedStart = -1;

  constructor(source: string) {
    this.#prose = new ExcerptBuilder(source);
  }

  /** Whether something has been taken for the open block. */
  get hasWords(): boolean {
    return this.#renderedStart >= 0;
  }

  /** Begins a block; the offset is the source's, as everywhere here. */
  open(start: number): void {
    this.#start = start;
    this.#renderedStart = -1;
  }

  take(start: number, end: number): void {
    if (start >= end) return;
    this.#begin();
    this.#prose.take(start, end);
  }

  /** A line break; `whole` if white space before it belongs to it. */
  takeBreak(start: number, end: number, whole: boolean): void {
    this.#begin();
    this.#prose.takeBreak(start, end, whole);
  }

  /** Takes the last character of a stretch for the whole of it. */
  takeLast(start: number, end: number): void {
    this.#begin();
    this.#prose.takeLast(start, end);
  }

  /** Ends the block. */
  close(kind: BlockKind, level: number, end: number): void {
    const renderedEnd = this.#prose.length;
    const renderedStart = this.hasWords ? this.#renderedStart : renderedEnd;
    this.#blocks.add(kind, level, this.#start, end, renderedStart, renderedEnd);
  }

  /** Takes over blocks of an earlier source, which stand that much further on in this one. All have words. */
  takeBlocks({ blocks, rendered }: Rendered, first: number, after: number, shift: number): void {
    if (first >= after) return;
    if (this.#prose.length > 0) this.#prose.gap(BLOCK_GAP, blocks.start(first) + shift);
    const from = blocks.renderedStart(first);
    const further = this.#prose.length - from;
    this.#prose.takeMapped(rendered, from, blocks.renderedEnd(after - 1), shift);
    this.#blocks.addAll(blocks.shifted(first, after, shift, further));
  }

  build(): Rendered {
    return { rendered: this.#prose.build(), blocks: this.#blocks.build() };
  }

  #begin(): void {
    if (this.#renderedStart >= 0) return;
    if (this.#prose.length > 0) this.#prose.gap(BLOCK_GAP, this.#start);
    this.#renderedStart = this.#prose.length;
  }
}
