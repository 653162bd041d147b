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
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
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

/** Asks for diagnostics, takes none that are pushed, and cannot be told to ask again. */
export const pullOnlyClient: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** Cannot be asked for its settings, nor registers anything. */
export const unconfiguredClient: ClientCapabilities = {
  ...pushClient,
  workspace: { workspaceFolders: true },
};

/** Says `null` wherever it has nothing to say, as some libraries write an absent value. */
export const nullsClient = {
  general: { positionEncodings: null, markdown: null },
  workspace: { workspaceFolders: null, configuration: null, diagnostics: null, symbol: null },
  textDocument: {
    synchronization: null,
    hover: { contentFormat: null },
    completion: { completionItem: null, completionList: null, contextSupport: null },
    documentSymbol: { hierarchicalDocumentSymbolSupport: null, symbolKind: null },
    codeAction: { codeActionLiteralSupport: null, resolveSupport: null },
    publishDiagnostics: { relatedInformation: null, tagSupport: null },
    diagnostic: null,
    semanticTokens: null,
    foldingRange: { foldingRangeKind: null, foldingRange: null },
    rename: { prepareSupport: null },
    inlayHint: { resolveSupport: null },
  },
  window: null,
  experimental: null,
} as unknown as ClientCapabilities;

const resolvable = { properties: ['documentation', 'detail', 'edit', 'command', 'tooltip'] };

/** As much as VS Code says it can do of what a server of texts could use. */
export const editorClient: ClientCapabilities = {
  general: {
    positionEncodings: ['utf-16'],
    staleRequestSupport: { cancel: true, retryOnContentModified: [] },
    markdown: { parser: 'marked', version: '1.1.0' },
  },
  window: {
    workDoneProgress: true,
    showMessage: { messageActionItem: { additionalPropertiesSupport: true } },
    showDocument: { support: true },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'textOnlyTransactional',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { dynamicRegistration: true, resolveSupport: { properties: ['location.range'] } },
    codeLens: { refreshSupport: true },
    executeCommand: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    fileOperations: {
      dynamicRegistration: true,
      didCreate: true,
      didRename: true,
      didDelete: true,
      willCreate: true,
      willRename: true,
      willDelete: true,
    },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, didSave: true },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    completion: {
      dynamicRegistration: true,
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      insertTextMode: 2,
      completionList: {
        itemDefaults: [
          'commitCharacters',
          'editRange',
          'insertTextFormat',
          'insertTextMode',
          'data',
        ],
      },
    },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    definition: { dynamicRegistration: true, linkSupport: true },
    declaration: { dynamicRegistration: true, linkSupport: true },
    typeDefinition: { dynamicRegistration: true, linkSupport: true },
    implementation: { dynamicRegistration: true, linkSupport: true },
    references: { dynamicRegistration: true },
    documentHighlight: { dynamicRegistration: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      dynamicRegistration: true,
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source', 'source.fixAll'] },
      },
      honorsChangeAnnotations: true,
    },
    codeLens: { dynamicRegistration: true, resolveSupport: resolvable },
    rename: { dynamicRegistration: true, prepareSupport: true, honorsChangeAnnotations: true },
    documentLink: { dynamicRegistration: true, tooltipSupport: true },
    foldingRange: {
      dynamicRegistration: true,
      rangeLimit: 5000,
      lineFoldingOnly: true,
      foldingRangeKind: { valueSet: ['comment', 'imports', 'region'] },
      foldingRange: { collapsedText: false },
    },
    selectionRange: { dynamicRegistration: true },
    semanticTokens: {
      dynamicRegistration: true,
      tokenTypes: ['namespace', 'type', 'class', 'variable', 'property', 'number', 'string'],
      tokenModifiers: ['declaration', 'definition', 'readonly', 'deprecated'],
      formats: ['relative'],
      requests: { range: true, full: { delta: true } },
      multilineTokenSupport: false,
      overlappingTokenSupport: false,
    },
    linkedEditingRange: { dynamicRegistration: true },
    typeHierarchy: { dynamicRegistration: true },
    inlayHint: { dynamicRegistration: true, resolveSupport: resolvable },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
  },
};

/** Follows links, folds, selects and shows hierarchies, as newer editors do. */
export const navigatingClient: ClientCapabilities = {
  ...pushClient,
  textDocument: {
    ...pushClient.textDocument,
    definition: { linkSupport: true },
    declaration: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    implementation: { linkSupport: true },
    documentHighlight: {},
    documentLink: {},
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    selectionRange: {},
    typeHierarchy: {},
  },
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
