import { articlesBeside, kindOfFile, type FileKind } from '../corpus/uri.js';

/**
 * Files in the order in which each is best read, those together that are best read together: settings
 * and whatever defines something, then each article with its sidecars. What a fact refers to is then
 * known when the fact is read, and nothing has to be looked up a second time. The corpus is the same
 * in any order.
 *
 * @param defines whether a sidecar that stands beside an article seems to define anything
 */
export function inLoadingOrder(
  uris: readonly string[],
  defines: (uri: string) => boolean,
): readonly (readonly string[])[] {
  const all = new Set(uris);
  const first: string[] = [];
  const groups = new Map<string, string[]>();
  const others: (readonly [uri: string, kind: FileKind | undefined])[] = [];
  for (const uri of uris) {
    const kind = kindOfFile(uri);
    if (kind === 'article') {
      groups.set(uri, [uri]);
    } else {
      others.push([uri, kind]);
    }
  }
  for (const [uri, kind] of others) {
    const article =
      kind === 'sidecar' ? articlesBeside(uri).find((beside) => all.has(beside)) : undefined;
    const group = article === undefined || defines(uri) ? first : (groups.get(article) ?? first);
    group.push(uri);
  }
  return [...first.map((uri) => [uri]), ...groups.values()];
}
