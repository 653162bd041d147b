import { expectedSidecars, type ArticleEntry } from '../../corpus/corpus.js';
import { fileName } from '../../corpus/uri.js';
import type { Span } from '../../text/span.js';
import type { FeatureContext } from '../context.js';
import { scalar } from '../sidecarEdit.js';
import { headOf } from './articleHead.js';
import type { FileEdit } from './fileEdit.js';
import { refused, type Refusal } from './guess.js';

/** A sidecar that is there already. */
export interface Existing {
  readonly kind: 'existing';
  readonly uri: string;
}

/** The text of a new sidecar, and where it would stand. */
export interface NewSidecar {
  readonly kind: 'new';
  readonly uri: string;
  readonly text: string;
  /** What is missing in it, or where its facts begin. */
  readonly cursor: Span;
}

/** The sidecar of an article: the one it has, or a new one beside it; or why there can be none. */
export function sidecarOf(
  context: FeatureContext,
  articleUri: string,
): Existing | NewSidecar | Refusal {
  const { corpus } = context;
  const article = corpus.article(articleUri);
  if (article === undefined) {
    return refused('A sidecar belongs to an article: a Markdown or text file of the workspace.');
  }
  const [own] = corpus.sidecarsFor(articleUri);
  if (own !== undefined) {
    return { kind: 'existing', uri: own.uri };
  }
  if (articleUri.startsWith('untitled:')) {
    return refused('Save this document first: its sidecar stands beside it, under the same name.');
  }
  const beside = expectedSidecars(articleUri);
  const [uri = ''] = beside;
  const taken = beside.find((each) => corpus.sidecar(each) !== undefined);
  if (taken !== undefined) {
    return refused(`${fileName(taken)} belongs to another article, so this one cannot have it.`);
  }
  if (context.createsFiles !== true) {
    return refused(
      `This editor cannot create files for the server. Create ${fileName(uri)} first.`,
    );
  }
  return { kind: 'new', uri, ...textFor(context, article) };
}

/** Creates the sidecar of an article that has none. */
export function createSidecar(
  context: FeatureContext,
  articleUri: string,
): FileEdit | Existing | Refusal {
  const sidecar = sidecarOf(context, articleUri);
  if (sidecar.kind !== 'new') {
    return sidecar;
  }
  const { uri, text, cursor } = sidecar;
  const changes = [{ span: { start: 0, end: 0 }, text }];
  return { uri, isNew: true, changes, after: text, cursor };
}

const missingDate = '# published: the date, such as 2010-07-12, 2010-07 or 2009~';

/** Only what the article's front matter does not say: what stands in two places drifts apart. */
function textFor(
  { corpus }: FeatureContext,
  article: ArticleEntry,
): { readonly text: string; readonly cursor: Span } {
  const { content } = article;
  const front = content.frontMatter;
  const head = headOf(article, corpus);
  const eol = /\r\n|\n|\r/.exec(content.text)?.[0] ?? '\n';
  const isUnset = (key: 'title' | 'publisher' | 'published'): boolean => front?.[key] === undefined;
  const line = (key: 'title' | 'publisher' | 'published'): readonly string[] => {
    const value = head[key];
    return isUnset(key) && value !== undefined
      ? [`  ${key}: ${scalar(value, key !== 'published')(false)}`]
      : [];
  };
  const isUndated = isUnset('published') && head.published === undefined;
  const block = [
    ...line('title'),
    ...line('publisher'),
    ...line('published'),
    ...(isUndated ? [`  ${missingDate}`] : []),
  ];
  const lines = [
    `# Facts of ${fileName(article.uri).replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}.`,
    ...(block.length > 0 ? ['article:', ...block] : []),
    'facts:',
  ];
  const text = lines.map((each) => each + eol).join('');
  const missing = text.indexOf(missingDate);
  const end = text.length - eol.length;
  return {
    text,
    cursor: isUndated ? { start: missing, end: missing + missingDate.length } : { start: end, end },
  };
}
