import type { Sidecar } from '../sidecars/sidecar.js';
import type { Located } from '../text/span.js';
import { articlesBeside, resolveReference } from './uri.js';

/** How a sidecar is tied to its article. `stated`: by `article.file`, rather than by its name. */
export type ArticleLink =
  | { readonly kind: 'present'; readonly uri: string; readonly stated: boolean }
  | { readonly kind: 'missing'; readonly uri: string; readonly stated: boolean }
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly file: Located<string>;
      readonly stated: true;
    }
  /** A register: it belongs to no article. */
  | { readonly kind: 'none'; readonly stated: false };

/** Whether two links tie to the same article, present or not, in the same way. */
export function isSameLink(a: ArticleLink, b: ArticleLink): boolean {
  return a.kind === b.kind && a.stated === b.stated && articleOf(a) === articleOf(b);
}

function articleOf(link: ArticleLink): string | null {
  return link.kind === 'present' || link.kind === 'missing' ? link.uri : null;
}

/** Finds the article of a sidecar: the one it names, or the one beside it. */
export function findArticle(
  uri: string,
  root: string,
  sidecar: Sidecar,
  exists: (uri: string) => boolean,
): ArticleLink {
  const file = sidecar.article?.file;
  if (file !== undefined) {
    const resolved = resolveReference(root, uri, file.value);
    if (resolved.kind === 'refused') {
      return { kind: 'refused', why: resolved.why, file, stated: true };
    }
    return { kind: exists(resolved.uri) ? 'present' : 'missing', uri: resolved.uri, stated: true };
  }
  const beside = articlesBeside(uri);
  const present = beside.find(exists);
  if (present !== undefined) {
    return { kind: 'present', uri: present, stated: false };
  }
  const quotes = sidecar.facts.some((fact) => fact.quotes.length > 0);
  const [expected] = beside;
  return expected !== undefined && (sidecar.article !== null || quotes)
    ? { kind: 'missing', uri: expected, stated: false }
    : { kind: 'none', stated: false };
}
