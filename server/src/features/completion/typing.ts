import type { ArticleEntry, SidecarEntry } from '../../corpus/corpus.js';
import { settingsSchema } from '../../rules/settingsSchema.js';
import { sidecarSchema } from '../../sidecars/sidecarSchema.js';
import { contains } from '../../text/span.js';
import { readYaml, type YamlNode } from '../../text/yamlTree.js';
import type { FeatureContext } from '../context.js';
import { schemaAt, type Schema } from './schemaAt.js';
import { yamlCursorAt, type YamlCursor } from './yamlCursor.js';
import { ITEM, type Step } from './yamlSurroundings.js';

/** Somebody typing in a sidecar, in an article's front matter or in the settings. */
export interface Typing {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly of: 'sidecar' | 'front-matter' | 'settings';
  readonly cursor: YamlCursor;
  /** From the root of a sidecar, or of the settings. */
  readonly path: readonly Step[];
  /** What may stand there: for a key, the mapping that it is to be a key of. */
  readonly schema: Schema;
  /** The sidecar, and the article that the place is about, where they are there. */
  readonly sidecar: SidecarEntry | undefined;
  readonly article: ArticleEntry | undefined;
  /** The YAML, and where it begins in the file. */
  readonly yaml: string;
  readonly base: number;
}

/** What is being typed at an offset; undefined in prose, in comments and where nothing fits. */
export function typingAt(context: FeatureContext, uri: string, offset: number): Typing | undefined {
  const { corpus } = context;
  const sidecar = corpus.sidecar(uri);
  if (sidecar !== undefined) {
    const { content, link } = sidecar;
    const article = link.kind === 'present' ? corpus.article(link.uri) : undefined;
    return content.notAnalysed !== null
      ? undefined
      : typingIn({ context, uri, of: 'sidecar', sidecar, article }, content.text, 0, offset);
  }
  const settings = corpus.settings(uri);
  if (settings !== undefined) {
    const nothing = { sidecar: undefined, article: undefined };
    return typingIn({ context, uri, of: 'settings', ...nothing }, settings.content.text, 0, offset);
  }
  return inFrontMatter(context, uri, offset);
}

type Where = Pick<Typing, 'context' | 'uri' | 'of' | 'sidecar' | 'article'>;

function inFrontMatter(context: FeatureContext, uri: string, offset: number): Typing | undefined {
  const article = context.corpus.article(uri);
  const front = article?.content.frontMatter;
  if (article === undefined || !front || !contains(front.span, offset)) {
    return undefined;
  }
  const block = article.content.text.slice(front.span.start, front.span.end);
  const inner = /^(.*?(?:\r\n|\r|\n))(.*?)---[ \t]*$/s.exec(block);
  const [, fence = '', yaml = ''] = inner ?? [];
  const base = front.span.start + fence.length;
  return inner === null || offset < base || offset > base + yaml.length
    ? undefined
    : typingIn(
        { context, uri, of: 'front-matter', sidecar: undefined, article },
        yaml,
        base,
        offset,
      );
}

function typingIn(where: Where, yaml: string, base: number, offset: number): Typing | undefined {
  const cursor = yamlCursorAt(yaml, offset - base);
  if (cursor === undefined) {
    return undefined;
  }
  const path = where.of === 'front-matter' ? ['article', ...cursor.path] : cursor.path;
  const root: Schema = where.of === 'settings' ? settingsSchema : sidecarSchema;
  // A separator of a fact is a key that the schema does not name.
  const schema = schemaAt(root, path) ?? {};
  return { ...where, cursor, path, schema, yaml, base };
}

/** The path without the steps into lists: `facts`, `saidBy`. */
export function keysOf({ path }: Typing): readonly string[] {
  return path.filter((step): step is string => step !== ITEM);
}

/** The keys that the mapping has already in which a key is typed. */
export function presentKeys({ cursor }: Typing): ReadonlySet<string> {
  return new Set(cursor.entries.map(({ key }) => key));
}

/**
 * What another key says, in the mapping that so many steps of the path lead to, as far as it is
 * typed; undefined where it is not there or no YAML.
 */
export function valueBeside(typing: Typing, depth: number, key: string): YamlNode | undefined {
  const { cursor, yaml } = typing;
  const own = depth - (typing.path.length - cursor.path.length);
  const entries = own === cursor.path.length ? cursor.entries : (cursor.around[own] ?? []);
  const entry = entries.find((one) => one.key === key);
  return entry === undefined
    ? undefined
    : (readYaml(yaml.slice(entry.value.start, entry.value.end)).root ?? undefined);
}

/** The depth of the fact in which somebody types; undefined outside of facts. */
const FACT_DEPTH = 2;

export function isInFact({ path }: Typing): boolean {
  return path[0] === 'facts' && path[1] === ITEM;
}

/** A single value of the fact in which somebody types. */
export function factText(typing: Typing, key: string): string | undefined {
  const node = isInFact(typing) ? valueBeside(typing, FACT_DEPTH, key) : undefined;
  return node?.kind === 'scalar' && !node.isNull ? node.text : undefined;
}

/** The words that the fact quotes already, as far as they are typed. */
export function factQuotes(typing: Typing): readonly string[] {
  const node = isInFact(typing) ? valueBeside(typing, FACT_DEPTH, 'quote') : undefined;
  return node === undefined ? [] : quotesIn(node);
}

function quotesIn(node: YamlNode): readonly string[] {
  switch (node.kind) {
    case 'scalar':
      return node.isNull ? [] : [node.text];
    case 'list':
      return node.items.flatMap(quotesIn);
    case 'map':
      return node.entries.flatMap(({ key, value }) =>
        key.text === 'exact' && value !== null ? quotesIn(value) : [],
      );
  }
}
