import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Span } from './span.js';
import { findExcessiveDepth, MAX_YAML_DEPTH } from './yamlDepth.js';
import { describeYamlError, type YamlProblem } from './yamlErrors.js';
import {
  isNullWord,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from './yamlNode.js';
import { blankHalfTyped } from './yamlRepair.js';
import { scanTape, scanYaml } from './yamlScanner.js';
import type { YamlTape } from './yamlTape.js';
import { tapeOf } from './yamlTapeTree.js';

export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlProblem, YamlScalar, YamlTree };

/** How many nodes aliases may repeat before the file counts as an alias bomb. */
const MAX_ALIASED_NODES = 10_000;

/**
 * Reads YAML 1.2 into a tree whose every node knows its place. Never throws, and never converts a
 * value: `3.10` stays "3.10". Half-typed lines are reported and the rest of the file is kept.
 *
 * @param baseOffset added to every offset, for YAML that stands inside a larger text
 */
export function readYaml(text: string, baseOffset = 0): YamlTree {
  return scanYaml(text, baseOffset) ?? parseUnlessTooDeep(text, baseOffset);
}

/** YAML for whoever reads all of it once, and may look around in it later. */
export interface YamlReading {
  /** To be released by the reader. */
  readonly tape: YamlTape;
  readonly problems: readonly YamlProblem[];
  /** Whether it is of the regular kind, in which an item of a list can be read by itself. */
  readonly isRegular: boolean;
  /** The tree, made when it is asked for first: most files are never asked for theirs. */
  readonly root: () => YamlNode | null;
}

/** Reads the same as {@link readYaml} onto a tape. */
export function readYamlTape(text: string): YamlReading {
  const tape = scanTape(text);
  if (tape !== null) {
    let tree: YamlTree | undefined;
    return {
      tape,
      problems: [],
      isRegular: true,
      root: () => (tree ??= readYaml(text)).root,
    };
  }
  const { root, problems } = parseUnlessTooDeep(text, 0);
  return { tape: tapeOf(root, text), problems, isRegular: false, root: () => root };
}

function parseUnlessTooDeep(text: string, baseOffset: number): YamlTree {
  const tooDeep = findExcessiveDepth(text);
  if (tooDeep >= 0) {
    const span = { start: baseOffset + tooDeep, end: baseOffset + tooDeep + 1 };
    const message = `Nested more than ${MAX_YAML_DEPTH} levels deep here; the file is not read.`;
    return { root: null, problems: [{ message, span }] };
  }
  return parseYaml(text, baseOffset);
}

/**
 * The same by the `yaml` package, which knows all of YAML and what is wrong with a text. Only for
 * text that {@link findExcessiveDepth} has passed.
 */
export function parseYaml(text: string, baseOffset = 0): YamlTree {
  const unix = text.replace(/\r(?!\n)/g, '\n'); // YAML breaks lines at a lone CR; `yaml` does not
  const first = parse(unix);
  let document = first;
  if (first.errors.length > 0) {
    const repaired = blankHalfTyped(unix);
    if (repaired !== unix) {
      const second = parse(repaired);
      if (second.errors.length < first.errors.length) {
        document = second;
      }
    }
  }
  const reader = new TreeReader(text, baseOffset, document);
  const problems = first.errors.map(({ code, message, pos }) =>
    describeYamlError({ code, message, pos }, text, baseOffset),
  );
  const root = reader.read(document.contents);
  return { root, problems: [...problems, ...reader.problems] };
}

/** The value of a key of a mapping: `undefined` when the key is absent, null when it is empty. */
export function mapGet(map: YamlMap, key: string): YamlNode | null | undefined {
  return map.entries.find((entry) => entry.key.text === key)?.value;
}

function parse(text: string): Document.Parsed {
  // The failsafe schema leaves every scalar a string; a fact is read from its source text.
  return parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** Walks the parser's nodes. Depth is bounded by {@link findExcessiveDepth}, so recursion is safe. */
class TreeReader {
  readonly problems: YamlProblem[] = [];
  private readonly resolving = new Set<Node>();
  private aliasedNodes = 0;
  private readonly anchors = new Map<string, Node[]>();

  constructor(
    private readonly text: string,
    private readonly baseOffset: number,
    document: Document.Parsed,
  ) {
    // `alias.resolve` walks the whole document for each alias; one walk serves all of them.
    visit(document, {
      Value: (_key, node) => {
        if (node.anchor !== undefined) {
          const anchored = this.anchors.get(node.anchor) ?? [];
          anchored.push(node);
          this.anchors.set(node.anchor, anchored);
        }
      },
    });
  }

  /** @param at where the reader stands when a node was reached through an alias */
  read(node: unknown, at?: Span): YamlNode | null {
    if (at !== undefined && ++this.aliasedNodes > MAX_ALIASED_NODES) {
      if (this.aliasedNodes === MAX_ALIASED_NODES + 1) {
        this.report(
          'Aliases (`*name`) repeat too much of this file; the rest of them is left out.',
          at,
        );
      }
      return null;
    }
    if (isAlias(node)) {
      return this.readAlias(node, at ?? this.spanOf(node));
    }
    if (isScalar(node)) {
      return this.readScalar(node, at);
    }
    if (isMap(node)) {
      return this.readMap(node, at);
    }
    if (isSeq(node)) {
      const items = node.items.map(
        (item) => this.read(item, at) ?? this.emptyScalar(at ?? this.spanOf(node)),
      );
      return { kind: 'list', span: at ?? this.spanOf(node), items };
    }
    return null;
  }

  private readAlias(alias: Alias, at: Span): YamlNode | null {
    const aliasStart = alias.range?.[0] ?? 0;
    const target = this.anchors
      .get(alias.source)
      ?.findLast((node) => (node.range?.[0] ?? 0) < aliasStart);
    if (target === undefined || this.resolving.has(target)) {
      const why = target === undefined ? 'names no anchor above it' : 'contains itself';
      this.report(`The alias \`*${alias.source}\` ${why}.`, at);
      return null;
    }
    this.resolving.add(target);
    const node = this.read(target, at);
    this.resolving.delete(target);
    return node;
  }

  private readScalar(
    node: Node & { value: unknown; type?: string | undefined },
    at?: Span,
  ): YamlScalar {
    const own = this.spanOf(node);
    const raw = this.text.slice(own.start - this.baseOffset, own.end - this.baseOffset);
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const text = typeof node.value === 'string' ? node.value : raw;
    const style = quoted ? 'quoted' : block ? 'block' : 'plain';
    return {
      kind: 'scalar',
      span: at ?? own,
      ...(at === undefined ? {} : { origin: own }),
      text,
      raw,
      style,
      isNull: style === 'plain' && isNullWord(text),
    };
  }

  private readMap(node: YAMLMap, at?: Span): YamlMap {
    const span = at ?? this.spanOf(node);
    const entries: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    const seen = new Map<string, YamlScalar>();
    for (const pair of node.items) {
      const key = this.read(pair.key, at);
      if (key?.kind !== 'scalar') {
        if (key !== null) {
          this.report('A key must be a single word, not a list or a mapping.', key.span);
        }
        continue;
      }
      const value = this.read(pair.value, at);
      if (key.text === '<<' && key.style === 'plain') {
        merged.push(...mergedEntries(value));
        continue;
      }
      if (seen.has(key.text)) {
        this.report(
          `The key \`${key.text}\` stands twice in one mapping; the first is used.`,
          key.span,
        );
        continue;
      }
      seen.set(key.text, key);
      const end = value === null ? key.span.end : Math.max(value.span.end, key.span.end);
      entries.push({ key, value, span: { start: key.span.start, end } });
    }
    for (const entry of merged) {
      if (!seen.has(entry.key.text)) {
        seen.set(entry.key.text, entry.key);
        entries.push(entry);
      }
    }
    return { kind: 'map', span, entries };
  }

  private emptyScalar(span: Span): YamlScalar {
    const at = { start: span.start, end: span.start };
    return { kind: 'scalar', span: at, text: '', raw: '', style: 'plain', isNull: true };
  }

  private spanOf(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { start: start + this.baseOffset, end: end + this.baseOffset };
  }

  private report(message: string, span: Span): void {
    this.problems.push({ message, span });
  }
}

/** YAML 1.1's merge key, still widely used: entries of one mapping or of several. */
function mergedEntries(value: YamlNode | null): readonly YamlEntry[] {
  if (value?.kind === 'map') {
    return value.entries;
  }
  if (value?.kind === 'list') {
    return value.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
  }
  return [];
}
