import { articleEndings, folderOf, inFolder, kindOfFile, stemOf } from '../corpus/uri.js';

/**
 * Files in the order in which each is best read: settings and registers, then articles, then the
 * sidecars of articles. What a fact refers to is then known when the fact is read, and nothing has to
 * be looked up a second time. The corpus is the same in any order.
 */
export function inLoadingOrder(uris: readonly string[]): readonly string[] {
  const all = new Set(uris);
  const rank = (uri: string): number => {
    switch (kindOfFile(uri)) {
      case 'article':
        return 1;
      case 'sidecar':
        return articleEndings.some((ending) =>
          all.has(inFolder(folderOf(uri), stemOf(uri) + ending)),
        )
          ? 2
          : 0;
      case 'settings':
      case undefined:
        return 0;
    }
  };
  const ranked = uris.map((uri) => ({ uri, rank: rank(uri) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ uri }) => uri);
}
