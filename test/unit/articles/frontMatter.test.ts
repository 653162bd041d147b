import assert from 'node:assert/strict';
import { parseArticle } from '../../../server/src/articles/article.js';

describe('front matter', () => {
  const text = [
    '\ufeff---',
    'title: "A \\"b\\""',
    'id: 001',
    'published: 2006-05-30',
    'publisher: ~',
    'author: [x, y]',
    'basedOn: [c, d]',
    'layout: post',
    '---',
    'Words: 5.',
  ].join('\r\n');

  it('is read as written, each value with its place', () => {
    const { frontMatter, rendered } = parseArticle(text, 'markdown');
    assert.ok(frontMatter);
    assert.equal(frontMatter.title?.value, 'A "b"');
    assert.equal(frontMatter.id?.value, '001');
    assert.equal(frontMatter.publisher, undefined);
    const { span } = frontMatter.published ?? assert.fail();
    assert.equal(text.slice(span.start, span.end), '2006-05-30');
    assert.deepEqual(
      frontMatter.basedOn?.map(({ value, span: at }) => [value, text.slice(at.start, at.end)]),
      [
        ['c', 'c'],
        ['d', 'd'],
      ],
    );
    assert.equal(rendered.text, 'Words: 5.');
    assert.ok(text.slice(0, frontMatter.span.end).endsWith('---'));
  });

  it('says what is not a text where a text is meant', () => {
    const [problem, ...others] = parseArticle(text, 'markdown').frontMatter?.problems ?? [];
    assert.deepEqual(others, []);
    assert.ok(problem);
    assert.equal(text.slice(problem.span.start, problem.span.end), '[x, y]');
  });

  it('keeps its place when the YAML is broken, empty or nested without end', () => {
    for (const yaml of ['title: [', '', `a: ${'['.repeat(5000)}`, '- x', '? {']) {
      const article = parseArticle(`---\n${yaml}\n---\n\nwords`, 'markdown');
      assert.ok(article.frontMatter, yaml);
      assert.equal(article.rendered.text, 'words', yaml);
    }
  });

  it('is found in Markdown that is read as plain text, too', () => {
    const words = '> '.repeat(2000);
    const article = parseArticle(`---\ntitle: T\n---\r\n${words}w`, 'markdown');
    assert.equal(article.limit?.reason, 'nesting');
    assert.equal(article.title, 'T');
    assert.ok(article.rendered.text.startsWith('> >'));
  });

  it('is what it is from scratch after an edit anywhere', () => {
    const before = parseArticle(text, 'markdown');
    for (let at = 0; at <= text.length; at++) {
      for (const edited of [
        `${text.slice(0, at)}x${text.slice(at)}`,
        `${text.slice(0, at)}x${text.slice(at + 1)}`,
        text.slice(0, at) + text.slice(at + 1),
      ]) {
        assert.deepEqual(
          parseArticle(edited, 'markdown', { before }).frontMatter,
          parseArticle(edited, 'markdown').frontMatter,
          JSON.stringify(edited),
        );
      }
    }
  });

  it('is not read again where only words below it are edited', () => {
    const before = parseArticle(text, 'markdown');
    const edited = parseArticle(`${text} More.`, 'markdown', { before });
    assert.equal(edited.frontMatter, before.frontMatter);
  });

  it('is none where it is not closed or not first', () => {
    assert.equal(parseArticle('---\ntitle: T\n', 'markdown').frontMatter, null);
    assert.equal(parseArticle('a\n\n---\ntitle: T\n---', 'markdown').frontMatter, null);
  });
});
