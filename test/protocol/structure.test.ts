import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  DocumentLink,
  FoldingRange,
  SelectionRange,
} from 'vscode-languageserver/node';
import { navigatingClient, utf8Client } from './clients.js';
import { positionAt, textIn } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { endSessions, Session } from './session.js';
import type { Files } from './workspaceFolder.js';

const sidecar = `# Facts of an article,
# and who is in it.
article:
  file: b.md
  note: |
    # This is text,
    # no comment.

    The end.

# A comment alone.
facts:
  - id: one
    subject: pct
    value: "about 40"

  - {id: two, subject: pct,
     value: [a,
       b]}
  - id: three
    roles: [
      {post: x},
    ]

organisations:
  pct:
    name: Primary care trusts
  single: {name: Single}
`;

const article = `---
title: On trusts
---

# On trusts

The first sentence. There were *some 152* trusts
in [England](https://example.org). A third one.

## Below

\`\`\`yaml
a: 1
\`\`\`

> Quoted words.

# Again
`;

const files = {
  'a.facts.yaml': sidecar,
  'b.md': article,
  'none.md': 'One line.\n',
} as const;

type File = keyof typeof files;

const sessions = new Map<object, Map<object, Promise<Session>>>();

/** A session with these files that has read them; one for all tests that ask for the same. */
function started(own: Files, capabilities: ClientCapabilities): Promise<Session> {
  const ofFiles = sessions.get(own) ?? new Map<object, Promise<Session>>();
  sessions.set(own, ofFiles);
  const session = ofFiles.get(capabilities) ?? start(own, capabilities);
  ofFiles.set(capabilities, session);
  return session;
}

async function start(own: Files, capabilities: ClientCapabilities): Promise<Session> {
  const session = await Session.start({ files: own, capabilities });
  await session.settled();
  return session;
}

after(endSessions);

function foldingClient(foldingRange: object): ClientCapabilities {
  return {
    ...navigatingClient,
    textDocument: { ...navigatingClient.textDocument, foldingRange },
  };
}

describe('folding ranges', function () {
  this.timeout(TEST_LIMIT);
  async function folds(
    name: string,
    client: ClientCapabilities = navigatingClient,
    own: Readonly<Record<string, string>> = files,
  ): Promise<FoldingRange[]> {
    const session = await started(own, client);
    return session.request('textDocument/foldingRange', {
      textDocument: { uri: session.uri(name) },
    });
  }

  /** The first and last line of each range, as text. */
  function lines(text: string, found: readonly FoldingRange[]): string[] {
    const all = text.split(/\r\n|\n/).map((line) => line.trim());
    return found.map(
      ({ startLine, endLine, kind }) =>
        `${all[startLine] ?? '?'} … ${all[endLine] ?? '?'}${kind === undefined ? '' : ` (${kind})`}`,
    );
  }

  const expected = [
    '# Facts of an article, … # and who is in it. (comment)',
    'article: … The end.',
    'note: | … The end.',
    'facts: … ]',
    '- id: one … value: "about 40"',
    '- {id: two, subject: pct, … b]}',
    'value: [a, … b]}',
    '- id: three … ]',
    'roles: [ … {post: x},',
    'organisations: … single: {name: Single}',
    'pct: … name: Primary care trusts',
  ];

  it('are sections, facts, definitions, longer values and comments of a sidecar', async () => {
    assert.deepEqual(lines(sidecar, await folds('a.facts.yaml')), expected);
    const crlf = sidecar.replaceAll('\n', '\r\n');
    const own = { 'a.facts.yaml': crlf };
    assert.deepEqual(lines(crlf, await folds('a.facts.yaml', navigatingClient, own)), expected);
  });

  it('are the sections, front matter and code of an article', async () => {
    assert.deepEqual(lines(article, await folds('b.md')), [
      '--- … ---',
      '# On trusts … > Quoted words.',
      '## Below … > Quoted words.',
      '```yaml … a: 1',
    ]);
    assert.deepEqual(await folds('none.md'), []);
  });

  it('say where in the line they begin and end, to a client that wants to know', async () => {
    const found = await folds('a.facts.yaml', foldingClient({}));
    const hidden = found.map(({ startLine, startCharacter, endLine, endCharacter }) =>
      textIn(sidecar, {
        start: { line: startLine, character: startCharacter! },
        end: { line: endLine, character: endCharacter! },
      }),
    );
    assert.ok(hidden.includes('\n      {post: x},\n    '), 'the closing bracket stays');
    assert.ok(hidden.includes('\n    name: Primary care trusts'));
    const whole = await folds('a.facts.yaml');
    assert.ok(whole.every((fold) => !('startCharacter' in fold)));
  });

  it('are as many as the client wants, the outermost first', async () => {
    const few = await folds(
      'a.facts.yaml',
      foldingClient({ lineFoldingOnly: true, rangeLimit: 4 }),
    );
    assert.deepEqual(
      lines(sidecar, few),
      expected.filter((line) => /^(?:#|article|facts|organisations)/.test(line)),
    );
    assert.deepEqual(await folds('a.facts.yaml', foldingClient({ rangeLimit: 0 })), []);
  });
});

describe('selection ranges', function () {
  this.timeout(TEST_LIMIT);
  /** What is selected, step by step, at places marked with `|`. */
  async function steps(
    name: File,
    places: readonly string[],
    client: ClientCapabilities = navigatingClient,
  ): Promise<string[][]> {
    const session = await started(files, client);
    const text = files[name];
    const encoding = client.general?.positionEncodings?.[0] === 'utf-8' ? 'utf-8' : 'utf-16';
    const found = await session.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: session.uri(name) },
      positions: places.map((place) => {
        const start = text.indexOf(place.replace('|', ''));
        assert.ok(start >= 0, place);
        return positionAt(text, start + place.indexOf('|'), encoding);
      }),
    });
    return found.map((selection) => {
      const selected: string[] = [];
      for (
        let next: SelectionRange | undefined = selection;
        next !== undefined;
        next = next.parent
      ) {
        selected.push(textIn(text, next.range, encoding));
      }
      return selected;
    });
  }

  const paragraph = article.slice(article.indexOf('The first'), article.indexOf('\n\n## Below'));
  const section = article.slice(article.indexOf('# On'), article.indexOf('# Again'));

  it('go from word to sentence, paragraph, section and file in an article', async () => {
    const [sentence, front, last] = await steps('b.md', ['tru|sts\nin', 'title: O|n', '# Ag|ain']);
    assert.deepEqual(sentence, [
      'trusts',
      'There were *some 152* trusts\nin [England](https://example.org).',
      paragraph,
      section,
      article,
    ]);
    assert.deepEqual(front, [
      'On',
      'On trusts',
      'title: On trusts',
      '---\ntitle: On trusts\n---',
      article,
    ]);
    assert.deepEqual(last, ['Again', '# Again', '# Again\n', article]);
  });

  it('go from word to value, entry, fact, section and file in a sidecar', async () => {
    const [value, flow] = await steps('a.facts.yaml', ['abo|ut 40', '       b|]}']);
    const facts = sidecar.slice(sidecar.indexOf('- id: one'), sidecar.indexOf('\n\norganisations'));
    const root = sidecar.slice(sidecar.indexOf('article:')).trimEnd();
    assert.deepEqual(value, [
      'about',
      'about 40',
      '"about 40"',
      'value: "about 40"',
      'id: one\n    subject: pct\n    value: "about 40"',
      facts,
      `facts:\n  ${facts}`,
      root,
      sidecar,
    ]);
    assert.deepEqual(flow?.slice(0, 6), [
      'b',
      'a,\n       b',
      '[a,\n       b]',
      'value: [a,\n       b]',
      'id: two, subject: pct,\n     value: [a,\n       b]',
      '{id: two, subject: pct,\n     value: [a,\n       b]}',
    ]);
  });

  it('are counted as the client counts, and answered for each place', async () => {
    const client = { ...utf8Client, ...navigatingClient };
    const found = await steps('none.md', ['One| line', 'line|.'], client);
    assert.deepEqual(found, [
      ['One', 'One line.', 'One line.\n'],
      ['line', 'One line.', 'One line.\n'],
    ]);
  });
});

describe('document links', function () {
  this.timeout(TEST_LIMIT);
  const linked = {
    'c.facts.yaml': `article:
  id: c
  file: texts/c.md
  url: https://example.org/c?x=1&y=a%20b#top
  basedOn: [d, no-such-article]
  source: {file: texts/c.txt, url: 'http://example.org/c.pdf', sha256: x}
organisations:
  a: {name: A, url: "https://a.example/"}
  b: {name: B, url: &u https://b.example}
  c: {name: C, url: *u}
`,
    'texts/c.md': 'Text.\n',
    'texts/c.txt': 'Text.\n',
    'd.md': '---\nurl: https://example.org/d\nbasedOn: c\n---\n\nSee https://example.org/prose.\n',
    'bad.facts.yaml': `article:
  file: ../../etc/passwd
  source: {file: ../outside.md}
organisations:
  ${[
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'vscode://x/y',
    'https:///etc/passwd',
    'https://good.example@evil.example/',
    'https://good.example\\\\@evil.example/',
    'https://a b.example',
    'ftp://a.example',
    '//a.example',
    'https://',
    'not an address',
  ]
    .map((url, index) => `o${index}: {url: ${JSON.stringify(url)}}`)
    .join('\n  ')}
  list: {url: [https://a.example]}
`,
    'missing.facts.yaml': 'article: {file: no-such.md, source: {file: no-such.pdf}}\n',
  } as const;

  async function links(session: Session, name: keyof typeof linked): Promise<string[]> {
    const found = await session.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: session.uri(name) },
    });
    const root = session.uri('');
    return found.map(
      ({ range, target = '' }) => `${textIn(linked[name], range)} → ${target.replace(root, '.')}`,
    );
  }

  it('are web addresses, and files of the corpus that a sidecar names', async () => {
    const session = await started(linked, navigatingClient);
    assert.deepEqual(await links(session, 'c.facts.yaml'), [
      'texts/c.md → ./texts/c.md',
      'https://example.org/c?x=1&y=a%20b#top → https://example.org/c?x=1&y=a%20b#top',
      'd → ./d.md',
      'texts/c.txt → ./texts/c.txt',
      'http://example.org/c.pdf → http://example.org/c.pdf',
      'https://a.example/ → https://a.example/',
      'https://b.example → https://b.example',
      '*u → https://b.example',
    ]);
    assert.deepEqual(await links(session, 'd.md'), [
      'https://example.org/d → https://example.org/d',
      'c → ./texts/c.md',
    ]);
  });

  it('lead to no command, no file outside, nothing that is not there', async () => {
    const session = await started(linked, navigatingClient);
    assert.deepEqual(await links(session, 'bad.facts.yaml'), []);
    assert.deepEqual(await links(session, 'missing.facts.yaml'), []);
  });
});
