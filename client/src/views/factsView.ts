import { commands, Disposable, l10n, type TreeView, window } from 'vscode';
import { ExecuteCommandRequest, type LanguageClient, State } from 'vscode-languageclient/node';
import { commandNames } from '../commandNames.js';
import { FactsTree } from './factsTree.js';
import { registerNodeCommands } from './nodeCommands.js';
import { treeNames, type TreeAnswer, type TreeName, type TreeNode } from './treeNode.js';

/** Of the server's: see `docs/features.md`. */
export const TREE_CHANGED = 'policyFacts/treeChanged';
const TREE_SHOWN = 'policyFacts/treeShown';

/** What a view without a line says instead, by `when` in `package.json`. */
type ViewState = 'reading' | 'empty' | 'noSidecar' | 'ready';

/** The view container with its trees. A tree that nobody sees asks for nothing. */
export class FactsView implements Disposable {
  readonly trees: ReadonlyMap<TreeName, FactsTree>;
  private readonly views: ReadonlyMap<TreeName, TreeView<TreeNode>>;
  private readonly registrations: Disposable;
  private filter = '';

  constructor(private readonly client: LanguageClient) {
    this.trees = new Map(
      treeNames.map((name) => [name, new FactsTree(name, (tree, id) => this.ask(tree, id))]),
    );
    this.views = new Map(
      [...this.trees].map(([name, treeDataProvider]) => [
        name,
        window.createTreeView(`policyFacts.${name}`, { treeDataProvider, showCollapseAll: true }),
      ]),
    );
    this.tellState('reading');
    this.registrations = Disposable.from(
      ...this.views.values(),
      ...[...this.views.values()].map((view) =>
        view.onDidChangeVisibility(() => {
          this.tellShown();
          this.loadShown();
        }),
      ),
      client.onNotification(TREE_CHANGED, () => {
        this.reload();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        this.tellShown();
        this.reload();
      }),
      commands.registerCommand(commandNames.filterTrees, (text?: unknown) =>
        this.askForFilter(text),
      ),
      commands.registerCommand(commandNames.clearTreeFilter, () => {
        this.setFilter('');
      }),
      registerNodeCommands(client),
    );
  }

  private async ask(tree: TreeName, id: string | null): Promise<TreeAnswer | undefined> {
    // A server that is down is started again by others; then this is asked anew.
    if (this.client.state !== State.Running) return undefined;
    try {
      return await this.client.sendRequest<TreeAnswer>(ExecuteCommandRequest.method, {
        command: 'policyFacts.tree',
        arguments: [tree, id, this.filter],
      });
    } catch (error) {
      this.client.debug(`No answer about the tree ${tree}: ${String(error)}`);
      return undefined;
    }
  }

  private get isShown(): boolean {
    return [...this.views.values()].some(({ visible }) => visible);
  }

  /** The server tells of changes only while a tree is in sight. */
  private tellShown(): void {
    if (this.client.state !== State.Running) return;
    void this.client.sendNotification(TREE_SHOWN, { shown: this.isShown });
  }

  /** What is in sight is fetched now, the rest when it comes into sight. */
  private reload(): void {
    for (const tree of this.trees.values()) tree.isStale = true;
    this.loadShown();
  }

  private loadShown(): void {
    for (const [name, tree] of this.trees) {
      if (tree.isStale && this.views.get(name)?.visible === true) void this.load(tree);
    }
  }

  private async load(tree: FactsTree): Promise<void> {
    const answer = await tree.load();
    if (answer === undefined) return;
    const { articles, sidecars, nodes } = answer;
    this.tellState(sidecars > 0 ? 'ready' : articles > 0 ? 'noSidecar' : 'empty');
    const view = this.views.get(tree.name);
    if (view !== undefined) view.message = this.messageFor(nodes.length);
  }

  private messageFor(nodes: number): string {
    if (this.filter === '') return '';
    return nodes === 0
      ? l10n.t('Nothing holds “{0}”.', this.filter)
      : l10n.t('Filtered by “{0}”.', this.filter);
  }

  private tellState(state: ViewState): void {
    void commands.executeCommand('setContext', 'policyFacts.viewState', state);
  }

  private async askForFilter(text: unknown): Promise<void> {
    const filter =
      typeof text === 'string'
        ? text
        : await window.showInputBox({
            title: l10n.t('Filter the Facts View'),
            prompt: l10n.t(
              'Shows what holds all these words: names, properties, values, articles, rules.',
            ),
            value: this.filter,
          });
    if (filter !== undefined) this.setFilter(filter.trim());
  }

  private setFilter(filter: string): void {
    this.filter = filter;
    void commands.executeCommand('setContext', 'policyFacts.isFiltered', filter !== '');
    this.reload();
  }

  dispose(): void {
    this.registrations.dispose();
  }
}
