import { strict as assert } from 'node:assert';
import { type TextDocument, type Uri, workspace } from 'vscode';
import { definitions } from './answers.js';
import { open, positionIn } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

/** The file's name and the text of the line to which "Go to Definition" leads. */
async function leadsTo(
  document: TextDocument,
  text: string,
): Promise<{ readonly file: string; readonly line: string }> {
  const position = positionIn(document, text);
  const [first] = await eventually(`a definition of ${text}`, async () => {
    const found = await definitions(document, position);
    return found.length > 0 && found;
  });
  assert.ok(first);
  return { file: nameOf(first.uri), line: await lineOf(first.uri, first.line) };
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function lineOf(uri: Uri, line: number): Promise<string> {
  return (await workspace.openTextDocument(uri)).lineAt(line).text;
}

describe('definition', () => {
  before(runningExtension);

  it('a mention in an article leads to the register', async () => {
    const target = await leadsTo(await open('003-mergers-confirmed.md'), 'PCTs');
    assert.equal(target.file, 'organisations.facts.yaml');
    assert.match(target.line, /pct|Primary care trusts/u);
  });

  it('a fact of another article leads to that article’s sidecar', async () => {
    const sidecar = await open('004-tories-consider-reduction.facts.yaml');
    const target = await leadsTo(sidecar, '002-tory-health-plans#trusts-152');
    assert.equal(target.file, '002-tory-health-plans.facts.yaml');
    assert.match(target.line, /trusts-152/u);
  });

  it('a quote leads to its words in the article', async () => {
    const sidecar = await open('003-mergers-confirmed.facts.yaml');
    const target = await leadsTo(sidecar, 'fall from 303 to 152');
    assert.equal(target.file, '003-mergers-confirmed.md');
    assert.match(target.line, /fall from 303/u);
  });
});
