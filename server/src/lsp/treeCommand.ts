import { firstConflict } from '../features/tree/firstConflict.js';
import { provideTree } from '../features/tree/tree.js';
import { TreeFilter } from '../features/tree/treeFilter.js';
import { treeNames, type TreeNode } from '../features/tree/treeNode.js';
import { refusal, type ServerCommand } from './serverCommand.js';

/** What a tree answers with; the counts tell an empty folder from one where nothing was found. */
interface TreeAnswer {
  readonly nodes: readonly TreeNode[];
  readonly articles: number;
  readonly sidecars: number;
}

/**
 * The nodes of a tree below one of its nodes. Arguments: which tree, the node's id or null for the
 * first level, and words to filter by, which may be left out.
 */
const tree: ServerCommand = {
  name: 'policyFacts.tree',
  run: (context, [name, id, filter], host) => {
    const wanted = treeNames.find((known) => known === name);
    if (wanted === undefined) {
      return refusal(`There is no such tree; there are ${treeNames.join(', ')}.`);
    }
    const words = new TreeFilter(typeof filter === 'string' ? filter : '');
    const nodes = provideTree(context, wanted, typeof id === 'string' ? id : null, words);
    const answer: TreeAnswer = {
      nodes: nodes.map((node) =>
        node.place === undefined
          ? node
          : { ...node, place: { ...node.place, uri: host.documents.spelling(node.place.uri) } },
      ),
      articles: context.corpus.articles().length,
      sidecars: context.corpus.sidecars().length,
    };
    return answer;
  },
};

/** The weightiest conflict, to be shown as an example; null where there is none. */
const conflict: ServerCommand = {
  name: 'policyFacts.firstConflict',
  run: (context, _args, host) => {
    const found = firstConflict(context);
    if (found === null) {
      return null;
    }
    const [here, there] = host.spelled([found.here, found.there]);
    return { ...found, here, there };
  },
};

export const treeCommands: readonly ServerCommand[] = [tree, conflict];
