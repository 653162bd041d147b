import type { ClientCapabilities, DiagnosticsCapabilities } from 'vscode-languageserver/node';

/*
 * What a server may put into its messages only where the client has announced that it knows it.
 * The meta model does not say so by machine; the text of the specification does.
 */

interface Law {
  /** What the law is about, for its message. */
  readonly what: string;
  /** The methods whose results or parameters it governs; all where there is none. */
  readonly methods?: RegExp;
  /** Whether an object within the message uses it. */
  readonly isUsed: (object: Readonly<Record<string, unknown>>) => boolean;
  readonly isAnnounced: (
    client: ClientCapabilities,
    object: Readonly<Record<string, unknown>>,
    method: string,
  ) => boolean;
}

const diagnostics = /publishDiagnostics|diagnostic$|\$\/progress/;

/**
 * What a client says of diagnostics. Of those that it asks for, clients older than 3.18 have no words
 * of their own: what holds for pushed ones holds for them.
 */
function ofDiagnostics(client: ClientCapabilities, method: string): DiagnosticsCapabilities {
  const { publishDiagnostics, diagnostic } = client.textDocument ?? {};
  return method.includes('publish')
    ? { ...publishDiagnostics }
    : { ...publishDiagnostics, ...diagnostic };
}

function has(key: string): Law['isUsed'] {
  return (object) => key in object;
}

function isDiagnostic(object: Readonly<Record<string, unknown>>): boolean {
  return 'range' in object && 'message' in object;
}

function isCompletionItem(object: Readonly<Record<string, unknown>>): boolean {
  return 'label' in object && typeof object['label'] === 'string' && !('position' in object);
}

const laws: readonly Law[] = [
  {
    what: 'related information',
    methods: diagnostics,
    isUsed: (object) => isDiagnostic(object) && 'relatedInformation' in object,
    isAnnounced: (client, _, method) => ofDiagnostics(client, method).relatedInformation === true,
  },
  {
    what: 'a link of a code',
    methods: diagnostics,
    isUsed: (object) => isDiagnostic(object) && 'codeDescription' in object,
    isAnnounced: (client, _, method) =>
      ofDiagnostics(client, method).codeDescriptionSupport === true,
  },
  {
    what: 'a tag of a diagnostic',
    methods: diagnostics,
    isUsed: (object) => isDiagnostic(object) && 'tags' in object,
    isAnnounced: (client, { tags }, method) => {
      const known = ofDiagnostics(client, method).tagSupport?.valueSet ?? [];
      return (tags as (1 | 2)[]).every((tag) => known.includes(tag));
    },
  },
  {
    what: 'data of a diagnostic',
    methods: diagnostics,
    isUsed: (object) => isDiagnostic(object) && 'data' in object,
    isAnnounced: (client, _, method) => ofDiagnostics(client, method).dataSupport === true,
  },
  {
    what: 'a message in Markdown',
    methods: diagnostics,
    isUsed: (object) => isDiagnostic(object) && typeof object['message'] === 'object',
    isAnnounced: (client) => client.textDocument?.diagnostic?.markupMessageSupport === true,
  },
  {
    what: 'the version of what is published',
    methods: /publishDiagnostics/,
    isUsed: (object) => 'diagnostics' in object && 'version' in object,
    isAnnounced: (client) => client.textDocument?.publishDiagnostics?.versionSupport === true,
  },
  {
    what: 'Markdown in a hover',
    methods: /hover$/,
    isUsed: ({ kind }) => kind === 'markdown',
    isAnnounced: (client) =>
      client.textDocument?.hover?.contentFormat?.includes('markdown') === true,
  },
  {
    what: 'Markdown in a completion',
    methods: /completion/i,
    isUsed: ({ kind, value }) => kind === 'markdown' && value !== undefined,
    isAnnounced: (client) =>
      client.textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ===
      true,
  },
  {
    what: 'a snippet',
    methods: /completion/i,
    isUsed: ({ insertTextFormat }) => insertTextFormat === 2,
    isAnnounced: (client) =>
      client.textDocument?.completion?.completionItem?.snippetSupport === true,
  },
  {
    what: 'an edit that inserts or replaces',
    methods: /completion/i,
    isUsed: (object) => 'insert' in object && 'replace' in object && 'newText' in object,
    isAnnounced: (client) =>
      client.textDocument?.completion?.completionItem?.insertReplaceSupport === true,
  },
  {
    what: 'details of a label',
    methods: /completion/i,
    isUsed: (object) => isCompletionItem(object) && 'labelDetails' in object,
    isAnnounced: (client) =>
      client.textDocument?.completion?.completionItem?.labelDetailsSupport === true,
  },
  {
    what: 'commit characters',
    methods: /completion/i,
    isUsed: (object) => isCompletionItem(object) && 'commitCharacters' in object,
    isAnnounced: (client) =>
      client.textDocument?.completion?.completionItem?.commitCharactersSupport === true,
  },
  {
    what: 'defaults for all items',
    methods: /completion$/,
    isUsed: has('itemDefaults'),
    isAnnounced: (client, { itemDefaults }) => {
      const known = client.textDocument?.completion?.completionList?.itemDefaults ?? [];
      return Object.keys(itemDefaults as object).every((key) => known.includes(key));
    },
  },
  {
    what: 'an outline as a tree',
    methods: /documentSymbol$/,
    isUsed: has('selectionRange'),
    isAnnounced: (client) =>
      client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  },
  {
    what: 'a link instead of a location',
    methods: /\/(definition|declaration|implementation|typeDefinition)$/,
    isUsed: has('targetUri'),
    isAnnounced: (client, _, method) => {
      const name = method.replace('textDocument/', '') as 'definition';
      return client.textDocument?.[name]?.linkSupport === true;
    },
  },
  {
    what: 'an edit with versions',
    isUsed: has('documentChanges'),
    isAnnounced: (client) => client.workspace?.workspaceEdit?.documentChanges === true,
  },
  {
    what: 'creating, renaming or deleting a file',
    isUsed: (object) =>
      typeof object['kind'] === 'string' &&
      ['create', 'rename', 'delete'].includes(object['kind']) &&
      ('uri' in object || 'oldUri' in object),
    isAnnounced: (client, { kind }) =>
      client.workspace?.workspaceEdit?.resourceOperations?.includes(kind as 'create') === true,
  },
  {
    what: 'an edit that asks for confirmation',
    isUsed: has('changeAnnotations'),
    isAnnounced: (client) => client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  },
  {
    what: 'an edit with a snippet',
    isUsed: (object) => 'snippet' in object && 'range' in object,
    isAnnounced: (client) => client.workspace?.workspaceEdit?.snippetEditSupport === true,
  },
  {
    what: 'an action that is more than a command',
    methods: /codeAction$/,
    isUsed: (object) => 'title' in object && ('edit' in object || 'kind' in object),
    isAnnounced: (client) => client.textDocument?.codeAction?.codeActionLiteralSupport != null,
  },
  {
    what: 'data of an action',
    methods: /codeAction$/,
    isUsed: (object) => 'title' in object && 'kind' in object && 'data' in object,
    isAnnounced: (client) => client.textDocument?.codeAction?.dataSupport === true,
  },
  {
    what: 'a disabled action',
    methods: /codeAction$/,
    isUsed: (object) => 'title' in object && 'disabled' in object,
    isAnnounced: (client) => client.textDocument?.codeAction?.disabledSupport === true,
  },
  {
    what: 'the text of a fold',
    methods: /foldingRange$/,
    isUsed: has('collapsedText'),
    isAnnounced: (client) =>
      client.textDocument?.foldingRange?.foldingRange?.collapsedText === true,
  },
  {
    what: 'columns of a fold',
    methods: /foldingRange$/,
    isUsed: (object) => 'startCharacter' in object || 'endCharacter' in object,
    isAnnounced: (client) => client.textDocument?.foldingRange?.lineFoldingOnly !== true,
  },
  {
    what: 'a tooltip of a link',
    methods: /documentLink/,
    isUsed: (object) => 'range' in object && 'tooltip' in object,
    isAnnounced: (client) => client.textDocument?.documentLink?.tooltipSupport === true,
  },
  {
    what: 'a place without a range',
    methods: /workspace\/symbol$/,
    isUsed: ({ location }) =>
      typeof location === 'object' && location !== null && !('range' in location),
    isAnnounced: (client) => client.workspace?.symbol?.resolveSupport !== undefined,
  },
  {
    what: 'UTF-8 positions',
    methods: /^initialize$/,
    isUsed: ({ positionEncoding }) =>
      positionEncoding !== undefined && positionEncoding !== 'utf-16',
    isAnnounced: (client, { positionEncoding }) =>
      client.general?.positionEncodings?.includes(positionEncoding as 'utf-8') === true,
  },
];

/** What a message of the server's uses though the client has not announced it. */
export function* unannounced(
  method: string,
  content: unknown,
  client: ClientCapabilities,
): Iterable<string> {
  const governing = laws.filter(({ methods }) => methods?.test(method) ?? true);
  for (const object of objectsIn(content)) {
    for (const { what, isUsed, isAnnounced } of governing) {
      if (isUsed(object) && !isAnnounced(client, object, method)) {
        yield `uses ${what}, which the client did not announce`;
      }
    }
  }
}

function* objectsIn(value: unknown): Iterable<Readonly<Record<string, unknown>>> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* objectsIn(item);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>;
    for (const item of Object.values(value)) {
      yield* objectsIn(item);
    }
  }
}
