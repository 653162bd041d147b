import type { FeatureContext } from '../context.js';
import { articlesTree } from './articlesTree.js';
import { findingsTree } from './findingsTree.js';
import { grouped } from './grouping.js';
import { organisationsTree } from './organisationsTree.js';
import type { TreeFilter } from './treeFilter.js';
import type { Branch, TreeName, TreeNode } from './treeNode.js';

const trees: Readonly<
  Record<TreeName, (context: FeatureContext, filter: TreeFilter) => readonly Branch[]>
> = {
  findings: findingsTree,
  organisations: organisationsTree,
  articles: articlesTree,
};

/**
 * The nodes below one, level by level: a tree is never sent whole.
 *
 * @param id of a node that was sent before; null for the first level
 * @returns nothing below a node that is not there any more
 */
export function provideTree(
  context: FeatureContext,
  tree: TreeName,
  id: string | null,
  filter: TreeFilter,
): readonly TreeNode[] {
  const path = id === null ? [] : readPath(id);
  if (path === null) {
    return [];
  }
  let branches = grouped(trees[tree](context, filter));
  for (const key of path) {
    const below = branches.find((branch) => branch.key === key)?.children?.();
    if (below === undefined) {
      return [];
    }
    branches = grouped(below);
  }
  return branches.map(({ key, line, children }) => ({
    id: JSON.stringify([...path, key]),
    hasChildren: children !== undefined,
    ...line(),
  }));
}

/** Deeper than any tree. */
const DEEPEST = 12;

/** An id is the list of the keys that lead to a node. Null for what is none. */
function readPath(id: string): readonly string[] | null {
  try {
    const path: unknown = JSON.parse(id);
    return Array.isArray(path) &&
      path.length <= DEEPEST &&
      path.every((key) => typeof key === 'string')
      ? path
      : null;
  } catch {
    return null;
  }
}
