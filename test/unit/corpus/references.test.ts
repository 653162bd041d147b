import assert from 'node:assert/strict';
import { resolveReference } from '../../../server/src/corpus/uri.js';
import { checkFiles, root, uriOf, worldOf } from '../rules/world.js';

/* `article.file` must stay inside the workspace folder, and never throws. */

const refused = [
  '../x.md',
  '../../x.md',
  'a/../../../x.md',
  './../../x.md',
  '/etc/passwd',
  '//server/share/x.md',
  'file:///etc/passwd',
  'FILE:///etc/passwd',
  'http://example.org/x.md',
  'C:/x.md',
  'c:x.md',
  'vscode-vfs:x.md',
  'a\\..\\..\\b.md',
  '..\\x.md',
  '%2e%2e/x.md',
  '..%2fx.md',
  'a%00.md',
  'x\0.md',
  'x\n.md',
  '\ud800.md',
];

const from = uriOf('a.facts.yaml');

describe('article.file', () => {
  for (const reference of refused) {
    it(`refuses ${JSON.stringify(reference)}`, () => {
      assert.equal(resolveReference(root, from, reference).kind, 'refused');
      const sidecar = `article:\n  file: ${JSON.stringify(reference)}\n`;
      const { corpus, checker } = worldOf({ 'a.facts.yaml': sidecar });
      assert.equal(corpus.sidecar(from)?.link.kind, 'refused');
      const findings = checker.all();
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['orphan-sidecar'],
      );
      assert.match(findings[0]?.message ?? '', /^`article\.file` is not followed: .+\.$/);
    });
  }

  for (const [reference, expected] of [
    ['b.md', 'b.md'],
    ['./b.md', 'b.md'],
    ['sub/../b.md', 'b.md'],
    ['sub/b.md', 'sub/b.md'],
    ['100% true.md', '100% true.md'],
    ['a b.md', 'a b.md'],
    ['what?.md', 'what%3F.md'],
    ['é#1.md', 'é%231.md'],
    ['..b.md', '..b.md'],
    ['__proto__.md', '__proto__.md'],
  ] as const) {
    it(`follows ${JSON.stringify(reference)}`, () => {
      const resolved = resolveReference(root, from, reference);
      assert.deepEqual(resolved, { kind: 'inside', uri: uriOf(expected) });
    });
  }

  it('may leave its own folder, but not the workspace folder', () => {
    const inner = uriOf('sub/a.facts.yaml');
    assert.deepEqual(resolveReference(root, inner, '../b.md'), {
      kind: 'inside',
      uri: uriOf('b.md'),
    });
    assert.equal(resolveReference(root, inner, '../../b.md').kind, 'refused');
    assert.equal(resolveReference(root, inner, '../../w-other/b.md').kind, 'refused');
  });

  it('an article outside is not read even where the corpus holds it', () => {
    const { corpus, checker } = worldOf({});
    checker.update(
      corpus.setFile({ uri: 'file:///other/b.md', root: 'file:///other', text: 'All 3.\n' }),
    );
    const text =
      'article: {file: ../other/b.md}\nfacts: [{subject: x, property: count, value: 3, quote: All 3}]\n';
    checker.update(corpus.setFile({ uri: from, root, text }));
    assert.ok(checker.all().some(({ code }) => code === 'orphan-sidecar'));
    assert.ok(!checker.all().some(({ uri }) => uri === 'file:///other/b.md'));
  });

  it('a folder whose name begins alike is another folder', () => {
    assert.deepEqual(
      checkFiles({ 'a.facts.yaml': 'article: {file: ../w2/b.md}\n' }).map(({ code }) => code),
      ['orphan-sidecar'],
    );
  });
});
