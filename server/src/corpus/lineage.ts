import type { ArticleInfo } from './articleInfo.js';
import type { Corpus } from './corpus.js';

/**
 * The articles that one repeats, directly or through another copy: ids, without its own. A copy of
 * a copy is still one witness. Articles that repeat each other in a circle are walked once.
 */
export function ancestorsOf(corpus: Corpus, info: ArticleInfo): ReadonlySet<string> {
  if (info.basedOn.length === 0) {
    return none;
  }
  const found = new Set<string>();
  const open = [...info.basedOn];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || id === info.id) {
      continue;
    }
    found.add(id);
    for (const uri of corpus.filesOfArticleId(id)) {
      open.push(...(corpus.sidecar(uri)?.info ?? corpus.infoOf(uri)).basedOn);
    }
  }
  return found;
}

const none: ReadonlySet<string> = new Set<string>();

/** The articles from which an article's statements come: its ancestors that repeat nobody, or itself. */
export function rootsOf(corpus: Corpus, info: ArticleInfo): ReadonlySet<string> {
  const ancestors = ancestorsOf(corpus, info);
  const roots = [...ancestors].filter((id) =>
    corpus
      .filesOfArticleId(id)
      .every((uri) => (corpus.sidecar(uri)?.info ?? corpus.infoOf(uri)).basedOn.length === 0),
  );
  return new Set(roots.length === 0 ? [info.id] : roots);
}

/** True when one article repeats the other. */
export function isCopyOf(corpus: Corpus, a: ArticleInfo, b: ArticleInfo): boolean {
  return (
    (a.basedOn.length > 0 && ancestorsOf(corpus, a).has(b.id)) ||
    (b.basedOn.length > 0 && ancestorsOf(corpus, b).has(a.id))
  );
}
