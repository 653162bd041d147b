import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { MappedTextBuilder, type MappedText } from '../text/mappedText.js';
import { span, type Span } from '../text/span.js';
import { align } from './align.js';
import { BlockTableBuilder, type BlockKind, type BlockTable } from './block.js';
import { sourceSpanOf } from './nodeSpan.js';

export interface Rendered {
  readonly rendered: MappedText;
  readonly blocks: BlockTable;
}

/** What stands between two blocks of the rendered text. */
export const BLOCK_GAP = '\n\n';

/** The prose of a Markdown syntax tree and its blocks. */
export function render(root: Root, source: string): Rendered {
  const renderer = new Renderer(source);
  renderer.container(root, 'paragraph');
  return { rendered: renderer.prose.build(), blocks: renderer.blocks.build() };
}

class Renderer {
  readonly prose = new MappedTextBuilder();
  readonly blocks = new BlockTableBuilder();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** `kind` is what a paragraph in it counts as. */
  container(parent: Parents, kind: BlockKind): void {
    for (const node of parent.children) this.#block(node, kind);
  }

  #block(node: Nodes, kind: BlockKind): void {
    if (node.type === 'paragraph') {
      this.#leaf(node, kind);
    } else if (node.type === 'heading') {
      this.#leaf(node, 'heading', node.depth);
    } else if (node.type === 'tableCell') {
      this.#leaf(node, 'tableCell');
    } else if (node.type === 'code' || node.type === 'html') {
      const at = this.prose.length;
      const { start, end } = this.#spanOf(node);
      this.blocks.add(node.type, 0, start, end, at, at);
    } else if ('children' in node) {
      const isKind = node.type === 'listItem' || node.type === 'blockquote';
      this.container(node, isKind ? node.type : kind);
    }
    // Front matter, definitions of links and rules are no prose.
  }

  #leaf(node: { children: PhrasingContent[] } & Nodes, kind: BlockKind, level = 0): void {
    const place = this.#spanOf(node);
    const words = node.children.some(hasWords);
    if (words && this.prose.length > 0) this.prose.appendUnmapped(BLOCK_GAP, place.start);
    const start = this.prose.length;
    if (words) for (const child of node.children) this.#inline(child, true);
    this.blocks.add(kind, level, place.start, place.end, start, this.prose.length);
  }

  #inline(node: PhrasingContent, marked: boolean): void {
    const place = this.#spanOf(node);
    switch (node.type) {
      case 'text':
        align(node.value, this.#source, place, marked, this.prose);
        break;
      case 'inlineCode':
        align(node.value, this.#source, this.#insideTicks(place), false, this.prose);
        break;
      case 'break':
        this.prose.appendWhole('\n', place);
        break;
      case 'html':
        if (/^<br\b/i.test(node.value)) this.prose.appendWhole('\n', place);
        break;
      case 'link': {
        // A bare address has no mark-up of its own: a backslash in it is a backslash.
        const written = this.#source[place.start] === '[';
        for (const child of node.children) this.#inline(child, marked && written);
        break;
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'linkReference':
        for (const child of node.children) this.#inline(child, marked);
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        break;
    }
  }

  #insideTicks(place: Span): Span {
    const code = this.#source.slice(place.start, place.end);
    const ticks = /^`*/.exec(code)?.[0].length ?? 0;
    return span(place.start + ticks, place.end - ticks);
  }

  #spanOf(node: Nodes): Span {
    return sourceSpanOf(node, this.#source);
  }
}

function hasWords(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.some(hasWords);
  return (node.type === 'text' || node.type === 'inlineCode') && node.value !== '';
}
