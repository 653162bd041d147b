import assert from 'node:assert/strict';
import { provideFileRename } from '../../../server/src/features/renameFiles.js';
import { root, uriOf, worldOf, type Files } from '../rules/world.js';
import { applied, contextOf, LIMIT } from './fixing.js';
import { mapped } from './renaming.js';

/** Renames files and folders as an editor does: texts first, then files, none over another. */
function afterRename(files: Files, renames: Readonly<Record<string, string>>): Files {
  const asked = Object.entries(renames).map(([oldName, newName]) => {
    return { oldUri: uriOf(oldName), newUri: uriOf(newName) };
  });
  const edit = provideFileRename(contextOf(files), asked);
  const edited = edit === null ? files : applied(files, { title: '', edit });
  const along = (edit?.renames ?? []).map(({ oldUri, newUri }): [string, string] => {
    return [nameOf(oldUri), nameOf(newUri)];
  });
  return [...along, ...Object.entries(renames)].reduce(move, edited);
}

function move(files: Files, [from, to]: readonly [string, string]): Files {
  const moved = Object.entries(files).map(([name, text]) => {
    const isMoved = name === from || name.startsWith(`${from}/`);
    return [isMoved ? to + name.slice(from.length) : name, text] as const;
  });
  const names = moved.map(([name]) => name);
  assert.equal(new Set(names).size, names.length, `${from} → ${to}: nothing is overwritten`);
  return Object.fromEntries(moved);
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(root.length + 1));
}

function assertMoved(
  files: Files,
  renames: Readonly<Record<string, string>>,
  expected: Files,
): void {
  for (const eol of ['\n', '\r\n']) {
    const withEol = (text: string): string => text.replaceAll('\n', eol);
    const before = mapped(files, withEol);
    const after = afterRename(before, renames);
    assert.deepEqual(after, mapped(expected, withEol));
    assert.deepEqual(codes(after), codes(before));
  }
}

function codes(files: Files): readonly string[] {
  return worldOf(files)
    .checker.all()
    .map(({ code }) => code)
    .sort();
}

const article = 'England has 152 trusts.\n';
const sidecar = `# Facts
facts:
  - {id: x, subject: o, property: count, value: 152, quote: 152 trusts}
organisations: {o: {name: Body}}
`;

describe('a file rename', function () {
  this.timeout(LIMIT);

  it('takes the sidecar along, and changes references by the file’s name', () => {
    const others = (id: string): Files => ({
      'other.facts.yaml': `article: {basedOn: [${id}, other2]} # a
facts: [{subject: o, property: count, value: 152, derivedFrom: ["${id}#x"], note: a}]
`,
      'other.md': 'Words of a.\n',
      'other2.md': `---\nbasedOn: '${id}'\ntitle: a\n---\na\n`,
    });
    const own = `# a\n${sidecar}`;
    assertMoved(
      { 'a.md': article, 'a.facts.yaml': own, ...others('a') },
      { 'a.md': 'b.md' },
      { 'b.md': article, 'b.facts.yaml': own, ...others('b') },
    );
  });

  it('changes references of a file to itself', () => {
    const own = (id: string): string => `facts: [{id: x}, {derivedFrom: [${id}#x, x]}]\n`;
    assertMoved(
      { 'a.md': article, 'a.facts.yml': own('a') },
      { 'a.md': 'sub/b.txt' },
      { 'sub/b.txt': article, 'sub/b.facts.yml': own('b') },
    );
  });

  it('writes any name so that YAML reads it back', () => {
    const other = (id: string): string => `article: {basedOn: [${id}]}\n`;
    for (const [name, written] of [
      ['2010', "'2010'"],
      ['a b', 'a b'],
      ['it’s, so', "'it’s, so'"],
      ['x: y', "'x: y'"],
      ["it's", "it's"],
      ['Straße 😀', 'Straße 😀'],
    ] as const) {
      assertMoved(
        { 'a.md': article, 'b.facts.yaml': other('a'), 'b.md': '' },
        { 'a.md': `${name}.md` },
        { [`${name}.md`]: article, 'b.facts.yaml': other(written), 'b.md': '' },
      );
    }
  });

  it('leaves an id that is written out', () => {
    const own = `article: {id: first}\n${sidecar}`;
    const other = 'article: {basedOn: first}\n';
    assertMoved(
      { 'a.md': article, 'a.facts.yaml': own, 'c.facts.yaml': other, 'c.md': '' },
      { 'a.md': 'b.md' },
      { 'b.md': article, 'b.facts.yaml': own, 'c.facts.yaml': other, 'c.md': '' },
    );
  });

  it('lets a sidecar elsewhere name the new file', () => {
    const own = (file: string): string =>
      `article: {title: A, file: ${file}} # ../a.md\n${sidecar}`;
    assertMoved(
      { 'a.md': article, 'facts/x.facts.yaml': own('"../a.md"') },
      { 'a.md': 'texts/b c.md' },
      { 'texts/b c.md': article, 'facts/x.facts.yaml': own('"../texts/b c.md"') },
    );
    assertMoved(
      { 'a.md': article, 'facts/x.facts.yaml': own('../a.md') },
      { 'facts/x.facts.yaml': 'x.facts.yaml' },
      { 'a.md': article, 'x.facts.yaml': own('a.md') },
    );
  });

  it('of a folder keeps links across its border, and all else', () => {
    const across = (file: string): string => `article: {file: ${file}}\n${sidecar}`;
    assertMoved(
      {
        'old/a.md': article,
        'old/a.facts.yaml': sidecar.replace('o: {', 'o2: {'),
        'old/in/b.facts.yaml': across('../../c.md'),
        'c.md': article,
        'd.facts.yaml': across('old/e.md').replace('o: {', 'o3: {'),
        'old/e.md': article,
        'older/f.md': 'F\n',
        'old/in/g.facts.yaml': 'article: {file: ../a.md}\n',
      },
      { old: 'new/deep' },
      {
        'new/deep/a.md': article,
        'new/deep/a.facts.yaml': sidecar.replace('o: {', 'o2: {'),
        'new/deep/in/b.facts.yaml': across('../../../c.md'),
        'c.md': article,
        'd.facts.yaml': across('new/deep/e.md').replace('o: {', 'o3: {'),
        'new/deep/e.md': article,
        'older/f.md': 'F\n',
        'new/deep/in/g.facts.yaml': 'article: {file: ../a.md}\n',
      },
    );
  });

  it('of a sidecar alone lets it name its article', () => {
    assertMoved(
      { 'a.md': article, 'a.facts.yaml': sidecar, 'c.md': '---\nbasedOn: a\n---\n' },
      { 'a.facts.yaml': 'sub/b.facts.yaml' },
      {
        'a.md': article,
        'sub/b.facts.yaml': sidecar.replace('facts:', 'article:\n  file: ../a.md\n\nfacts:'),
        'c.md': '---\nbasedOn: b\n---\n',
      },
    );
    const block = `article:\n  title: A # so\n${sidecar}`;
    assertMoved(
      { 'a.md': article, 'a.facts.yaml': block },
      { 'a.facts.yaml': 'b.facts.yaml' },
      {
        'a.md': article,
        'b.facts.yaml': block.replace('  title: A # so', '  title: A # so\n  file: a.md'),
      },
    );
  });

  it('never takes a name that is taken', () => {
    const files = { 'a.md': article, 'a.facts.yaml': sidecar, 'b.facts.yaml': '# empty\n' };
    assertMoved(
      files,
      { 'a.md': 'b.md' },
      {
        'b.md': article,
        'a.facts.yaml': sidecar.replace('facts:', 'article:\n  file: b.md\n\nfacts:'),
        'b.facts.yaml': '# empty\n',
      },
    );
  });

  it('keeps the id where another article has the new one already', () => {
    const other = 'article: {basedOn: a}\n';
    assertMoved(
      {
        'a.md': article,
        'a.facts.yaml': sidecar,
        'sub/b.md': 'B\n',
        'c.facts.yaml': other,
        'c.md': '',
      },
      { 'a.md': 'b.md' },
      {
        'b.md': article,
        'b.facts.yaml': sidecar.replace('facts:', 'article:\n  id: a\n\nfacts:'),
        'sub/b.md': 'B\n',
        'c.facts.yaml': other,
        'c.md': '',
      },
    );
  });

  it('of both files changes what names them, and no more', () => {
    assertMoved(
      { 'a.md': article, 'a.facts.yaml': sidecar, 'c.md': '---\nbasedOn: [a]\n---\n' },
      { 'a.md': 'b.md', 'a.facts.yaml': 'b.facts.yaml' },
      { 'b.md': article, 'b.facts.yaml': sidecar, 'c.md': '---\nbasedOn: [b]\n---\n' },
    );
  });

  const nothing: Readonly<Record<string, readonly [Files, Readonly<Record<string, string>>]>> = {
    'another ending': [{ 'a.md': article, 'a.facts.yaml': sidecar }, { 'a.md': 'a.markdown' }],
    'an article that becomes none': [
      { 'a.md': article, 'a.facts.yaml': sidecar, 'b.md': '---\nbasedOn: a\n---\n' },
      { 'a.md': 'a-old.html' },
    ],
    'a sidecar that becomes none': [
      { 'a.md': article, 'a.facts.yaml': sidecar },
      { 'a.facts.yaml': 'a.facts.yaml.bak' },
    ],
    'another form of an article': [
      { 'a.md': article, 'a.txt': article, 'a.facts.yaml': sidecar },
      { 'a.txt': 'b.txt' },
    ],
    'a register': [
      { 'r.facts.yaml': 'organisations: {o: {name: O}}\n' },
      { 'r.facts.yaml': 'all/s.facts.yaml' },
    ],
    'a file that is not known': [{ 'a.md': article }, { 'x.md': 'y.md' }],
    'a folder with a name that begins alike': [
      { 'ab/a.md': article, 'ab/a.facts.yaml': sidecar },
      { a: 'b' },
    ],
    'a lone sidecar that finds its article': [
      { 'b.md': article, 'a.facts.yaml': sidecar },
      { 'a.facts.yaml': 'b.facts.yaml' },
    ],
    'a sidecar that is given to another article': [
      { 'a.md': article, 'b.md': article, 'a.facts.yaml': sidecar },
      { 'a.facts.yaml': 'b.facts.yaml' },
    ],
    'a folder': [
      { 'old/a.md': article, 'old/a.facts.yaml': sidecar, 'b.md': '---\nbasedOn: a\n---\n' },
      { old: 'new' },
    ],
    'a sidecar that is no mapping': [
      { 'a.md': article, 'a.facts.yaml': '- x\n' },
      { 'a.facts.yaml': 'b.facts.yaml' },
    ],
  };

  for (const [what, [files, renames]] of Object.entries(nothing)) {
    it(`asks for nothing more: ${what}`, () => {
      const asked = Object.entries(renames).map(([oldName, newName]) => {
        return { oldUri: uriOf(oldName), newUri: uriOf(newName) };
      });
      assert.equal(provideFileRename(contextOf(files), asked), null);
    });
  }

  it('does not lead out of the workspace folder', () => {
    const files = { 'a.md': article, 'x.facts.yaml': `article: {file: a.md}\n${sidecar}` };
    const asked = [{ oldUri: uriOf('a.md'), newUri: 'file:///elsewhere/a.md' }];
    assert.equal(provideFileRename(contextOf(files), asked), null);
  });
});
