import assert from 'node:assert/strict';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { readFolders, readProfile } from '../../../server/src/lsp/clientProfile.js';

function params(capabilities: ClientCapabilities, more: object = {}): InitializeParams {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol wants it
  return { processId: null, rootUri: null, workspaceFolders: null, capabilities, ...more };
}

/** Whether nothing in a profile says that the client can do something. */
function saysNothing(part: unknown): boolean {
  return typeof part === 'object' && part !== null ? Object.values(part).every(saysNothing) : !part;
}

describe('what a client can do', () => {
  it('is nothing where it says nothing', () => {
    const { encoding, diagnostics, ...others } = readProfile({});
    assert.equal(encoding, 'utf-16');
    assert.equal(diagnostics.tags.size, 0);
    assert.ok(saysNothing({ ...diagnostics, tags: undefined }));
    assert.ok(saysNothing(others));
  });

  it('decides how positions are counted, in its order', () => {
    for (const [positionEncodings, expected] of [
      [['utf-8'], 'utf-8'],
      [['utf-16', 'utf-8'], 'utf-16'],
      [['utf-32', 'utf-8', 'utf-16'], 'utf-8'],
      [['utf-32'], 'utf-16'],
      [[], 'utf-16'],
    ] as const) {
      const general = { positionEncodings: [...positionEncodings] };
      assert.equal(readProfile({ general }).encoding, expected);
    }
  });

  it('says whether it is to ask for diagnostics', () => {
    const pulls = (capabilities: ClientCapabilities): boolean =>
      readProfile(capabilities).pullsDiagnostics;
    const diagnostic = {};
    const publishDiagnostics = {};
    const workspace = { diagnostics: { refreshSupport: true } };
    assert.equal(pulls({ textDocument: { diagnostic } }), true);
    assert.equal(pulls({ textDocument: { diagnostic, publishDiagnostics }, workspace }), true);
    const cannotBeTold = { textDocument: { diagnostic, publishDiagnostics } };
    assert.equal(pulls(cannotBeTold), false, 'it would keep findings that are no longer so');
    assert.equal(pulls({ textDocument: { publishDiagnostics }, workspace }), false);
  });

  it('may be null anywhere', () => {
    const nulls = { general: null, textDocument: null, workspace: null, window: null };
    const inner = {
      general: { positionEncodings: null },
      textDocument: { hover: { contentFormat: null }, publishDiagnostics: { tagSupport: null } },
    };
    for (const capabilities of [nulls, inner] as unknown as ClientCapabilities[]) {
      const { encoding, diagnostics, ...others } = readProfile(capabilities);
      assert.equal(encoding, 'utf-16');
      assert.equal(diagnostics.tags.size, 0);
      assert.ok(saysNothing(others));
    }
  });

  it('reads Markdown only where it prefers it', () => {
    const markdown = (contentFormat: ('markdown' | 'plaintext')[]): boolean =>
      readProfile({ textDocument: { hover: { contentFormat } } }).markdown;
    assert.equal(markdown(['markdown', 'plaintext']), true);
    assert.equal(markdown(['plaintext', 'markdown']), false);
    assert.equal(markdown([]), false);
  });

  it('is asked for in the parts of an aid to reading that it says it knows', () => {
    const tokens = (requests: object | null): unknown =>
      readProfile({
        textDocument: {
          semanticTokens: {
            requests: requests as object,
            tokenTypes: ['a'],
            tokenModifiers: [],
            formats: [],
          },
        },
      }).semanticTokens;
    const known = { types: ['a'], modifiers: [] };
    assert.deepEqual(tokens({ full: { delta: true }, range: true }), {
      ...known,
      full: true,
      delta: true,
      range: true,
    });
    assert.deepEqual(tokens({ full: true, range: null }), {
      ...known,
      full: true,
      delta: false,
      range: false,
    });
    assert.equal(tokens({ full: null, range: false }), null);
    assert.equal(tokens(null), null);
    const hints = (inlayHint: object): unknown =>
      readProfile({ textDocument: { inlayHint } }).inlayHints;
    assert.deepEqual(hints({}), { parts: false, tooltip: false });
    assert.deepEqual(hints({ resolveSupport: { properties: ['label.location'] } }), {
      parts: true,
      tooltip: false,
    });
  });

  it('offers the commands that its options name', () => {
    const offers = (options: unknown): boolean => readProfile({}, options).showsReferences;
    assert.equal(offers({ commands: ['x', 'policyFacts.showReferences'] }), true);
    for (const options of [
      undefined,
      null,
      'commands',
      {},
      { commands: null },
      { commands: ['x'] },
    ]) {
      assert.equal(offers(options), false);
    }
  });

  it('names its folders in the new way or the old', () => {
    const workspaceFolders = [{ uri: 'file:///a', name: 'a' }];
    assert.deepEqual(readFolders(params({}, { workspaceFolders, rootUri: 'file:///b' })), [
      'file:///a',
    ]);
    assert.deepEqual(readFolders(params({}, { rootUri: 'file:///b' })), ['file:///b']);
    assert.deepEqual(readFolders(params({}, { workspaceFolders: [], rootUri: 'file:///b' })), []);
    assert.deepEqual(readFolders(params({})), []);
  });
});
