import assert from 'node:assert/strict';
import { parseArticle } from '../../../server/src/articles/article.js';
import { readHead } from '../../../server/src/articles/articleHead.js';
import { inputs, ownMarkdown } from './markdownTrial.js';

const seed = Number(process.env['FC_SEED'] ?? 20060530) || Date.now();

/** @returns whether the head was read */
function assertRightOrRefused(text: string): boolean {
  const head = readHead(text, 5_000_000);
  if (head !== null) {
    const { frontMatter, title, limit } = parseArticle(text, 'markdown');
    assert.deepEqual(head, { frontMatter, title, limit }, JSON.stringify(text));
  }
  return head !== null;
}

describe('readHead', () => {
  const read: [string, string, string | null][] = [
    ['a heading', 'Words.\n\n# A *title*\n\n## Another\n', 'A title'],
    ['an underlined heading', 'A\nb\n===\n# c\n', 'A\nb'],
    ['a heading before what is for the parser', '# A\n\n<b>c</b> &amp; d\n', 'A'],
    ['the front matter’s title', '---\ntitle: B\n---\n# A\n', 'B'],
    ['no heading', 'Words.\n', null],
    ['a heading without words', '#\n\n# A\n', ''],
    ['no heading in what is read as plain text', `# A\n\n${'> '.repeat(60)}b\n`, null],
    [
      'the title of what is read as plain text',
      `\ufeff---\r\ntitle: B\r\n---\r\n# A\n\n${'> '.repeat(60)}b\n`,
      'B',
    ],
    ['nothing', '', null],
  ];
  for (const [what, text, title] of read) {
    it(`finds ${what}`, () => {
      assert.ok(assertRightOrRefused(text), 'refused');
      assert.equal(readHead(text, 1000)?.title, title);
    });
  }

  const refused: [string, string][] = [
    ['what is for the parser before the first heading', '<b>c</b>\n\n# A\n'],
    ['a heading with a word in brackets that is defined below', '# [A]\n\n[A]: b\n'],
    ['front matter that does not end', '---\ntitle: A\n'],
  ];
  for (const [what, text] of refused) {
    it(`leaves ${what}`, () => {
      assert.equal(readHead(text, 1000), null);
    });
  }

  it('leaves what is too large to be analysed', () => {
    assert.equal(readHead('# A\n', 3), null);
  });

  it('finds what reading the article finds, or nothing', () => {
    assert.ok(ownMarkdown.filter(assertRightOrRefused).length > ownMarkdown.length * 0.9);
    const source = inputs(seed);
    let count = 0;
    for (let tried = 0; tried < 2000; tried++) {
      if (assertRightOrRefused(source.next().value.text)) count++;
    }
    assert.ok(count > 800, `${count}`);
  }).timeout(120_000);
});
