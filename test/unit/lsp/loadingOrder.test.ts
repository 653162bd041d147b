import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { inLoadingOrder } from '../../../server/src/lsp/loadingOrder.js';
import { seemsToDefine } from '../../../server/src/lsp/seemsToDefine.js';
import { defaultSettings } from '../../../server/src/lsp/settings.js';

describe('the order of loading', () => {
  it('puts what defines something first, then each article with its sidecars', () => {
    const order = inLoadingOrder(
      [
        'b.facts.yaml',
        'b.md',
        'a/b.facts.yaml',
        'c.facts.yml',
        'c.txt',
        'd.facts.yaml',
        'd.md',
        'policy-facts.yaml',
        'z.facts.yaml',
      ].map((name) => `file:///w/${name}`),
      (uri) => uri.endsWith('/d.facts.yaml'),
    );
    assert.deepEqual(
      order.map((together) => together.map((uri) => uri.replace('file:///w/', ''))),
      [
        ['a/b.facts.yaml'],
        ['d.facts.yaml'],
        ['policy-facts.yaml'],
        ['z.facts.yaml'],
        ['b.md', 'b.facts.yaml'],
        ['c.txt', 'c.facts.yml'],
        ['d.md'],
      ],
    );
  });
});

describe('whether a sidecar seems to define something', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-facts-'));
  const file = join(folder, 'a b.facts.yaml');
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const seems = (text: string): boolean => {
    writeFileSync(file, text);
    return seemsToDefine(URI.file(file).toString(), defaultSettings);
  };

  for (const text of [
    'organisations: {}',
    '\uFEFFfacts: []\nplaces:\n  a: {}',
    'facts: []\n"people" : {}',
    "facts: []\r\n'events': {}\r\n",
    '# é\n\n\nproperties:',
    'facts:\n  - note: |\n\ndocuments:\n',
  ]) {
    it(`finds that ${JSON.stringify(text)} does`, () => {
      assert.equal(seems(text), true);
    });
  }

  for (const text of [
    '',
    '\n',
    'facts: []\n  places: {}',
    'people',
    'persons: {}',
    '- events: {}',
  ]) {
    it(`finds that ${JSON.stringify(text)} does not`, () => {
      assert.equal(seems(text), false);
    });
  }

  it('finds nothing where there is no file', () => {
    const uri = URI.file(join(folder, 'b.facts.yaml')).toString();
    assert.equal(seemsToDefine(uri, defaultSettings), false);
  });

  it('finds nothing in a file that is too large to be analysed', () => {
    writeFileSync(file, 'places: {}\n');
    const uri = URI.file(file).toString();
    assert.equal(seemsToDefine(uri, { ...defaultSettings, maxFileSize: 11 }), true);
    assert.equal(seemsToDefine(uri, { ...defaultSettings, maxFileSize: 10 }), false);
  });
});
