import type { Corpus } from '../../corpus/corpus.js';
import type { DefinitionKind } from '../../sidecars/definition.js';

/**
 * The file that holds most definitions of a kind; of several the first.
 *
 * @param root the workspace folder in which to look, if not in all
 */
export function fileOfMost(
  corpus: Corpus,
  kind: DefinitionKind,
  root?: string,
): string | undefined {
  let most = 0;
  let best: string | undefined;
  for (const { uri, content, root: folder } of corpus.sidecars()) {
    if (root !== undefined && root !== folder) {
      continue;
    }
    const count = content.definitions.filter((definition) => definition.kind === kind).length;
    if (count > most) {
      most = count;
      best = uri;
    }
  }
  return best;
}
