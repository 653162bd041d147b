import { frontMatterTree } from '../../articles/frontMatter.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Sidecar } from '../../sidecars/sidecar.js';
import { covers, type Span } from '../../text/span.js';
import type { YamlNode, YamlProblem, YamlScalar } from '../../text/yamlTree.js';
import type { TextChange } from '../sidecarEdit.js';
import { contentEnd, isAlias, isFlow, ownEntries } from '../yamlPlaces.js';
import { rewriteScalar, writeScalar } from '../yamlScalar.js';

/* Ids in the text of sidecars and front matters: where they stand, and others in their place. */

/** The YAML of a file, with places in its whole text: a sidecar, or the front matter of an article. */
export interface YamlText extends Pick<Sidecar, 'text' | 'root'> {
  /** The stretch of the file that is YAML. */
  readonly span: Span;
  readonly problems: readonly YamlProblem[];
}

/** The YAML of a file of the corpus; undefined where it has none. */
export function yamlOf(corpus: Corpus, uri: string): YamlText | undefined {
  const sidecar = corpus.sidecar(uri)?.content;
  if (sidecar !== undefined) {
    const { text, root, yamlProblems } = sidecar;
    return { text, root, span: { start: 0, end: text.length }, problems: yamlProblems };
  }
  const article = corpus.article(uri)?.content;
  const span = article?.frontMatter?.span;
  return article === undefined || span === undefined
    ? undefined
    : { text: article.text, span, ...frontMatterTree(article.text, span) };
}

/** A key or plain value as it is written, told whether it stands inside `{…}` or `[…]`. */
export interface PlacedScalar {
  readonly scalar: YamlScalar;
  readonly flow: boolean;
}

/** All keys and plain values of a file, by the offset at which they start; none twice, through aliases. */
export function scalarsByStart({
  root,
  text,
}: Pick<YamlText, 'root' | 'text'>): ReadonlyMap<number, PlacedScalar> {
  const found = new Map<number, PlacedScalar>();
  const collect = (node: YamlNode | null, flow: boolean): void => {
    if (node === null || isAlias(node, text)) {
      return;
    }
    if (node.kind === 'scalar') {
      found.set(node.span.start, { scalar: node, flow });
      return;
    }
    const inside = flow || isFlow(node, text);
    if (node.kind === 'list') {
      for (const item of node.items) {
        collect(item, inside);
      }
      return;
    }
    for (const { key, value } of ownEntries(node, text)) {
      collect(key, inside);
      collect(value, inside);
    }
  };
  collect(root, false);
  return found;
}

/** A stretch of a scalar's text: offsets into what it says, not into the file. */
export type Part = Span;

/** Where a part of what a scalar says stands in the file; undefined where escapes hide it. */
export function spanOfPart({ raw, span, text }: YamlScalar, part: Part): Span | undefined {
  // The last: the header of a block scalar may hold a comment.
  const at = raw.lastIndexOf(text);
  return at < 0
    ? undefined
    : { start: span.start + at + part.start, end: span.start + at + part.end };
}

/** What can stand between quotation marks and in a block as it is. */
const ordinary = /^[\p{L}\p{M}\p{N}_.-]+$/u;

/**
 * Puts another text in the place of parts of a scalar: nothing but these where its style allows,
 * else the whole of it, in quotation marks where it needs them.
 *
 * @param parts in order, none overlapping another
 */
export function replaceParts(
  { scalar, flow }: PlacedScalar,
  fileText: string,
  parts: readonly Part[],
  by: string,
): readonly TextChange[] {
  const whole = parts.reduceRight(
    (text, { start, end }) => text.slice(0, start) + by + text.slice(end),
    scalar.text,
  );
  const place = { flow, isText: true };
  const keepsStyle =
    scalar.style === 'plain' ? writeScalar(whole, place) === whole : ordinary.test(by);
  const spans = parts.flatMap((part) => spanOfPart(scalar, part) ?? []);
  return keepsStyle && spans.length === parts.length
    ? spans.map((span) => ({ span, text: by }))
    : [
        {
          span: { start: scalar.span.start, end: contentEnd(scalar, fileText) },
          text: rewriteScalar(scalar, whole, place),
        },
      ];
}

/**
 * Where a word stands in a part of a file that could not be read as YAML, so that nobody knows what
 * it means there; undefined in a sound file. Comments do not count.
 */
export function unreadWord(yaml: YamlText, word: string): number | undefined {
  const { text, root, span, problems } = yaml;
  if (root !== null && problems.length === 0) {
    return undefined;
  }
  let at = text.indexOf(word, span.start);
  if (at < 0 || at >= span.end) {
    return undefined;
  }
  const read = [...scalarsByStart(yaml).values()]
    .map(({ scalar }) => scalar.span)
    .sort((a, b) => a.start - b.start);
  let next = 0;
  for (; at >= 0 && at < span.end; at = text.indexOf(word, at + word.length)) {
    const place = { start: at, end: at + word.length };
    while ((read[next]?.end ?? Infinity) <= at) {
      next++;
    }
    const known = read[next];
    if (
      (known === undefined || !covers(known, place)) &&
      isWholeWord(text, place) &&
      !isComment(text, at)
    ) {
      return at;
    }
  }
  return undefined;
}

function isWholeWord(text: string, { start, end }: Span): boolean {
  return (
    !/[\p{L}\p{N}_-]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{N}_-]/u.test(text.slice(end, end + 2))
  );
}

function isComment(text: string, offset: number): boolean {
  const line = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1;
  return /(?:^|\s)#/.test(text.slice(line, offset));
}
