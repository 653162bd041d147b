import { strict as assert } from 'node:assert';
import {
  commands,
  type CompletionItem,
  type CompletionList,
  Range,
  SnippetString,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { findings } from './answers.js';
import { fileUri, open } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

const CURSOR = '|';

describe('completion', () => {
  before(async () => {
    await runningExtension();
    // A second sidecar of an article of the folder: it names its article.
    await workspace.fs.writeFile(fileUri('typed.facts.yaml'), new Uint8Array());
  });

  const head = 'article: {id: typed, file: 003-mergers-confirmed.md}\n';

  /** What VS Code offers at the mark in a text that is typed into the file. */
  async function typed(
    marked: string,
  ): Promise<{ document: TextDocument; items: CompletionItem[] }> {
    const document = await open('typed.facts.yaml');
    const editor = await window.showTextDocument(document);
    const text = head + marked;
    const whole = new Range(0, 0, document.lineCount, 0);
    await editor.edit((edit) => {
      edit.replace(whole, text.replace(CURSOR, ''));
    });
    const position = document.positionAt(text.indexOf(CURSOR));
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return { document, items };
  }

  function labelled(items: readonly CompletionItem[], label: string): CompletionItem | undefined {
    return items.find(
      (item) => (typeof item.label === 'string' ? item.label : item.label.label) === label,
    );
  }

  /** Puts an item in as the editor does. */
  async function accept(document: TextDocument, item: CompletionItem): Promise<void> {
    const editor = await window.showTextDocument(document);
    const range = item.range instanceof Range ? item.range : item.range?.replacing;
    assert.ok(range, 'a range');
    const text = item.insertText ?? '';
    const snippet = typeof text === 'string' ? new SnippetString().appendText(text) : text;
    await editor.insertSnippet(snippet, range, {
      undoStopBefore: true,
      undoStopAfter: true,
      ...(item.keepWhitespace === undefined ? {} : { keepWhitespace: item.keepWhitespace }),
    });
  }

  it('finds an organisation by its name', async () => {
    const pct = await eventually('pct', async () => {
      const { items } = await typed('facts:\n  - subject: primary|\n');
      return labelled(items, 'pct');
    });
    assert.match(pct.filterText ?? '', /^pct Primary care trusts/u);
    assert.equal(
      typeof pct.label === 'object' && pct.label.description,
      'Primary care trusts · class',
    );
  });

  it('offers a whole fact, each key under the other', async () => {
    const { document, items } = await typed('facts:\n  - |\n');
    const fact = labelled(items, 'new fact');
    assert.ok(fact?.insertText instanceof SnippetString);
    await accept(document, fact);
    assert.equal(
      document.getText(),
      `${head}facts:\n  - subject: \n    property: \n    value: \n    quote: \n`,
    );
    await commands.executeCommand('leaveSnippet');
  });

  it('puts a sentence in as a quote that the check finds', async () => {
    const { document, items } = await typed(
      'facts:\n  - subject: pct\n    property: count\n    value: 152\n    place: england\n    from: 2006-10\n    modality: planned\n    quote: |\n',
    );
    const [sentence] = [...items].sort((a, b) =>
      (a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1,
    );
    assert.ok(sentence);
    await accept(document, sentence);
    assert.match(document.getText(), /quote: .*303 to 152/u);
    // What was typed before had no quote yet: the findings are new when that is no more told.
    await eventually('a quote that is in order', () =>
      ['schema', 'yaml-syntax', 'quote-not-found', 'quote-ambiguous', 'quote-changed'].every(
        (code) => findings(document, code).length === 0,
      ),
    );
  });

  it('offers nothing in a note', async () => {
    const { items } = await typed('facts:\n  - subject: pct\n    note: words about the |\n');
    assert.deepEqual(
      items.filter(({ range }) => range !== undefined).map(({ label }) => label),
      [],
    );
  });
});
