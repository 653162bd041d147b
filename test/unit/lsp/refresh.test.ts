import assert from 'node:assert/strict';
import { Refreshes, type RefreshKind } from '../../../server/src/lsp/refresh.js';

/** Answers by file, and what the client was told to ask for again. */
function scene(): {
  answers: Map<string, number>;
  told: RefreshKind[];
  refreshes: Refreshes;
  show: (kind: RefreshKind, uri: string) => void;
  quiet: () => Promise<void>;
} {
  const answers = new Map<string, number>([
    ['a', 1],
    ['b', 1],
  ]);
  const told: RefreshKind[] = [];
  const refreshes = new Refreshes(
    (kind) => kind !== 'inlayHint',
    (kind) => told.push(kind),
  );
  return {
    answers,
    told,
    refreshes,
    show: (kind, uri) => {
      refreshes.answered(kind, uri, answers.get(uri), () => answers.get(uri));
    },
    quiet: () => refreshes.settled(),
  };
}

describe('asking the client to ask again', () => {
  it('once, when changes of another file alter what it shows', async () => {
    const { answers, told, refreshes, show, quiet } = scene();
    show('codeLens', 'a');
    show('codeLens', 'b');
    show('semanticTokens', 'a');
    answers.set('a', 2);
    answers.set('b', 2);
    refreshes.changed(new Set(['c']));
    refreshes.changed(new Set(['c']));
    await quiet();
    assert.deepEqual(told.sort(), ['codeLens', 'semanticTokens']);
    refreshes.changed(new Set());
    await quiet();
    assert.equal(told.length, 2, 'it has been told');
  });

  it('not when nothing is altered, nor of what it typed itself', async () => {
    const { answers, told, refreshes, show, quiet } = scene();
    show('codeLens', 'a');
    show('codeLens', 'b');
    answers.set('a', 2);
    refreshes.changed(new Set(['a']));
    await quiet();
    assert.deepEqual(told, []);
  });

  it('not when it cannot be told, nor of what it closed or asked for anew', async () => {
    const { answers, told, refreshes, show, quiet } = scene();
    show('inlayHint', 'a');
    show('codeLens', 'a');
    show('semanticTokens', 'b');
    answers.set('a', 2);
    answers.set('b', 2);
    refreshes.closed('a');
    refreshes.forget('semanticTokens', 'b');
    refreshes.changed(new Set());
    await quiet();
    assert.deepEqual(told, []);
  });
});
