import type { Corpus } from '../../corpus/corpus.js';
import { relativePath } from '../../corpus/uri.js';

/**
 * How an export names files: below their folder, with `/`, so that no path of this machine is in it.
 * Where there are several folders, each file's name starts with its folder's.
 */
export class FileNames {
  private readonly prefixes: ReadonlyMap<string, string | null>;

  constructor(private readonly corpus: Corpus) {
    const roots = [...corpus.sidecars(), ...corpus.articles()].map(({ root }) => root);
    this.prefixes = prefixesOf([...new Set(roots)]);
  }

  /** A file's name; its whole URI where it is in no folder, or in one of two of one name. */
  nameOf(uri: string): string {
    const root = (this.corpus.sidecar(uri) ?? this.corpus.article(uri))?.root ?? '';
    const prefix = this.prefixes.get(root) ?? null;
    return prefix === null ? uri : prefix + relativePath(root, uri);
  }
}

function prefixesOf(roots: readonly string[]): ReadonlyMap<string, string | null> {
  if (roots.length === 1) {
    return new Map(roots.map((root) => [root, '']));
  }
  const names = roots.map((root) => decoded(root.slice(root.lastIndexOf('/') + 1)));
  return new Map(
    roots.map((root, index) => {
      const name = names[index] ?? '';
      return [
        root,
        name !== '' && names.indexOf(name) === names.lastIndexOf(name) ? `${name}/` : null,
      ];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
