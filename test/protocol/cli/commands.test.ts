import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { projectFolder, TEST_LIMIT } from '../program.js';
import { agreeing, register } from '../records.js';
import { WorkspaceFolder } from '../workspaceFolder.js';
import { run } from './run.js';

describe('policy-facts', function () {
  this.timeout(TEST_LIMIT);

  it('prints help and its version', async () => {
    const [help, version, lsp, none] = await Promise.all([
      run(['--help']),
      run(['--version']),
      run(['lsp', '--help']),
      run([]),
    ]);
    assert.equal(help.code, 0);
    for (const command of ['check', 'report', 'read', 'explain', 'schema', 'lsp']) {
      assert.match(help.stdout, new RegExp(`^  ${command}\\b`, 'm'));
    }
    assert.equal(version.code, 0);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(lsp.code, 0);
    assert.match(lsp.stdout, /--stdio/);
    assert.equal(none.code, 2);
    assert.match(none.stderr, /Usage/);
  });
});

describe('policy-facts explain', function () {
  this.timeout(TEST_LIMIT);

  it('prints the page of a rule', async () => {
    const { code, stdout } = await run(['explain', 'value-conflict']);
    assert.equal(code, 0);
    const page = join(projectFolder, 'docs/rules/value-conflict.md');
    assert.equal(stdout, readFileSync(page, 'utf8'));
  });

  it('asks what was meant, and knows nothing else', async () => {
    const wrong = ['value-conflit', '__proto__', '../../README'];
    const [near, ...others] = await Promise.all(wrong.map((word) => run(['explain', word])));
    assert.equal(near?.code, 2);
    assert.match(near.stderr, /Did you mean value-conflict\?/);
    for (const { code, stdout, stderr } of others) {
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /The rules are: /);
    }
  });
});

describe('policy-facts schema', function () {
  this.timeout(TEST_LIMIT);

  it('prints a JSON Schema to which all sidecars of the seeds hold', async () => {
    const { code, stdout } = await run(['schema']);
    assert.equal(code, 0);
    const schema = JSON.parse(stdout) as { $schema?: string };
    const options = { strict: false, allErrors: true, validateFormats: false };
    const ajv = schema.$schema?.includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
    assert.equal(ajv.validateSchema(schema), true, ajv.errorsText());
    const validate = ajv.compile(schema);
    for (const name of readdirSync(join(projectFolder, 'seeds'))) {
      if (name.endsWith('.facts.yaml')) {
        const sidecar: unknown = parse(readFileSync(join(projectFolder, 'seeds', name), 'utf8'));
        assert.ok(validate(sidecar), `${name}: ${ajv.errorsText(validate.errors)}`);
      }
    }
    assert.equal(validate({ facts: 'text' }), false);
    assert.equal(validate({ facts: [{ subject: 'a', modality: 'guessed' }] }), false);
  });
});

describe('policy-facts read', function () {
  this.timeout(TEST_LIMIT);
  let folder: WorkspaceFolder;
  before(() => {
    folder = new WorkspaceFolder({
      ...agreeing,
      'register.facts.yaml': register,
      'sub/ä b.md':
        '# Title\n\n😀 There are **152** PCTs. About 40% of them, or £5bn, by 12 July 2010.\n',
      'plain.txt': 'More than 45 GPs.\r\nNothing else.\r\n',
    });
  });
  after(() => {
    folder.dispose();
  });

  interface Piece {
    readonly text: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  }
  interface Read {
    readonly file: string;
    readonly sentences: readonly Piece[];
    readonly figures: readonly (Piece & Readonly<Record<string, unknown>>)[];
    readonly dates: readonly (Piece & { readonly edtf: string })[];
    readonly mentions: readonly (Piece & { readonly id: string })[];
  }

  async function read(...paths: string[]): Promise<readonly Read[]> {
    const { code, stdout, stderr } = await run(['read', ...paths, '--format', 'json'], {
      cwd: folder.path,
    });
    assert.equal(code, 0, stderr);
    return (JSON.parse(stdout) as { articles: Read[] }).articles;
  }

  const placeKeys = ['text', 'line', 'column', 'endLine', 'endColumn'];

  it('prints JSON of a fixed shape', async () => {
    const articles = await read('.');
    assert.deepEqual(
      articles.map(({ file }) => file),
      ['courier.md', 'herald.md', 'plain.txt', 'sub/ä b.md'],
    );
    const article = articles.at(-1);
    assert.ok(article);
    assert.deepEqual(Object.keys(article), ['file', 'sentences', 'figures', 'dates', 'mentions']);
    const keysOf = (pieces: readonly object[]): string[] => Object.keys(pieces[0] ?? {}).sort();
    assert.deepEqual(keysOf(article.sentences), [...placeKeys].sort());
    assert.deepEqual(keysOf(article.dates), [...placeKeys, 'edtf'].sort());
    assert.deepEqual(keysOf(article.mentions), [...placeKeys, 'id'].sort());
    const readings = [
      'value',
      'min',
      'max',
      'minOpen',
      'maxOpen',
      'unit',
      'approximate',
      'subject',
    ];
    assert.deepEqual(keysOf(article.figures), [...placeKeys, ...readings].sort());

    assert.deepEqual(article.mentions, [
      { text: 'PCTs', line: 3, column: 22, endLine: 3, endColumn: 26, id: 'pct' },
    ]);
    const [count, share, money] = article.figures;
    assert.deepEqual(count, {
      text: '152',
      line: 3,
      column: 16,
      endLine: 3,
      endColumn: 19,
      value: 152,
      min: 152,
      max: 152,
      minOpen: false,
      maxOpen: false,
      unit: null,
      approximate: false,
      subject: 'pct',
    });
    assert.equal(share?.['unit'], 'percent');
    assert.equal(share['approximate'], true);
    assert.equal(money?.['unit'], 'GBP');
    assert.deepEqual([money['min'], money['max']], [4.5e9, 5.5e9]);
    assert.equal(article.dates[0]?.edtf, '2010-07-12');
  });

  it('says null for a bound that is not there', async () => {
    const [article] = await read('plain.txt');
    const [figure] = article?.figures ?? [];
    assert.deepEqual(
      [figure?.['value'], figure?.['min'], figure?.['minOpen'], figure?.['max']],
      [null, 45, true, null],
    );
    assert.deepEqual(
      article?.sentences.map(({ text, line, endColumn }) => [text, line, endColumn]),
      [
        ['More than 45 GPs.', 1, 18],
        ['Nothing else.', 2, 14],
      ],
    );
  });

  it('reads one file among its neighbours, and several as told', async () => {
    const articles = await read('herald.md', 'sub', 'courier.md');
    assert.deepEqual(
      articles.map(({ file }) => file),
      ['herald.md', 'ä b.md', 'courier.md'],
    );
    assert.deepEqual(
      articles[0]?.mentions.map(({ id }) => id),
      ['england', 'pct', 'jane-doe'],
    );
  });

  it('prints the same for people', async () => {
    const { code, stdout } = await run(['read', 'herald.md'], { cwd: folder.path });
    assert.equal(code, 0);
    assert.match(stdout, /^herald\.md\n/);
    assert.match(stdout, /9:13 {2}figure {3}152 {2}152 of pct/);
    assert.match(stdout, /mention {2}primary care trusts {2}pct/);
  });

  it('ends with 2 for what is not there, is no article, or nothing', async () => {
    const wrong = [['no-such.md'], ['herald.facts.yaml'], [], ['herald.md', '--format', 'xml']];
    const outcomes = await Promise.all(
      wrong.map((args) => run(['read', ...args], { cwd: folder.path })),
    );
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      assert.equal(code, 2, wrong[index]?.join(' '));
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    }
  });
});
