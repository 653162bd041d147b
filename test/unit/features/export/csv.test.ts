import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { csvCell, csvRow } from '../../../../server/src/features/export/csv.js';
import { readCsv } from './readCsv.js';

describe('A CSV file', () => {
  it('is quoted as RFC 4180 says', () => {
    equal(
      csvRow(['a', 'b, c', 'say "so"', 'two\r\nlines']),
      'a,"b, c","say ""so""","two\r\nlines"\r\n',
    );
    equal(csvRow([null, undefined, '', 0, false, ' x']), ',,,0,false," x"\r\n');
  });

  it('holds nothing that a spreadsheet would run', () => {
    const cells: [string, string][] = [
      ['=1+1', "'=1+1"],
      ['=HYPERLINK("http://x.test")', `"'=HYPERLINK(""http://x.test"")"`],
      ['+44 20 7946', "'+44 20 7946"],
      ['-2+3', "'-2+3"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['\t=1', `"'\t=1"`],
      ['\r=1', `"'\r=1"`],
      ['\n=1', `"'\n=1"`],
      ['＝1+1', "'＝1+1"],
      ['-', "'-"],
    ];
    for (const [text, cell] of cells) {
      equal(csvCell(text), cell);
    }
  });

  it('keeps plain numbers as numbers', () => {
    for (const text of ['-5', '-5.25', '-1e+21', '152']) {
      equal(csvCell(text), text);
    }
    equal(csvCell(-5), '-5');
    equal(csvCell(-1e21), '-1e+21');
    equal(csvCell(Infinity), '');
    equal(csvCell(NaN), '');
  });

  it('reads back as what was written, whatever the text', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '-', '@', "'", '1', ' ') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const read = readCsv(rows.map(csvRow).join(''));
          deepEqual(
            read.map((row) => row.length),
            rows.map((row) => row.length),
          );
          for (const [index, row] of rows.entries()) {
            for (const [column, text] of row.entries()) {
              const back = read[index]?.[column];
              equal(back === text || back === `'${text}`, true, `${String(back)} for ${text}`);
              equal(/^[=+@\t\r\n]/.test(back ?? ''), false, `${String(back)} would be run`);
            }
          }
        },
      ),
    );
  });
});
