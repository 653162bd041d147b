import { EventEmitter, TreeItem, TreeItemCollapsibleState, type TreeDataProvider } from 'vscode';
import { commandNames } from '../commandNames.js';
import { iconOf, type TreeAnswer, type TreeName, type TreeNode } from './treeNode.js';

/** Asks the server for a level of a tree; undefined where it gives no answer. */
export type AskTree = (tree: TreeName, id: string | null) => Promise<TreeAnswer | undefined>;

/** One tree of the facts view. The first level is fetched when it is told to, the others when they are opened. */
export class FactsTree implements TreeDataProvider<TreeNode> {
  private roots: readonly TreeNode[] = [];
  private loads = 0;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** What is shown may be another by now. */
  isStale = true;

  constructor(
    readonly name: TreeName,
    private readonly ask: AskTree,
  ) {}

  /** Fetches the first level anew; what is open below it follows. @returns undefined where another load overtook it */
  async load(): Promise<TreeAnswer | undefined> {
    const load = ++this.loads;
    this.isStale = false;
    const answer = await this.ask(this.name, null);
    if (load !== this.loads) return undefined;
    this.isStale = answer === undefined;
    this.roots = answer?.nodes ?? [];
    this.changed.fire(undefined);
    return answer;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return [...this.roots];
    return [...((await this.ask(this.name, node.id))?.nodes ?? [])];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(
      node.label,
      node.hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = node.id;
    item.iconPath = iconOf(node);
    item.tooltip = node.tooltip ?? node.label;
    item.contextValue = contextOf(node);
    item.accessibilityInformation = {
      label: node.spoken ?? [node.label, node.description ?? []].flat().join(', '),
    };
    if (node.description !== undefined) item.description = node.description;
    if (node.place !== undefined) {
      item.command = { command: commandNames.goToPlace, title: 'Go to', arguments: [node] };
    }
    return item;
  }
}

/** The words that menus look for. */
function contextOf({ kind, place, reference, topic }: TreeNode): string {
  return [
    kind,
    place === undefined ? [] : 'hasPlace',
    reference === undefined ? [] : 'hasReference',
    topic === undefined ? [] : 'hasTopic',
  ]
    .flat()
    .join(' ');
}
