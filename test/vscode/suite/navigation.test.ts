import { strict as assert } from 'node:assert';
import {
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type TypeHierarchyItem,
  type Uri,
  workspace,
} from 'vscode';
import { hoverText } from './answers.js';
import { open, positionIn, rangeOf } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

/** `file.md "words"`, for comparing at a glance. */
async function shown(uri: Uri, range: Range): Promise<string> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return `${name} "${(await workspace.openTextDocument(uri)).getText(range)}"`;
}

/** What a request of VS Code finds at a place, once it finds anything. */
async function found<T>(command: string, document: TextDocument, at: Position): Promise<T[]> {
  return eventually(`an answer to ${command}`, async () => {
    const answer = await commands.executeCommand<T[] | undefined>(command, document.uri, at);
    return answer !== undefined && answer.length > 0 && answer;
  });
}

async function goTo(
  kind: 'Definition' | 'Declaration' | 'TypeDefinition' | 'Implementation',
  document: TextDocument,
  at: Position,
): Promise<string[]> {
  const targets = await found<Location | LocationLink>(
    `vscode.execute${kind}Provider`,
    document,
    at,
  );
  return Promise.all(
    targets.map((target) =>
      'targetUri' in target
        ? shown(target.targetUri, target.targetSelectionRange ?? target.targetRange)
        : shown(target.uri, target.range),
    ),
  );
}

const article = '003-mergers-confirmed.md';
const sidecar = '003-mergers-confirmed.facts.yaml';

describe('navigation', () => {
  before(runningExtension);

  it('leads from a figure in an article to the fact that records it', async () => {
    const document = await open(article);
    const figure = positionIn(document, '303');
    assert.deepEqual(await goTo('Definition', document, figure), [
      '003-mergers-confirmed.facts.yaml "count-before"',
    ]);
    assert.match(await hoverText(document, figure), /Recorded as a fact/u);
  });

  it('leads to declarations, types and facts', async () => {
    const document = await open(sidecar);
    const id = positionIn(document, 'count-after');
    assert.deepEqual(await goTo('Declaration', document, id), [
      '003-mergers-confirmed.facts.yaml "count-after"',
    ]);
    const share = positionIn(document, 'same-boundaries');
    assert.deepEqual(await goTo('TypeDefinition', document, share), [
      'organisations.facts.yaml "share-of-trusts"',
    ]);
    const subject = positionIn(document, 'department-of-health');
    assert.ok(
      (await goTo('Implementation', document, subject)).includes(
        '003-mergers-confirmed.facts.yaml "department-frustrated"',
      ),
    );
  });

  it('finds all references to an organisation, in articles and sidecars', async () => {
    const document = await open(article);
    const places = await found<Location>(
      'vscode.executeReferenceProvider',
      document,
      positionIn(document, 'Patricia Hewitt'),
    );
    const words = await Promise.all(places.map(({ uri, range }) => shown(uri, range)));
    assert.ok(words.includes('003-mergers-confirmed.md "Patricia Hewitt"'));
    assert.ok(words.includes('003-mergers-confirmed.facts.yaml "patricia-hewitt"'));
    assert.ok(words.includes('organisations.facts.yaml "patricia-hewitt"'));
  });

  it('highlights every mention of an organisation in an article', async () => {
    const document = await open(article);
    const highlights = await found<DocumentHighlight>(
      'vscode.executeDocumentHighlights',
      document,
      positionIn(document, 'PCTs'),
    );
    const words = new Set(highlights.map(({ range }) => document.getText(range)));
    assert.deepEqual([...words].sort(), ['PCTs', 'primary care trusts']);
  });

  it('links an article to the one that it is based on', async () => {
    const document = await open('004-tories-consider-reduction.md');
    const links = await eventually('links', async () => {
      const all = await commands.executeCommand<DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const own = all.filter(({ target }) => target?.path.endsWith('/002-tory-health-plans.md'));
      return own.length > 0 && own;
    });
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ['002-tory-health-plans'],
    );
  });

  it('finds definitions by an alias and facts by their words', async () => {
    const find = (query: string): Promise<string[]> =>
      eventually(`symbols for ${query}`, async () => {
        const symbols = await commands.executeCommand<SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        );
        return symbols.length > 0 && symbols.map(({ name }) => name);
      });
    assert.equal((await find('Mr Lansley'))[0], 'Andrew Lansley (Mr Lansley)');
    assert.ok((await find('trusts england')).includes('Primary care trusts, count, England: 303'));
  });

  it('outlines a sidecar by sections and facts, an article by headings', async () => {
    const outline = async (name: string): Promise<string[]> => {
      const document = await open(name);
      const symbols = await eventually(`an outline of ${name}`, async () => {
        const all = await commands.executeCommand<DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        return all !== undefined && all.length > 0 && all;
      });
      return symbols.flatMap((top) => [top.name, ...top.children.map((child) => child.name)]);
    };
    assert.deepEqual((await outline(sidecar)).slice(0, 3), [
      'facts',
      'count-before',
      'count-after',
    ]);
    assert.ok((await outline(article)).some((name) => name.includes('Closer to social services')));
  });

  it('shows predecessors and successors as a hierarchy', async () => {
    const document = await open(article);
    const [item] = await found<TypeHierarchyItem>(
      'vscode.prepareTypeHierarchy',
      document,
      positionIn(document, 'PCTs'),
    );
    assert.equal(item?.name, 'Primary care trusts');
    const [successor] = await commands.executeCommand<TypeHierarchyItem[]>(
      'vscode.provideSubtypes',
      item,
    );
    assert.equal(successor?.name, 'Clinical commissioning groups');
    const back = await commands.executeCommand<TypeHierarchyItem[]>(
      'vscode.provideSupertypes',
      successor,
    );
    assert.deepEqual(
      back.map(({ name }) => name),
      ['Primary care trusts'],
    );
  });

  it('folds facts, and sections of articles', async () => {
    for (const [name, words] of [
      [sidecar, 'id: count-after'],
      [article, '## Reactions'],
    ] as const) {
      const document = await open(name);
      const { line } = rangeOf(document, words).start;
      await eventually(`a fold at ${words}`, async () => {
        const folds = await commands.executeCommand<FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        );
        return folds.some(({ start, end }) => start === line && end > line);
      });
    }
  });

  it('selects value, entry and fact, step by step, at several places', async () => {
    const document = await open(sidecar);
    const places = [positionIn(document, 'count-after'), positionIn(document, 'economies of')];
    const selections = await eventually('selections', async () => {
      const all = await commands.executeCommand<SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        places,
      );
      return all.length === places.length && all;
    });
    const steps = selections.map((selection) => {
      const words: string[] = [];
      for (
        let next: SelectionRange | undefined = selection;
        next !== undefined;
        next = next.parent
      ) {
        words.push(document.getText(next.range));
      }
      return words;
    });
    assert.ok(steps[0]?.includes('count-after') && steps[0].includes('id: count-after'));
    assert.ok(steps[1]?.includes('sought mergers for larger economies of scale'));
    assert.ok(steps.every((words) => words.at(-1) === document.getText()));
  });
});
