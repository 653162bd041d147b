import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { root, uriOf } from '../rules/world.js';

describe('a file that is not to be read', () => {
  it('is not read when it is asked for again either', () => {
    const uri = uriOf('a.md');
    const first = new Corpus();
    first.setFile({ uri, root, text: '', unread: 'It brought us down.' });
    const state = first.articleState(uri) ?? assert.fail();

    const corpus = new Corpus();
    const again = (): string => assert.fail('the file was read');
    corpus.adoptArticle({ uri, unread: 'It brought us down.', again }, state);
    const { text, limit } = corpus.article(uri)?.content ?? assert.fail();
    assert.equal(text, '');
    assert.equal(limit?.message, 'It brought us down.');
    assert.equal(corpus.article(uri)?.text, '');
  });
});
