import assert from 'node:assert/strict';
import type { Side } from './oracle.js';
import { newOracle } from './tap.js';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const textDocument = { uri: 'file:///a.md' };

/** What the oracle says of a conversation, each message with the side it is from. */
function faultsIn(...messages: readonly (readonly [Side, object])[]): string[] {
  const oracle = newOracle();
  for (const [from, message] of messages) {
    oracle.check({ jsonrpc: '2.0', ...message }, from);
  }
  return oracle.faults.map(({ from, method, what }) => `${from} ${method}: ${what}`);
}

function initialized(capabilities: object = {}): (readonly [Side, object])[] {
  const params = { processId: null, rootUri: null, capabilities };
  return [
    ['client', { id: 1, method: 'initialize', params }],
    ['server', { id: 1, result: { capabilities: { hoverProvider: true } } }],
    ['client', { method: 'initialized', params: {} }],
  ];
}

function asked(method: string, params: unknown, result: unknown): (readonly [Side, object])[] {
  return [
    ['client', { id: 'q', method, params }],
    ['server', { id: 'q', result }],
  ];
}

const hoverAt = { textDocument, position: range.start };
const finding = { range, message: 'No.', severity: 2 };

describe('the oracle of the protocol', () => {
  it('has nothing to say of a good conversation', () => {
    const params = { uri: textDocument.uri, diagnostics: [finding] };
    assert.deepEqual(
      faultsIn(
        ...initialized(),
        ...asked('textDocument/hover', hoverAt, { contents: { kind: 'plaintext', value: 'x' } }),
        ...asked('textDocument/hover', hoverAt, null),
        ['server', { method: 'textDocument/publishDiagnostics', params }],
        ['client', { id: 3, method: 'shutdown' }],
        ['server', { id: 3, result: null }],
        ['client', { method: 'exit' }],
      ),
      [],
    );
  });

  for (const [name, messages, expected] of [
    [
      'a field of the wrong kind from the client',
      asked('textDocument/hover', { textDocument, position: { line: '0', character: 0 } }, null),
      /^client textDocument\/hover: \/position\/line must be integer/,
    ],
    [
      'a field of the wrong kind from the server',
      asked('textDocument/hover', hoverAt, { contents: { kind: 'plaintext', value: 7 } }),
      /^server textDocument\/hover: /,
    ],
    [
      'a field that is missing',
      asked('textDocument/hover', { textDocument }, null),
      /^client textDocument\/hover: .* 'position'/,
    ],
    [
      'a misspelt field',
      asked('textDocument/definition', hoverAt, [{ uri: textDocument.uri, range, rang: range }]),
      /^server textDocument\/definition: /,
    ],
    [
      'a position below zero',
      asked('textDocument/definition', hoverAt, [
        { uri: textDocument.uri, range: { ...range, start: { line: -1, character: 0 } } },
      ]),
      /^server textDocument\/definition: /,
    ],
    [
      'no answer in an answer',
      asked('textDocument/hover', hoverAt, undefined),
      /neither result nor error/,
    ],
    [
      'an answer that nobody asked for',
      [['server', { id: 9, result: null }]],
      /answers nothing that was asked/,
    ],
    [
      'an error without a code',
      [
        ['client', { id: 9, method: 'textDocument/hover', params: hoverAt }],
        ['server', { id: 9, error: { message: 'x' } }],
      ],
      /^server textDocument\/hover: .*'code'/,
    ],
    ['a method that is none', [['server', { method: 'our/own', params: {} }]], /is no method/],
    [
      'a message in the wrong direction',
      [
        [
          'client',
          { method: 'textDocument/publishDiagnostics', params: { uri: 'a:b', diagnostics: [] } },
        ],
      ],
      /goes only serverToClient/,
    ],
    [
      'a notification that wants an answer',
      [['client', { id: 9, method: 'textDocument/didClose', params: { textDocument } }]],
      /is no request/,
    ],
    [
      'progress that nobody opened',
      [['server', { method: '$/progress', params: { token: 't', value: { kind: 'end' } } }]],
      /a token that nobody made/,
    ],
    [
      'progress of the wrong kind',
      [
        [
          'client',
          {
            id: 9,
            method: 'workspace/diagnostic',
            params: { previousResultIds: [], partialResultToken: 't' },
          },
        ],
        ['server', { method: '$/progress', params: { token: 't', value: { kind: 'end' } } }],
      ],
      /^server \$\/progress: /,
    ],
    [
      'a request the client did not announce',
      [['server', { id: 9, method: 'workspace/configuration', params: { items: [] } }]],
      /needs workspace.configuration, which the client did not announce/,
    ],
    [
      'a registration the client did not announce',
      [
        [
          'server',
          {
            id: 9,
            method: 'client/registerCapability',
            params: {
              registrations: [
                {
                  id: 'x',
                  method: 'workspace/didChangeWatchedFiles',
                  registerOptions: { watchers: [{ globPattern: '**' }] },
                },
              ],
            },
          },
        ],
      ],
      /needs workspace.didChangeWatchedFiles.dynamicRegistration/,
    ],
    [
      'Markdown for a client that shows none',
      asked('textDocument/hover', hoverAt, { contents: { kind: 'markdown', value: 'x' } }),
      /Markdown in a hover, which the client did not announce/,
    ],
    [
      'tags for a client that shows none',
      [
        [
          'server',
          {
            method: 'textDocument/publishDiagnostics',
            params: { uri: 'a:b', diagnostics: [{ ...finding, tags: [1] }] },
          },
        ],
      ],
      /a tag of a diagnostic/,
    ],
  ] as readonly [string, (readonly [Side, object])[], RegExp][]) {
    it(`catches ${name}`, () => {
      const faults = faultsIn(...initialized(), ...messages);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', expected);
    });
  }

  it('catches what a server says before it is initialized', () => {
    const params = { uri: 'a:b', diagnostics: [] };
    const faults = faultsIn(['server', { method: 'textDocument/publishDiagnostics', params }]);
    assert.match(faults.join(), /comes before the answer to `initialize`/);
  });
});
