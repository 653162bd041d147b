import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { isoDay, timelineCsv } from '../../../../server/src/features/timeline/timelineCsv.js';
import { dayNumber } from '../../../../server/src/values/calendar.js';
import { factsFile, seeds, timelineIn } from './timelines.js';

/** The rows of a CSV text as DuckDB reads them. */
async function read(csv: string, columns: string): Promise<unknown[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-facts-csv-'));
  try {
    const file = path.join(folder, 'timeline.csv');
    writeFileSync(file, csv);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const query = `select ${columns} from read_csv('${file}', header = true, all_varchar = true)`;
    const reader = await connection.runAndReadAll(query);
    connection.closeSync();
    return reader.getRows();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a timeline as CSV', function () {
  this.timeout(30_000);

  it('is read by a database: a row for each value and event', async () => {
    const rows = await read(
      timelineCsv(timelineIn(seeds())),
      'kind, place, value, starts_from, ends_by, state',
    );
    assert.equal(rows.length, 16);
    assert.deepEqual(rows[0], ['fact', 'England', '303', null, '2006-09-30', 'fact']);
    assert.deepEqual(rows[2], ['fact', 'England', '152', '2006-10-01', null, 'commitment']);
    assert.deepEqual(rows[10], ['event', null, null, '2002-01-01', '2002-12-31', 'event']);
  });

  it('holds no formula, and every cell as it is', async () => {
    const place = '=HYPERLINK(""x""), \\"a\\"\\nb';
    const files = factsFile([`value: "5..9", place: "${place.replaceAll('""', "'")}", asOf: 2001`]);
    const csv = timelineCsv(timelineIn(files, 'c'));
    assert.doesNotMatch(csv, /(?:^|,)"?[=+@]/m);
    const [row] = await read(csv, 'place, low, high');
    assert.deepEqual(row, [`'=HYPERLINK('x'), "a" b`, '5', '9']);
  });

  it('writes days as ISO 8601 has them', () => {
    assert.equal(isoDay(dayNumber(2006, 10, 1)), '2006-10-01');
    assert.equal(isoDay(dayNumber(2006, 10, 1), -1), '2006-09-30');
    assert.equal(isoDay(dayNumber(-44, 3, 15)), '-000044-03-15');
    assert.equal(isoDay(dayNumber(12006, 1, 1)), '+012006-01-01');
    assert.equal(isoDay(null), null);
  });
});
