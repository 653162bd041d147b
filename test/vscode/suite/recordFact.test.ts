import { strict as assert } from 'node:assert';
import path from 'node:path';
import {
  type CodeAction,
  commands,
  Range,
  type Uri,
  Selection,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { checkOnCommandLine, type Report } from './commandLine.js';
import { fileUri, open, rangeOf, save } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

interface Shown {
  readonly uri: Uri;
  readonly range: Range;
  readonly changed: boolean;
}

function serious({ findings }: Report): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ file, code, message }) => `${file} ${code}: ${message}`);
}

function wordsAt(document: TextDocument, range: Range): string {
  return document.getText(range);
}

describe('Record as Fact', () => {
  const article = '003-mergers-confirmed.md';
  const sidecar = '003-mergers-confirmed.facts.yaml';
  const news = 'record-news.md';
  const newsText = `---
published: 2008-03-10
---

# A meeting of trusts

In March 2008 England’s 152 primary care trusts met, David Stout said. The Example Institute (EXI) was there.
`;
  let original = '';

  before(async () => {
    await runningExtension();
    await workspace.fs.writeFile(fileUri(news), new TextEncoder().encode(newsText));
    original = (await workspace.openTextDocument(fileUri(sidecar))).getText();
  });

  after(async () => {
    await workspace.saveAll();
    for (const name of [news, 'record-news.facts.yaml']) {
      await workspace.fs.delete(fileUri(name)).then(undefined, () => undefined);
    }
    await workspace.fs.writeFile(fileUri(sidecar), new TextEncoder().encode(original));
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function select(name: string, words: string): Promise<TextDocument> {
    const document = await open(name);
    const range = rangeOf(document, words);
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(range.start, range.end);
    return document;
  }

  it('records a selected sentence without a key of YAML, and the check agrees', async () => {
    const old = await checkOnCommandLine();
    await select(article, 'The first wave of PCTs dates from 2002.');
    const shown = await commands.executeCommand<Shown>('policyFacts.recordFact', { accept: true });
    assert.ok(shown.changed);
    const document = await workspace.openTextDocument(shown.uri);
    assert.equal(path.basename(document.fileName), sidecar);
    const added = document.getText().replace(/\r/g, '');
    assert.match(
      added,
      /subject: pct\n {4}property: status\n {4}value: The first wave of PCTs dates from 2002\n {4}from: 2002\n {4}quote: The first wave of PCTs dates from 2002\.\n/,
    );
    assert.equal(window.activeTextEditor?.document, document);
    assert.equal(
      wordsAt(document, window.activeTextEditor.selection),
      'The first wave of PCTs dates from 2002',
    );
    await save(document);
    const now = await checkOnCommandLine();
    assert.equal(now.summary.facts, old.summary.facts + 1);
    assert.deepEqual(serious(now), serious(old));
  });

  it('creates the sidecar with a figure, its place, time and speaker', async () => {
    const old = await checkOnCommandLine();
    await eventually('the article to be known', async () => {
      const document = await workspace.openTextDocument(fileUri(news));
      const range = rangeOf(document, 'England’s 152 primary care trusts met, David Stout said');
      const shown = await commands.executeCommand<Shown | undefined>('policyFacts.recordFact', {
        uri: document.uri,
        range,
        accept: true,
      });
      return shown?.changed === true;
    });
    const document = await workspace.openTextDocument(fileUri('record-news.facts.yaml'));
    assert.equal(
      document.getText(),
      `# Facts of record-news.md.
article:
  title: A meeting of trusts
facts:
  - subject: pct
    property: count
    value: 152
    place: england
    asOf: 2008-03
    saidBy: david-stout
    quote: England’s 152 primary care trusts met, David Stout said
`,
    );
    await save(document);
    const now = await checkOnCommandLine();
    assert.equal(now.summary.facts, old.summary.facts + 1);
    assert.deepEqual(serious(now), serious(old));
  });

  it('goes to the fact when the words are on record', async () => {
    const document = await select(news, '152 primary care trusts');
    const shown = await eventually('the new fact to be known', async () => {
      const found = await commands.executeCommand<Shown>('policyFacts.recordFact', {
        uri: document.uri,
        range: rangeOf(document, '152 primary care trusts'),
        accept: true,
      });
      return found.changed ? undefined : found;
    });
    assert.equal(path.basename(shown.uri.path), 'record-news.facts.yaml');
    assert.equal(wordsAt(await workspace.openTextDocument(shown.uri), shown.range), '152');
  });

  it('leaves everything as it was on Escape', async () => {
    const document = await select(article, 'The trusts that result will be far bigger.');
    const facts = await workspace.openTextDocument(fileUri(sidecar));
    const old = facts.getText();
    const running = commands.executeCommand('policyFacts.recordFact');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await eventually('the command to end', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([
        running.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, 100, false)),
      ]);
    });
    assert.equal(facts.getText(), old);
    assert.equal(document.isDirty, false);
    assert.equal(facts.isDirty, false);
  });

  it('is a code action on a selection too', async () => {
    const document = await select(article, 'The trusts that result will be far bigger');
    const range = rangeOf(document, 'The trusts that result will be far bigger');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'refactor.extract',
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.includes(`Record “The trusts that result will be far bigger” as a fact in ${sidecar}`),
      titles.join(' | '),
    );
  });

  it('Define Organisation writes into the register and selects the kind', async () => {
    const document = await select(news, 'The Example Institute');
    const register = await workspace.openTextDocument(fileUri('organisations.facts.yaml'));
    const old = register.getText();
    const shown = await commands.executeCommand<Shown>('policyFacts.defineOrganisation');
    assert.equal(shown.uri.toString(), register.uri.toString());
    assert.equal(wordsAt(register, shown.range), 'body');
    const at = register.getText().indexOf('  example-institute:');
    assert.ok(at > 0 && !document.isDirty);
    assert.match(
      register.getText().slice(at),
      /^ {2}example-institute:\n {4}name: Example Institute\n {4}aliases: \[EXI\]\n {4}kind: body\n/,
    );
    await commands.executeCommand('undo');
    assert.equal(register.getText(), old);
    await save(register);
  });

  it('Create Sidecar opens the one there is', async () => {
    await open(article);
    const shown = await commands.executeCommand<Shown>('policyFacts.createSidecar');
    assert.equal(shown.changed, false);
    assert.equal(path.basename(shown.uri.path), sidecar);
  });
});
