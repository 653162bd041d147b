import assert from 'node:assert/strict';
import { setArticleKeys } from '../../../server/src/features/articleEdit.js';
import { applyChanges } from '../../../server/src/features/sidecarEdit.js';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';

function after(text: string, keys: Readonly<Record<string, string>>): string | null {
  const changes = setArticleKeys(readSidecar(text), new Map(Object.entries(keys)));
  // From the end, so that of two insertions at one place the first stays the first.
  return changes && applyChanges(text, [...changes].reverse());
}

describe('the article block', () => {
  const cases: Readonly<Record<string, readonly [string, string | null]>> = {
    'is put before all else': ['# c\nfacts: []\n', '# c\narticle:\n  file: x.md\n\nfacts: []\n'],
    'keeps CRLF': ['facts: []\r\n', 'article:\r\n  file: x.md\r\n\r\nfacts: []\r\n'],
    'is put behind a byte order mark': [
      '\uFEFFfacts: []\n',
      '\uFEFFarticle:\n  file: x.md\n\nfacts: []\n',
    ],
    'is put into braces': ['{facts: []}\n', '{facts: [], article: {file: x.md}}\n'],
    'is filled': ['article:\nfacts: []\n', 'article:\n  file: x.md\nfacts: []\n'],
    'is filled where it is null': [
      'article: # c\nfacts: []\n',
      'article: # c\n  file: x.md\nfacts: []\n',
    ],
    'takes a key in its order': [
      'article:\n  id: a\n  title: T # t\nfacts: []\n',
      'article:\n  id: a\n  file: x.md\n  title: T # t\nfacts: []\n',
    ],
    'takes a key in braces': ['article: {title: T}\n', 'article: {title: T, file: x.md}\n'],
    'keeps quotation marks': ["article: {file: 'a.md'}\n", "article: {file: 'x.md'}\n"],
    'is indented as the file is': ['  facts: []\n', '  article:\n    file: x.md\n\n  facts: []\n'],
    'is left behind an alias': ['facts: [&a {id: x}]\narticle: *a\n', null],
    'is left where it is a text': ['article: words\n', null],
    'is not put into a list': ['- x\n', null],
    'is not put into a text': ['words\n', null],
  };

  for (const [what, [text, expected]] of Object.entries(cases)) {
    it(what, () => {
      assert.equal(after(text, { file: 'x.md' }), expected);
    });
  }

  it('takes two keys at once', () => {
    assert.equal(
      after('facts: []\n', { id: '2010', file: 'x.md' }),
      "article:\n  id: '2010'\n  file: x.md\n\nfacts: []\n",
    );
  });
});
