import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  TextEdit,
} from 'vscode-languageserver/node';
import { bareClient, pushClient, utf8Client } from './clients.js';
import { CURSOR, textIn, withoutMarkers } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, messageOf, Session } from './session.js';

/** Can do everything that completion has to offer. */
const richClient: ClientCapabilities = {
  ...pushClient,
  textDocument: {
    ...pushClient.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        tagSupport: { valueSet: [1] },
        resolveSupport: { properties: ['documentation'] },
      },
      completionItemKind: { valueSet: Array.from({ length: 25 }, (_, kind) => kind + 1) as never },
    },
  },
};

const start = (line: string): string =>
  `facts:\n  - subject: pct\n    property: count\n    ${line}\n`;

async function complete(session: Session, name: string): Promise<CompletionList> {
  const answer = await session.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: session.uri(name) },
    position: session.cursor(name),
  });
  return answer ?? { isIncomplete: false, items: [] };
}

function named({ items }: CompletionList, label: string): CompletionItem {
  const labels = items.map((item) => item.label);
  return items[labels.indexOf(label)] ?? assert.fail(`${label} is not among ${labels.join(', ')}`);
}

describe('completion', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  async function typing(
    marked: string,
    capabilities = richClient,
  ): Promise<[Session, CompletionList]> {
    const session = await Session.start({ files: agreeing, capabilities });
    await session.settled();
    await session.open('herald.facts.yaml', marked);
    return [session, await complete(session, 'herald.facts.yaml')];
  }

  it('is declared with the characters that open it', async () => {
    const session = await Session.start({ files: agreeing });
    const { completionProvider } = session.server.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    assert.deepEqual(completionProvider.triggerCharacters, [' ', '"', "'", '[', '{', '#']);
  });

  it('finds an id by its name, and tells what it is when asked', async () => {
    const [session, list] = await typing(`facts:\n  - subject: prim${CURSOR}\n`);
    const pct = named(list, 'pct');
    assert.match(pct.filterText ?? '', /^pct Primary care trusts/);
    assert.match(pct.labelDetails?.description ?? '', /^Primary care trusts/);
    assert.equal(pct.documentation, undefined, 'not before it is looked at');
    const told = await session.request<CompletionItem>('completionItem/resolve', pct);
    const documentation = told.documentation as { kind: string; value: string };
    assert.equal(documentation.kind, 'markdown');
    assert.match(documentation.value, /^\*\*Primary care trusts\*\*/);
  });

  it('offers keys as the text is typed, not as it was saved', async () => {
    const [session] = await typing(start(CURSOR));
    await session.edit('herald.facts.yaml', 'property: count', 'asOf: 2010-07');
    const list = await complete(session, 'herald.facts.yaml');
    assert.ok(list.items.some(({ label }) => label === 'property'));
    assert.ok(!list.items.some(({ label }) => label === 'asOf'));
  });

  it('has snippets, several lines as they are, for those who know them', async () => {
    const [, list] = await typing(`facts:\n  - ${CURSOR}`);
    const fact = named(list, 'new fact');
    assert.equal(fact.insertTextFormat, 2);
    assert.equal(fact.insertTextMode, 1);
    assert.match((fact.textEdit as TextEdit).newText, /^subject: \$\{1\}\n {4}property: /);
  });

  it('is plain text and old kinds for a client that says nothing of itself', async () => {
    for (const marked of [
      `facts:\n  - ${CURSOR}`,
      start(`modality: ${CURSOR}`),
      start(`saidBy: ${CURSOR}`),
    ]) {
      const [session, list] = await typing(marked, bareClient);
      assert.ok(list.items.length > 2, marked);
      for (const item of list.items) {
        assert.ok((item.kind ?? 0) <= 18, item.label);
        assert.ok(item.textEdit !== undefined && 'range' in item.textEdit);
        assert.doesNotMatch(item.textEdit.newText, /\$/);
        assert.deepEqual(
          [item.insertTextFormat, item.insertTextMode, item.labelDetails, item.tags],
          [undefined, undefined, undefined, undefined],
        );
        const told = await session.request<CompletionItem>('completionItem/resolve', item);
        const { documentation } = told;
        assert.ok(typeof documentation !== 'object' || documentation.kind === 'plaintext');
      }
      await session.dispose();
    }
  });

  it('offers a quote that the check then finds in the article', async () => {
    const [session, list] = await typing(start(`value: 152\n    quote: ${CURSOR}`));
    const [item] = list.items;
    const edit = item?.textEdit as TextEdit;
    assert.match(edit.newText, /152/);
    await session.edit('herald.facts.yaml', 'quote: ', `quote: ${edit.newText}`);
    await session.check();
    const messages = session
      .pushed('herald.facts.yaml')
      .filter(({ code }) => /quote|yaml|schema/.test(String(code)));
    assert.deepEqual(messages.map(messageOf), []);
  });

  it('counts in bytes for a client that does', async () => {
    const marked = start(`saidAs: “ä” 𝒳\n    note: x\n  - {note: “𝒳”, subject: p${CURSOR}ct}`);
    const [, list] = await typing(marked, utf8Client);
    const { range } = named(list, 'pct').textEdit as TextEdit;
    assert.equal(textIn(withoutMarkers(marked).text, range, 'utf-8'), 'pct');
  });

  it('is nothing in prose, in comments and outside of the corpus', async () => {
    for (const marked of [start(`note: a ${CURSOR}`), start(`# ${CURSOR}`)]) {
      const [session, list] = await typing(marked);
      assert.deepEqual(list.items, []);
      const answer = await session.request<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: session.uri('no-such-file.md') },
        position: { line: 99, character: 99 },
      });
      assert.ok(answer === null || answer.items.length === 0);
      await session.dispose();
    }
  });
});
