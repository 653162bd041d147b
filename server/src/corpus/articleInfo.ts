import type { ArticleHead } from '../articles/articleHead.js';
import type { Sidecar } from '../sidecars/sidecar.js';
import { sharedCopy } from '../text/intern.js';
import type { Located, Span } from '../text/span.js';
import { readDate, type DateRange } from '../values/date.js';
import { stemOf } from './uri.js';

/** What is known of an article, from its sidecar's `article` block and its own front matter. */
export interface ArticleInfo {
  /** How other files refer to it. */
  readonly id: string;
  /** True when the id is written out rather than taken from the file's name. */
  readonly idStated: boolean;
  /** The sidecar, or the article itself where it has none. */
  readonly uri: string;
  /** The article's file, where it is there. */
  readonly articleUri: string | null;
  readonly title: string | null;
  /** An organisation id or a name. */
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: DateRange | undefined;
  readonly publishedText: string | null;
  /** Where `published` could not be read, and in which file. */
  readonly publishedProblem: {
    readonly uri: string;
    readonly span: Span;
    readonly message: string;
  } | null;
  /** Work in progress: what it contradicts is for its author to settle. */
  readonly draft: boolean;
  /** Ids of the articles it repeats. */
  readonly basedOn: readonly string[];
  readonly url: string | null;
}

/** Puts together what the `article` block says and, where it is silent, the front matter. */
export function articleInfo(
  sidecar: { readonly uri: string; readonly content: Sidecar } | null,
  article: { readonly uri: string; readonly content: Omit<ArticleHead, 'limit'> } | null,
  financialYearStart: string | undefined,
): ArticleInfo {
  const block = sidecar?.content.article;
  const front = article?.content.frontMatter;
  const uri = sidecar?.uri ?? article?.uri ?? '';
  const id = block?.id?.value ?? front?.id?.value;
  const published = block?.published ?? front?.published;
  const publishedUri = block?.published === undefined ? article?.uri : sidecar?.uri;
  const date = readPublished(published, publishedUri ?? uri, financialYearStart);
  const stem = stemOf(uri);
  // What outlives the file's text is no piece of it.
  const own = (text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : sharedCopy(text);
  return {
    id: sharedCopy(id ?? stem),
    idStated: id !== undefined,
    uri,
    articleUri: article?.uri ?? null,
    title: own(block?.title?.value ?? article?.content.title),
    publisher: own(block?.publisher?.value ?? front?.publisher?.value),
    author: own(block?.author?.value ?? front?.author?.value),
    published: date.range,
    publishedText: own(published?.value),
    publishedProblem: date.problem,
    draft: (block?.status?.value ?? front?.status?.value) === 'draft',
    basedOn: [...(block?.basedOn ?? []), ...(front?.basedOn ?? [])].map(({ value }) =>
      sharedCopy(value),
    ),
    url: own(block?.url?.value ?? front?.url?.value),
  };
}

function readPublished(
  published: Located<string> | undefined,
  uri: string,
  financialYearStart: string | undefined,
): { range: DateRange | undefined; problem: ArticleInfo['publishedProblem'] } {
  if (published === undefined) {
    return { range: undefined, problem: null };
  }
  const reading = readDate(
    published.value,
    financialYearStart === undefined ? {} : { financialYearStart },
  );
  // An object of its own: two presumed times of one article are one instant, those of two are not.
  return reading.kind === 'date'
    ? { range: { ...reading.date }, problem: null }
    : { range: undefined, problem: { uri, span: published.span, message: reading.message } };
}
