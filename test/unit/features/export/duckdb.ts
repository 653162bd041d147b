import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factColumns } from '../../../../server/src/features/export/factColumns.js';

/** The project's folder; tests run from there. */
const projectFolder = process.cwd();

/** A statement of docs/exports.md, by the comment it begins with. */
export function documentedSql(name: string): string {
  const page = readFileSync(join(projectFolder, 'docs/exports.md'), 'utf8');
  const block = page.split('```sql\n').find((part) => part.startsWith(`-- ${name}\n`));
  if (block === undefined) throw new Error(`docs/exports.md has no SQL named ${name}`);
  return block.slice(0, block.indexOf('\n```'));
}

/** Runs something on a database in memory, which goes afterwards. */
export async function withDatabase<T>(work: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const db = await instance.connect();
  try {
    return await work(db);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

/** Loads an NDJSON file as the documentation says, and writes a Parquet file from it. */
export async function load(db: DuckDBConnection, ndjson: string, parquet: string): Promise<void> {
  const columns = factColumns.map(({ name, type }) => `"${name}": '${type}'`).join(', ');
  const sql = documentedSql('load')
    .replace('COLUMNS', columns)
    .replaceAll('facts.ndjson', ndjson)
    .replaceAll('facts.parquet', parquet);
  for (const statement of sql.split(';\n')) {
    await db.run(statement);
  }
}

/** The pairs that the documented query finds, each in one line: `code: KEY | KEY`, sorted. */
export async function conflictsBySql(db: DuckDBConnection, table = 'facts'): Promise<string[]> {
  const sql = documentedSql('conflicts').replace('FROM facts\n', `FROM ${table}\n`);
  const rows = (await db.runAndReadAll(sql)).getRowObjects();
  return rows
    .map((row) => pairLine(String(row['code']), String(row['a_key']), String(row['b_key'])))
    .sort();
}

/** A pair in one line, whichever of the two comes first. */
export function pairLine(code: string, one: string, other: string): string {
  return `${code}: ${[one, other].sort().join(' | ')}`;
}
