import type { Corpus } from './corpus.js';
import type { BindingProblem } from './boundFact.js';
import type { ArticleLink } from './articleLink.js';
import { FactColumns, type Columns } from './shardFacts.js';
import {
  plainComment,
  plainDefined,
  plainInfo,
  type PlainComment,
  type PlainDefined,
  type PlainInfo,
} from './shardInfo.js';
import { StringTable } from './stringTable.js';

/**
 * What a corpus knows of some of its files besides what they say: texts and columns of numbers, which
 * can be written to disk, or handed to another thread without being copied.
 */
export interface Shard {
  /** JSON: the distinct texts that the columns and the files point to by number. */
  readonly strings: string;
  /** JSON: a list of {@link ShardFile}. */
  readonly files: string;
  /** Of the facts of all files, in the order of files. */
  readonly columns: Columns;
}

export type ShardFile = ShardArticle | ShardSidecar;

interface ShardArticle {
  readonly kind: 'article';
  readonly uri: string;
  readonly root: string;
  readonly size: number;
  readonly info: PlainInfo;
  /** Numbers of texts; null where what it mentions has to be read. */
  readonly mentioned: readonly number[] | null;
  /** How often each of these is mentioned. */
  readonly times: readonly number[];
  readonly counted: readonly number[];
}

export interface ShardSidecar {
  readonly kind: 'sidecar';
  readonly uri: string;
  readonly root: string;
  readonly size: number;
  readonly info: PlainInfo;
  readonly link: ArticleLink;
  readonly defined: PlainDefined | null;
  readonly ignored: readonly PlainComment[];
  /** Numbers of texts. */
  readonly uses: readonly number[];
  readonly hasUnknownIds: boolean;
  /** How many facts it has. */
  readonly facts: number;
  /** By the fact's position. */
  readonly problems: readonly (readonly [number, readonly BindingProblem[]])[];
}

/** Puts down what a corpus knows of these files. Those that are not there are left out. */
export function encodeShard(corpus: Corpus, uris: Iterable<string>): Shard {
  const strings = new StringTable();
  const columns = new FactColumns(strings);
  const files: ShardFile[] = [];
  for (const uri of uris) {
    const article = articleOf(corpus, uri, strings);
    const sidecar = sidecarOf(corpus, uri, strings);
    if (article !== null) {
      files.push(article);
    }
    if (sidecar !== null) {
      files.push(sidecar);
      for (const bound of corpus.sidecar(uri)?.factsForNow ?? []) {
        columns.add(bound);
      }
    }
  }
  const filled = columns.columns();
  return { strings: strings.toJson(), files: JSON.stringify(files), columns: filled };
}

function articleOf(corpus: Corpus, uri: string, strings: StringTable): ShardArticle | null {
  const state = corpus.articleState(uri);
  if (state === undefined) {
    return null;
  }
  const { root, size, info, naming } = state;
  const numbers = (texts: Iterable<string>): readonly number[] =>
    [...texts].map((text) => strings.numberOf(text));
  return {
    kind: 'article',
    uri,
    root,
    size,
    info: plainInfo(info),
    mentioned: naming === null ? null : numbers(naming.mentioned.keys()),
    times: naming === null ? [] : [...naming.mentioned.values()],
    counted: naming === null ? [] : numbers(naming.counted),
  };
}

function sidecarOf(corpus: Corpus, uri: string, strings: StringTable): ShardSidecar | null {
  const state = corpus.sidecarState(uri);
  if (state === undefined) {
    return null;
  }
  const { root, size, info, link, defined, ignored, uses, hasUnknownIds } = state;
  const facts = corpus.sidecar(uri)?.factsForNow ?? [];
  return {
    kind: 'sidecar',
    uri,
    root,
    size,
    info: plainInfo(info),
    link,
    defined: plainDefined(defined),
    ignored: ignored.map(plainComment),
    uses: uses.map((key) => strings.numberOf(key)),
    hasUnknownIds,
    facts: facts.length,
    problems: facts.flatMap(({ problems }, position) =>
      problems.length === 0 ? [] : [[position, problems] as const],
    ),
  };
}

/** The texts behind their numbers. */
export function textsFrom(
  numbers: readonly number[],
  strings: readonly string[],
): readonly string[] {
  return numbers.map((number) => strings[number] ?? '');
}
