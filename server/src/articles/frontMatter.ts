import type { Root } from 'mdast';
import type { Located, Span } from '../text/span.js';
import {
  mapGet,
  readYaml,
  type YamlNode,
  type YamlProblem,
  type YamlTree,
} from '../text/yamlTree.js';
import { sourceSpanOf } from './nodeSpan.js';

/** What an article says about itself, all as written; spans are UTF-16 offsets in the source. */
export interface FrontMatter {
  /** The block with its fences. */
  readonly span: Span;
  readonly id?: Located<string>;
  readonly title?: Located<string>;
  readonly publisher?: Located<string>;
  readonly author?: Located<string>;
  readonly published?: Located<string>;
  readonly url?: Located<string>;
  readonly status?: Located<string>;
  /** The articles it repeats. */
  readonly basedOn?: readonly Located<string>[];
  readonly problems: readonly YamlProblem[];
  /** The whole block as a tree, for what needs the place of every key and value. */
  readonly root: YamlNode | null;
}

const TEXT_KEYS = ['id', 'title', 'publisher', 'author', 'published', 'url', 'status'] as const;

/** Where the front matter of an article stands with its fences, or `null` without one. */
export function frontMatterSpan(root: Root, text: string): Span | null {
  const node = root.children[0];
  return node?.type === 'yaml' ? sourceSpanOf(node, text) : null;
}

/**
 * The article's YAML front matter, whose block with its fences is `span`. Keys it does not know are
 * left alone: they belong to somebody else's tool. What is not a text where a text is meant is a
 * problem.
 */
export function readFrontMatter(text: string, span: Span): FrontMatter {
  const tree = frontMatterTree(text, span);
  const problems: YamlProblem[] = [...tree.problems];
  const fields: Partial<Record<(typeof TEXT_KEYS)[number], Located<string>>> = {};
  let basedOn: Located<string>[] = [];
  if (tree.root?.kind === 'map') {
    for (const key of TEXT_KEYS) {
      const value = readText(key, mapGet(tree.root, key), problems);
      if (value) fields[key] = value;
    }
    const written = mapGet(tree.root, 'basedOn');
    const items = written?.kind === 'list' ? written.items : [written];
    basedOn = items.flatMap((item) => readText('basedOn', item, problems) ?? []);
  }
  return { span, ...fields, ...(basedOn.length > 0 ? { basedOn } : {}), problems, root: tree.root };
}

/** What stands between the fences of a front matter, with places in the whole text. */
export function frontMatterTree(text: string, span: Span): YamlTree {
  const yamlStart = /\r\n|\r|\n/g;
  yamlStart.lastIndex = span.start;
  yamlStart.exec(text);
  const from = yamlStart.lastIndex;
  return readYaml(text.slice(from, span.end).replace(/---[ \t]*$/, ''), from);
}

function readText(
  key: string,
  node: YamlNode | null | undefined,
  problems: YamlProblem[],
): Located<string> | undefined {
  if (!node) return undefined;
  if (node.kind !== 'scalar') {
    problems.push({ message: `\`${key}\` must be a single text here.`, span: node.span });
    return undefined;
  }
  const { text, span, origin, isNull } = node;
  return isNull ? undefined : { value: text, span, ...(origin && { origin }) };
}
