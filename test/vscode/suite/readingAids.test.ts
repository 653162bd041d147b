import { strict as assert } from 'node:assert';
import {
  type CodeLens,
  commands,
  type InlayHint,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  workspace,
} from 'vscode';
import { open, rangeOf, type } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

function whole(document: TextDocument): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}

/** The tokens of a document as `words: type modifiers`. */
async function tokens(document: TextDocument): Promise<string[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const found = await commands.executeCommand<SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  const shown: string[] = [];
  let line = 0;
  let start = 0;
  const data = [...(found?.data ?? [])];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, kind = 0, bits = 0] = data.slice(at, at + 5);
    start = down === 0 ? start + right : right;
    line += down;
    const modifiers =
      legend?.tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0) ?? [];
    const words = document.getText(new Range(line, start, line, start + length));
    shown.push(`${words}: ${[legend?.tokenTypes[kind], ...modifiers].join(' ')}`);
  }
  return shown;
}

async function hints(document: TextDocument): Promise<string[]> {
  const found = await commands.executeCommand<InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole(document),
  );
  return found.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

function lenses(document: TextDocument): Thenable<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

describe('aids to reading', () => {
  before(runningExtension);

  it('colour an article by our own types', async () => {
    const article = await open('briefing-draft.md');
    const shown = await eventually('tokens', async () => {
      const found = await tokens(article);
      return found.some((token) => token.includes('contested')) && found;
    });
    for (const token of [
      'England: place',
      '303: figure recorded',
      'primary care trusts: organisation',
      '151: figure recorded contested',
      'The white paper: document',
    ]) {
      assert.ok(shown.includes(token), `${token} is not among ${shown.join(', ')}`);
    }
  });

  it('colour a sidecar by what its ids stand for', async () => {
    const sidecar = await open('003-mergers-confirmed.facts.yaml');
    const shown = await tokens(sidecar);
    assert.deepEqual(shown.slice(0, 4), [
      'count-before: fact definition',
      'pct: organisation',
      'count: property defaultLibrary',
      '303: figure',
    ]);
  });

  it('show what stands behind ids, values and dates, each kind until it is switched off', async () => {
    const sidecar = await open('003-mergers-confirmed.facts.yaml');
    const shown = await eventually('hints', async () => {
      const found = await hints(sidecar);
      return found.length > 0 && found;
    });
    for (const hint of ['Primary care trusts', '65–75 %', 'October 2006']) {
      assert.ok(shown.includes(hint), `${hint} is not among ${shown.join(', ')}`);
    }
    const settings = workspace.getConfiguration('policyFacts');
    try {
      await settings.update('inlayHints.values', false);
      const left = await eventually('the hints of values to go', async () => {
        const found = await hints(sidecar);
        return found.length > 0 && !found.includes('65–75 %') && found;
      });
      assert.ok(left.includes('October 2006'));
    } finally {
      await settings.update('inlayHints.values', undefined);
    }
  });

  it('count above an organisation, and show what they count', async () => {
    const register = await open('organisations.facts.yaml');
    const line = rangeOf(register, 'pct:').start.line;
    const shown = await eventually('lenses', async () => {
      const found = (await lenses(register)).filter(({ range }) => range.start.line === line);
      // The timeline needs no counting, so that it may come first.
      const counted = found.filter(({ command }) => command?.title !== 'timeline');
      return found.length === 4 && counted.length === 3 && counted;
    });
    assert.match(shown[0]?.command?.title ?? '', /^\d+ facts$/u);
    assert.match(shown[1]?.command?.title ?? '', /^\d+ conflicts$/u);
    assert.match(shown[2]?.command?.title ?? '', /^\d+ mentions in \d+ articles$/u);
    const { command, arguments: args = [] } = shown[2]?.command ?? assert.fail();
    assert.equal(command, 'policyFacts.showReferences');
    await commands.executeCommand(command, ...(args as unknown[]));
    await commands.executeCommand('closeReferenceSearch');
  });

  it('count above an article, as it is typed', async () => {
    const article = await open('003-mergers-confirmed.md');
    const titles = async (): Promise<string[]> =>
      (await lenses(article)).map(({ command }) => command?.title ?? '');
    await eventually('the lenses', async () =>
      (await titles()).some((title) => /^\d+ facts recorded$/u.test(title)),
    );
    assert.ok((await titles()).includes('no figures unrecorded'));
    const end = article.lineAt(article.lineCount - 1).range.end;
    await type(article, new Range(end, end), '\nThere are 77 PCTs.\n');
    await eventually('a figure', async () => (await titles()).includes('1 figure unrecorded'));
    await commands.executeCommand('undo');
    await eventually('none', async () => (await titles()).includes('no figures unrecorded'));
    await commands.executeCommand('workbench.action.files.revert');
  });
});
