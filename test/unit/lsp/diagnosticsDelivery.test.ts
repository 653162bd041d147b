import assert from 'node:assert/strict';
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { DiagnosticsDelivery } from '../../../server/src/lsp/diagnosticsDelivery.js';

/** A delivery that pushes, to a client that notes which files it is told of. */
function scene(options: { send?: () => Promise<void>; ready?: () => Promise<void> } = {}) {
  const told: string[] = [];
  const { send = () => Promise.resolve(), ready = () => Promise.resolve() } = options;
  const connection = {
    sendDiagnostics: ({ uri }: PublishDiagnosticsParams) => {
      told.push(uri);
      return send();
    },
  } as unknown as Connection;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const source = {
    diagnose: (uri: string) => {
      const until = performance.now() + 0.5; // so that a thousand files are more than one portion
      while (performance.now() < until);
      return [{ range, message: `something in ${uri}` }];
    },
    filesWithFindings: () => [],
    spelling: (uri: string) => uri,
    version: () => null,
    isStale: () => false,
    ready,
  };
  const mode = { pull: false, refresh: false, versions: false };
  return { told, delivery: new DiagnosticsDelivery(connection, source, mode) };
}

const nobody: ReadonlySet<string> = new Set();

function files(count: number): ReadonlySet<string> {
  return new Set(Array.from({ length: count }, (_, number) => `file-${number}`));
}

describe('findings that are pushed', () => {
  it('leave at once where they are few', () => {
    const { told, delivery } = scene();
    delivery.changed(files(3), nobody);
    assert.deepEqual(told, [...files(3)]);
  });

  it('leave room for other work where they are many, and all arrive', async () => {
    const { told, delivery } = scene();
    delivery.changed(files(1000), nobody);
    assert.ok(told.length < 1000, 'not all in one go');
    await delivery.told();
    assert.deepEqual(told, [...files(1000)]);
  });

  it('go before those that are still to be told', async () => {
    const { told, delivery } = scene();
    delivery.changed(files(1000), nobody);
    const before = told.length;
    delivery.changed(new Set(['typed-in', 'file-999']), nobody);
    assert.deepEqual(told.slice(before, before + 2), ['typed-in', 'file-999']);
    await delivery.told();
    assert.equal(told.length, 1001, 'each file once');
  });

  it('wait while what was told before has not left', async () => {
    let leave = (): void => undefined;
    const { told, delivery } = scene({
      send: () =>
        new Promise((resolve) => {
          leave = resolve;
        }),
    });
    delivery.changed(files(1000), nobody);
    const first = told.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(told.length, first);
    leave();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(told.length > first);
    delivery.releaseAll();
    leave();
    await delivery.told();
  });

  it('wait while a folder is read, and end with the server', async () => {
    let begin = (): void => undefined;
    const reading = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { told, delivery } = scene({ ready: () => reading });
    delivery.changed(files(1000), nobody);
    const first = told.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(told.length, first);
    delivery.releaseAll();
    begin();
    await delivery.told();
    assert.ok(told.length < 1000, 'a server that ends tells no more');
  });
});
