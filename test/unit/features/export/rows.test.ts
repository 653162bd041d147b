import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportCsv } from '../../../../server/src/features/export/csvExport.js';
import { factColumns } from '../../../../server/src/features/export/factColumns.js';
import { exportNdjson } from '../../../../server/src/features/export/ndjsonExport.js';
import { root, worldOf, type Files } from '../../rules/world.js';
import { withDatabase, load } from './duckdb.js';
import { readCsv } from './readCsv.js';
import { seedFiles } from './seedFiles.js';

type Row = Readonly<Record<string, unknown>>;

function ndjson(files: Files): string {
  return [...exportNdjson(worldOf(files).corpus)].join('');
}

function rowsOf(files: Files): readonly Row[] {
  const lines = ndjson(files)
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

function csvRowsOf(files: Files): readonly Row[] {
  const [header = [], ...rows] = readCsv([...exportCsv(worldOf(files).corpus)].join(''));
  return rows.map((row): Row =>
    Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])),
  );
}

/** The cells of these columns. */
function some(row: Row | undefined, ...names: readonly string[]): unknown[] {
  return names.map((name) => row?.[name]);
}

const register =
  'organisations:\n  pct: {name: Trusts}\n  herald: {name: The Herald}\npeople:\n  jane: {name: Jane Doe}\n';

describe('The rows of an export', () => {
  it('have the columns that the page lists, in its order', () => {
    const page = readFileSync(join(process.cwd(), 'docs/exports.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `(\w+)` \| ([A-Z]+) \|/gm)].map(([, name, type]) => [
      name,
      type,
    ]);
    assert.deepEqual(
      factColumns.map(({ name, type }) => [name, type]),
      listed,
    );
  });

  it('say what a fact says, as written and as read', () => {
    const [row] = rowsOf({
      'register.facts.yaml': register,
      'a.md': 'Words 🦉: about 40 trusts.\n',
      'a.facts.yaml': `article: {title: "On, trusts", publisher: herald, published: 2010-07-12}
facts:
  - id: t
    subject: pct
    property: count
    value: about 40
    place: england
    qualifiers: {wave: 1}
    from: 2006-10
    saidBy: [jane, anonymous]
    saidAs: a spokesman
    modality: planned
    rank: deprecated
    reason: Counted twice.
    note: "=1+1"
    acknowledged: [{code: value-conflict, with: b#1, reason: seen}]
    quote: about 40 trusts
`,
    });
    const cells: [unknown[], unknown[]][] = [
      [
        some(row, 'fact_key', 'reference', 'file', 'line', 'column'),
        ['a.facts.yaml#1', 'a#t', 'a.facts.yaml', 6, 12],
      ],
      [
        some(row, 'subject', 'subject_name', 'property', 'value', 'value_kind'),
        ['pct', 'Trusts', 'count', 'about 40', 'quantity'],
      ],
      [
        some(
          row,
          'value_min',
          'value_max',
          'value_min_open',
          'value_max_open',
          'unit',
          'approximate',
          'vague',
        ),
        [35, 45, false, false, 'organisation', true, false],
      ],
      [some(row, 'value_wide_min', 'value_wide_max'), [30, 50]],
      [
        some(row, 'place', 'separators', 'slot'),
        ['england', '{"place":"england","wave":"1"}', '["pct","count","place=england","wave=1"]'],
      ],
      [
        some(row, 'said_by', 'said_as', 'own_voice', 'voices', 'voice_count'),
        ['jane|anonymous', 'a spokesman', false, 'id:jane|anonymous:a.facts.yaml:a spokesman', 2],
      ],
      [
        some(row, 'modality', 'modality_group', 'certainty', 'polarity', 'rank', 'reason', 'note'),
        ['planned', 'commitment', 'certain', 'positive', 'deprecated', 'Counted twice.', '=1+1'],
      ],
      [
        some(
          row,
          'held_from',
          'held_until',
          'as_of',
          'time_kind',
          'time_presumed',
          'start_stated',
          'end_stated',
        ),
        ['2006-10', null, null, 'span', false, true, false],
      ],
      [
        some(row, 'earliest_start', 'latest_start', 'earliest_end', 'latest_end'),
        ['2006-10-01', '2006-11-01', '2010-07-12', null],
      ],
      [
        some(
          row,
          'article',
          'article_title',
          'article_file',
          'publisher_name',
          'published',
          'roots',
          'ancestors',
        ),
        ['a', 'On, trusts', 'a.md', 'The Herald', '2010-07-12', 'a', null],
      ],
      [
        some(
          row,
          'quote',
          'quote_status',
          'quote_start',
          'quote_end',
          'quote_start_cp',
          'quote_end_cp',
        ),
        ['about 40 trusts', 'found', 10, 25, 9, 24],
      ],
      [some(row, 'acknowledged'), ['[{"code":"value-conflict","with":"b#1","reason":"seen"}]']],
    ];
    for (const [actual, expected] of cells) {
      assert.deepEqual(actual, expected);
    }
  });

  it('name the witness that a copy goes back to, and what only repeats it', () => {
    const fact = 'facts:\n  - {subject: pct, property: count, value: 5}\n';
    const rows = rowsOf({
      'a.facts.yaml': `article: {published: 2010}\n${fact}`,
      'b.facts.yaml': `article: {published: 2010, basedOn: [a]}\n${fact}`,
      'c.facts.yaml': `article: {published: 2010, basedOn: [b]}\n${fact}`,
    });
    assert.deepEqual(
      rows.map((row) => some(row, 'article', 'ancestors', 'roots', 'repeats_source')),
      [
        ['a', null, 'a', false],
        ['b', 'a', 'a', true],
        ['c', 'a|b', 'a', true],
      ],
    );
  });

  it('keep every digit', () => {
    const text = ndjson({
      'a.facts.yaml': 'facts:\n  - {subject: a, property: count, value: 9007199254740993}\n',
    });
    assert.match(text, /"value_min":9007199254740993,/);
  });

  it('hold what is hostile as plain text, in every format, and the same in a database', async () => {
    const words = [
      '__proto__',
      '=1+1',
      '-5',
      '@x,\'"',
      'a|b%',
      '\t=x',
      '𝒳',
      '\ud800',
      '\0',
      'a\r\nb',
      '',
    ];
    const files = {
      'a.facts.yaml': words
        .map((word) => JSON.stringify(word))
        .map(
          (word) =>
            `  - {subject: ${word}, property: status, value: ${word}, saidBy: [${word}], qualifiers: {${word}: ${word}}}\n`,
        )
        .join('')
        .replace(/^/, 'facts:\n'),
    };
    const json = rowsOf(files);
    const readable = words.map((word) => word.replace('\ud800', '\uFFFD'));
    assert.deepEqual(
      json.map(({ subject }) => subject),
      readable,
    );
    assert.deepEqual(
      csvRowsOf(files).map(({ subject }) => subject),
      words.map((word) => (/^[=@\t]/.test(word) ? `'${word}` : word)),
    );
    assert.equal(json[4]?.['said_by'], 'a%7Cb%25');
    const folder = mkdtempSync(join(tmpdir(), 'policy-facts-rows-'));
    try {
      writeFileSync(join(folder, 'f.ndjson'), ndjson(files));
      const read = await withDatabase(async (db) => {
        await load(db, join(folder, 'f.ndjson'), join(folder, 'f.parquet'));
        const rows = await db.runAndReadAll(
          `SELECT subject FROM '${join(folder, 'f.parquet')}' ORDER BY line`,
        );
        return rows.getRowObjects().map(({ subject }) => subject);
      });
      assert.deepEqual(read, readable);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are the same in CSV as another program reads it', async () => {
    const { corpus } = worldOf(seedFiles());
    const folder = mkdtempSync(join(tmpdir(), 'policy-facts-rows-'));
    const [lines, table] = [join(folder, 'f.ndjson'), join(folder, 'f.csv')];
    try {
      writeFileSync(lines, [...exportNdjson(corpus)].join(''));
      writeFileSync(table, [...exportCsv(corpus, true)].join(''));
      await withDatabase(async (db) => {
        await load(db, lines, join(folder, 'f.parquet'));
        const types = factColumns.map(({ name, type }) => `"${name}": '${type}'`).join(', ');
        const csv = `read_csv('${table}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`;
        const count = await db.runAndReadAll(`SELECT count(*) AS n FROM ${csv}`);
        assert.ok(Number(count.getRowObjects()[0]?.['n']) > 50);
        const differing = await db.runAndReadAll(
          `(FROM ${csv} EXCEPT FROM facts) UNION ALL (FROM facts EXCEPT FROM ${csv})`,
        );
        assert.deepEqual(differing.getRowObjects(), []);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('start with a byte order mark only where it is asked for', () => {
    const { corpus } = worldOf({ 'a.facts.yaml': 'facts: []\n' });
    assert.match([...exportCsv(corpus, true)].join(''), /^\uFEFFfact_key,reference,/);
    assert.match([...exportCsv(corpus)].join(''), /^fact_key,reference,[^\n]*\r\n$/);
  });

  it('name no path of this machine', () => {
    const files = {
      'deep/a b.md': 'Six.\n',
      'deep/a b.facts.yaml': 'facts:\n  - {subject: a, saidBy: anonymous, quote: Six}\n',
    };
    const text = ndjson(files) + [...exportCsv(worldOf(files).corpus)].join('');
    assert.ok(text.includes('deep/a b.facts.yaml') && !text.includes(root));
  });
});
