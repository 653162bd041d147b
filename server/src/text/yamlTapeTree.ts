import { interned } from './intern.js';
import type { Span } from './span.js';
import type { YamlEntry, YamlNode, YamlScalar } from './yamlNode.js';
import {
  ABSENT,
  BLOCK,
  LIST,
  MAP,
  NULL_WORD,
  PLAIN,
  QUOTED,
  STRIDE,
  YamlTape,
} from './yamlTape.js';

/* A tape as a tree of objects, and back. Depth is bounded before, so recursion is safe. */

/** @param baseOffset added to every offset */
export function treeOf(tape: YamlTape, node: number, baseOffset: number): YamlNode | null {
  const kind = tape.kind(node);
  const span = { start: tape.start(node) + baseOffset, end: tape.end(node) + baseOffset };
  switch (kind) {
    case ABSENT:
      return null;
    case LIST: {
      const items: YamlNode[] = [];
      const end = tape.after(node);
      for (let item = node + STRIDE; item < end; item = tape.after(item)) {
        const read = treeOf(tape, item, baseOffset);
        if (read !== null) {
          items.push(read);
        }
      }
      return { kind: 'list', span, items };
    }
    case MAP: {
      const entries: YamlEntry[] = [];
      const end = tape.after(node);
      for (let key = node + STRIDE; key < end; key = tape.after(key + STRIDE)) {
        const value = treeOf(tape, key + STRIDE, baseOffset);
        entries.push(entryOf(scalarOf(tape, key, baseOffset), value));
      }
      return { kind: 'map', span, entries };
    }
    default:
      return scalarOf(tape, node, baseOffset);
  }
}

function entryOf(key: YamlScalar, value: YamlNode | null): YamlEntry {
  const { start, end } = key.span;
  return { key, value, span: { start, end: Math.max(value?.span.end ?? end, end) } };
}

function scalarOf(tape: YamlTape, node: number, baseOffset: number): YamlScalar {
  const kind = tape.kind(node);
  const [start, end] = [tape.start(node), tape.end(node)];
  const span: Span = { start: start + baseOffset, end: end + baseOffset };
  return {
    kind: 'scalar',
    span,
    text: tape.textOf(node),
    raw: tape.text.slice(start, end),
    style: kind === QUOTED ? 'quoted' : kind === BLOCK ? 'block' : 'plain',
    isNull: kind === NULL_WORD,
  };
}

/** A tree on a tape, so that both are read by the same code. Offsets stay as they are. */
export function tapeOf(root: YamlNode | null, text: string): YamlTape {
  const nodes = new Map<number, YamlNode>();
  const tape = new YamlTape(text, nodes);
  const add = (node: YamlNode | null): void => {
    if (node === null) {
      tape.addScalar(ABSENT, 0, 0, null);
      return;
    }
    nodes.set(tape.length, node);
    const { start, end } = node.span;
    if (node.kind === 'scalar') {
      tape.addScalar(kindOf(node), start, end, interned(node.text));
      return;
    }
    const opened = tape.open(node.kind === 'list' ? LIST : MAP, start);
    if (node.kind === 'list') {
      node.items.forEach(add);
    } else {
      for (const { key, value } of node.entries) {
        add(key);
        add(value);
      }
    }
    tape.close(opened, end);
  };
  add(root);
  return tape;
}

function kindOf({ style, isNull }: YamlScalar): number {
  return style === 'quoted' ? QUOTED : style === 'block' ? BLOCK : isNull ? NULL_WORD : PLAIN;
}
