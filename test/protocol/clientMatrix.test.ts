import assert from 'node:assert/strict';
import type { ClientCapabilities, Position, ServerCapabilities } from 'vscode-languageserver/node';
import {
  bareClient,
  editorClient,
  nullsClient,
  pullClient,
  pullOnlyClient,
  pushClient,
  unconfiguredClient,
  utf8Client,
} from './clients.js';
import { marked } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, herald } from './records.js';
import { codes, endSessions, Session } from './session.js';

/**
 * Every kind of client goes through the same short story. That nothing is used that the client did
 * not announce (registrations, refreshes, progress, configuration, Markdown, links, snippets, tags
 * and so on) the oracle sees in every message: see `oracle/announced.ts`.
 */
const clients: readonly (readonly [string, ClientCapabilities])[] = [
  ['VS Code', editorClient],
  ['a bare client', bareClient],
  ['a client that only asks for diagnostics', pullOnlyClient],
  ['a client that asks, and is told when to ask again', pullClient],
  ['a client that only waits for diagnostics', pushClient],
  ['a client that counts in bytes', utf8Client],
  ['a client without configuration', unconfiguredClient],
  ['a client that says null everywhere', nullsClient],
];

/** What a client would send for each provider, with no more than the protocol asks for. */
const requests: Readonly<Record<string, (at: At) => readonly (readonly [string, object])[]>> = {
  hoverProvider: (at) => [['textDocument/hover', at]],
  definitionProvider: (at) => [['textDocument/definition', at]],
  declarationProvider: (at) => [['textDocument/declaration', at]],
  implementationProvider: (at) => [['textDocument/implementation', at]],
  typeDefinitionProvider: (at) => [['textDocument/typeDefinition', at]],
  documentHighlightProvider: (at) => [['textDocument/documentHighlight', at]],
  referencesProvider: (at) => [
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
  ],
  completionProvider: (at) => [['textDocument/completion', at]],
  signatureHelpProvider: (at) => [['textDocument/signatureHelp', at]],
  linkedEditingRangeProvider: (at) => [['textDocument/linkedEditingRange', at]],
  renameProvider: (at) => [
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: 'other-trust' }],
  ],
  callHierarchyProvider: (at) => [['textDocument/prepareCallHierarchy', at]],
  typeHierarchyProvider: (at) => [['textDocument/prepareTypeHierarchy', at]],
  monikerProvider: (at) => [['textDocument/moniker', at]],
  documentSymbolProvider: ({ textDocument }) => [['textDocument/documentSymbol', { textDocument }]],
  documentLinkProvider: ({ textDocument }) => [['textDocument/documentLink', { textDocument }]],
  foldingRangeProvider: ({ textDocument }) => [['textDocument/foldingRange', { textDocument }]],
  codeLensProvider: ({ textDocument }) => [['textDocument/codeLens', { textDocument }]],
  colorProvider: ({ textDocument }) => [['textDocument/documentColor', { textDocument }]],
  diagnosticProvider: ({ textDocument }) => [['textDocument/diagnostic', { textDocument }]],
  selectionRangeProvider: ({ textDocument, position }) => [
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
  ],
  inlayHintProvider: ({ textDocument, position }) => [
    [
      'textDocument/inlayHint',
      { textDocument, range: { start: { line: 0, character: 0 }, end: position } },
    ],
  ],
  semanticTokensProvider: ({ textDocument, position }) => [
    ['textDocument/semanticTokens/full', { textDocument }],
    [
      'textDocument/semanticTokens/range',
      { textDocument, range: { start: { line: 0, character: 0 }, end: position } },
    ],
  ],
  codeActionProvider: ({ textDocument, position }) => [
    [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
  ],
  documentFormattingProvider: ({ textDocument }) => [
    ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
  ],
  workspaceSymbolProvider: () => [['workspace/symbol', { query: '' }]],
  executeCommandProvider: () => [
    ['workspace/executeCommand', { command: 'policyFacts.checkConsistency' }],
  ],
};

/** Capabilities that no request of a client's belongs to. */
const withoutRequest = ['positionEncoding', 'textDocumentSync', 'workspace', 'experimental'];

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

describe('the same story with every client', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  for (const [name, capabilities] of clients) {
    it(`is told to ${name}`, async () => {
      const session = await Session.start({ files: agreeing, capabilities });
      await session.open('herald.md', marked(herald, 'pri|mary'));
      await session.open('herald.facts.yaml', marked(countOf('152'), 'p|ct'));
      await session.settled();
      const mention = session.cursor('herald.md');
      assert.match(await session.hoverText('herald.md', mention), /Primary care trusts/);
      for (const file of ['herald.md', 'herald.facts.yaml']) {
        const places = await session.definition(file, session.cursor(file));
        assert.deepEqual(session.words(places, agreeing), ['register.facts.yaml "pct"'], file);
      }
      assert.ok((await session.documentSymbols('herald.facts.yaml')).length > 0);
      assert.deepEqual(await found(session), []);

      await session.edit('herald.facts.yaml', 'value: 152', 'value: 148');
      assert.deepEqual(await found(session), ['value-conflict', 'value-not-in-quote']);
      await session.edit('herald.facts.yaml', 'value: 148', 'value: 152');
      assert.deepEqual(await found(session), []);
      await session.close('herald.facts.yaml');
      assert.equal(await session.shutdown(), 0);
    });

    it(`leaves no request of ${name} without an answer`, async () => {
      const session = await Session.start({ files: agreeing, capabilities });
      await session.open('herald.md', herald);
      await session.open('herald.facts.yaml', countOf('152'));
      const { capabilities: declared } = session.server;
      for (const provider of providersOf(declared)) {
        const messages = requests[provider];
        assert.ok(messages, `What is asked of ${provider}?`);
        for (const file of ['herald.md', 'herald.facts.yaml', 'register.facts.yaml', 'none.md']) {
          for (const position of [
            { line: 0, character: 0 },
            { line: 3, character: 15 },
            { line: 2_000_000, character: 2_000_000 },
          ]) {
            const textDocument = { uri: session.uri(file) };
            for (const [method, params] of messages({ textDocument, position })) {
              await answered(session, method, params);
            }
          }
        }
      }
      assert.equal(session.stderr, '');
      assert.ok(
        !session.logged.some((line) => line.includes('A request failed')),
        session.logged.join(),
      );
    });
  }

  /** What is found in the sidecar, however this client comes to know. */
  async function found(session: Session): Promise<unknown[]> {
    if (session.server.capabilities.diagnosticProvider === undefined) {
      await session.settled();
      return codes(session.pushed('herald.facts.yaml')).sort();
    }
    const report = await session.pull('herald.facts.yaml');
    assert.ok(report.kind === 'full');
    return codes(report.items).sort();
  }

  /** A request may be refused for what it asks; but it is no fault of the server's. */
  async function answered(session: Session, method: string, params: object): Promise<void> {
    try {
      await session.request(method, params);
    } catch (error) {
      const { code, message } = error as { code?: number; message: string };
      assert.equal(code, -32803, `${method}: ${message}`);
    }
  }

  function providersOf(declared: ServerCapabilities): string[] {
    return Object.entries(declared)
      .filter(([name, value]) => value !== false && value != null && !withoutRequest.includes(name))
      .map(([name]) => name);
  }
});
