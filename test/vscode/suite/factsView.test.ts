import { strict as assert } from 'node:assert';
import { commands, env, type Uri, window, workspace } from 'vscode';
import type { FactsTree } from '../../../client/src/views/factsTree.js';
import type { TreeName, TreeNode } from '../../../client/src/views/treeNode.js';
import { open, rangeOf, type } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

const sidecar = '003-mergers-confirmed.facts.yaml';

describe('the facts view', () => {
  let trees: ReadonlyMap<TreeName, FactsTree>;

  before(async () => {
    ({ trees } = (await runningExtension()).factsView);
  });

  after(async () => {
    await commands.executeCommand('policyFacts.clearTreeFilter');
    await commands.executeCommand('workbench.view.explorer');
  });

  function tree(name: TreeName): FactsTree {
    const found = trees.get(name);
    assert.ok(found, name);
    return found;
  }

  /** Opens nodes by their labels, as a person does; undefined while one of them is not there. */
  async function walk(name: TreeName, labels: readonly string[]): Promise<TreeNode | undefined> {
    let node: TreeNode | undefined;
    for (const label of labels) {
      const nodes: readonly TreeNode[] = await tree(name).getChildren(node);
      node = nodes.find((each) => each.label === label);
      if (node === undefined) return undefined;
    }
    return node;
  }

  it('fills when it is opened', async () => {
    for (const name of ['findings', 'organisations', 'articles'] as const) {
      await commands.executeCommand(`policyFacts.${name}.focus`);
      await eventually(`lines of the tree ${name}`, async () => {
        const nodes = await tree(name).getChildren();
        return nodes.length > 0;
      });
    }
    assert.ok(await walk('organisations', ['Primary care trusts', 'Facts']));
    assert.ok(await walk('organisations', ['Primary care trusts', 'Mentions']));
  });

  it('names every line for screen readers, with its severity in words', async () => {
    for (const node of await tree('findings').getChildren()) {
      const item = tree('findings').getTreeItem(node);
      assert.match(
        item.accessibilityInformation?.label ?? '',
        /(?:error|warning|information|hint), \d+ findings?$/,
      );
    }
  });

  it('follows an edit, and its undoing', async () => {
    const isThere = async (): Promise<boolean> =>
      (await walk('findings', ['Value not in quote'])) !== undefined;
    assert.equal(await isThere(), false);
    await commands.executeCommand('policyFacts.findings.focus');
    const document = await open(sidecar);
    await type(document, rangeOf(document, '303', 'value: '), '304');
    await eventually('the finding of the edit', isThere);
    await commands.executeCommand('undo');
    assert.match(document.getText(), /value: 303/u);
    await eventually('its end', async () => !(await isThere()));
  });

  it('goes to the place of a fact, and copies its reference', async () => {
    const property = ['Primary care trusts', 'Facts', 'Number of organisations'];
    const facts = await tree('organisations').getChildren(await walk('organisations', property));
    const fact = facts.find(({ reference }) => reference === '003-mergers-confirmed#count-before');
    assert.equal(fact?.label, '303, England');
    await commands.executeCommand('policyFacts.goToPlace', fact);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(`/${sidecar}`));
    assert.equal(editor.document.getText(editor.selection), 'count-before');
    await commands.executeCommand('policyFacts.copyReference', fact);
    assert.equal(await env.clipboard.readText(), fact.reference);
  });

  it('is filtered by words, until the filter is cleared', async () => {
    await commands.executeCommand('policyFacts.findings.focus');
    const all = (await tree('findings').getChildren()).length;
    await commands.executeCommand('policyFacts.filterTrees', 'essex');
    await eventually('fewer findings', async () => {
      const nodes = await tree('findings').getChildren();
      return nodes.length === 1 && nodes[0]?.label === 'Value conflict';
    });
    await commands.executeCommand('policyFacts.clearTreeFilter');
    await eventually(
      'all findings',
      async () => (await tree('findings').getChildren()).length === all,
    );
  });
});

describe('the walkthrough', () => {
  const draft = 'briefing-draft.facts.yaml';
  const other = '002-tory-health-plans.facts.yaml';

  before(runningExtension);

  function activeFile(): string {
    return window.activeTextEditor?.document.uri.path.split('/').at(-1) ?? '';
  }

  it('shows a conflict, its other side, and what would settle it', async () => {
    assert.equal(await commands.executeCommand('policyFacts.showConflict'), true);
    assert.equal(activeFile(), draft);
    assert.equal(await commands.executeCommand('policyFacts.goToOtherSide'), true);
    assert.equal(activeFile(), other);
    assert.equal(await commands.executeCommand('policyFacts.settleConflict'), true);
    assert.equal(activeFile(), draft, 'it is settled where it weighs more');
  });

  it('makes a sample of its own each time, and overwrites nothing', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const parent = folder.uri.with({ path: folder.uri.path.replace(/\/[^/]*$/, '') });
    const openSample = async (): Promise<Uri> => {
      const made = await commands.executeCommand<Uri>('policyFacts.openSample', parent, false);
      assert.ok(made);
      return made;
    };
    const names = async (uri: Uri): Promise<readonly string[]> =>
      (await workspace.fs.readDirectory(uri)).map(([name]) => name).sort();
    const first = await openSample();
    assert.ok(first.path.endsWith('/policy-facts-sample'));
    assert.ok((await names(first)).includes(draft));
    const changed = first.with({ path: `${first.path}/${draft}` });
    await workspace.fs.writeFile(changed, Buffer.from('facts: []\n'));
    const second = await openSample();
    assert.ok(second.path.endsWith('/policy-facts-sample-2'));
    assert.deepEqual(await names(second), await names(first));
    assert.equal(Buffer.from(await workspace.fs.readFile(changed)).toString(), 'facts: []\n');
    for (const made of [first, second]) await workspace.fs.delete(made, { recursive: true });
  });
});
