import { strict as assert } from 'node:assert';
import { nextTurn } from '../../../server/src/lsp/nextTurn.js';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments.js';

const uri = 'file:///a.facts.yaml';

/** A document that is open, and the texts that were looked at. */
function opened(lastLook: number): { looks: string[]; type: (version: number) => void } {
  const looks: string[] = [];
  const documents = new OpenDocuments(
    (_uri, text) => looks.push(text),
    () => lastLook,
  );
  documents.open({ uri, text: '0', version: 0, languageId: 'policy-facts' });
  const type = (version: number): void => {
    documents.change({ uri, version }, [{ text: String(version) }]);
  };
  return { looks, type };
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await nextTurn();
  }
}

describe('documents that are typed in', () => {
  it('are looked at without a wait where there is time for two looks between keys', async () => {
    const { looks, type } = opened(9);
    for (const key of [1, 2, 3]) {
      type(key);
      await turns(4); // no timer is waited for
      assert.equal(looks.at(-1), String(key));
      await after(20);
    }
    assert.deepEqual(looks, ['0', '1', '2', '3']);
  });

  it('are looked at once for keys that arrive together', async () => {
    const { looks, type } = opened(2);
    for (const key of [1, 2, 3]) {
      type(key);
    }
    await after(200);
    assert.deepEqual(looks, ['0', '3']);
  });

  it('wait for a pause where a look takes longer than the next key', async () => {
    const { looks, type } = opened(1000);
    type(1);
    type(2);
    await after(0);
    type(3);
    await after(300);
    assert.deepEqual(looks, ['0', '3']);
  });
});
