import type { ClientCapabilities } from 'vscode-languageserver/node';

/*
 * What different clients say they can do. None of them is VS Code.
 */

/** Says nothing at all. */
export const bareClient: ClientCapabilities = {};

/** Waits for what the server pushes, as many editors did before LSP 3.17. */
export const pushClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  window: { workDoneProgress: true },
};

/** Asks for diagnostics, and is told when to ask again. */
export const pullClient: ClientCapabilities = {
  ...pushClient,
  workspace: { ...pushClient.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...pushClient.textDocument, diagnostic: { relatedDocumentSupport: false } },
};

/** Counts positions in bytes. */
export const utf8Client: ClientCapabilities = {
  ...pushClient,
  general: { positionEncodings: ['utf-8', 'utf-16'] },
};

/** Shows hovers as they come. */
export const plainTextClient: ClientCapabilities = {
  ...pushClient,
  textDocument: { ...pushClient.textDocument, hover: { contentFormat: ['plaintext'] } },
};

/** Shows all aids to reading, and is told when to ask for them again. */
export const readingClient: ClientCapabilities = {
  ...pushClient,
  workspace: {
    ...pushClient.workspace,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...pushClient.textDocument,
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: ['organisation', 'person', 'place', 'figure', 'class', 'number', 'enumMember'],
      tokenModifiers: ['definition', 'recorded', 'unrecorded', 'contested'],
      formats: ['relative'],
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'label.location'] } },
    codeLens: {},
  },
};
