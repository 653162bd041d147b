import assert from 'node:assert/strict';
import { PlaceTable } from '../../../server/src/cli/placeTable.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';

describe('a table of places', () => {
  const texts = new Map([
    ['a', 'one\ntwo\r\nthree'],
    ['b', '\n\n12345'],
  ]);
  const read: string[] = [];
  const linesOf = (uri: string): LineIndex | undefined => {
    read.push(uri);
    const text = texts.get(uri);
    return text === undefined ? undefined : new LineIndex(text);
  };

  it('knows the lines of each, reading a file once, and none whose lines are known', () => {
    const places = new PlaceTable();
    const range = { start: { line: 4, character: 0 }, end: { line: 6, character: 2 } };
    const numbers = [
      places.add({ uri: 'a', span: { start: 4, end: 7 } }),
      places.add({ uri: 'b', span: { start: 3, end: 5 } }),
      places.add({ uri: 'c', span: { start: 8, end: 9 }, range }),
      places.add({ uri: 'a', span: { start: 1, end: 11 } }),
      places.add({ uri: 'gone', span: { start: 5, end: 6 } }),
    ];
    places.lookUp(linesOf);
    assert.deepEqual(numbers, [0, 1, 2, 3, 4]);
    assert.deepEqual(read, ['a', 'b', 'gone']);
    assert.deepEqual(
      numbers.map((number) => places.place(number)),
      [
        { line: 2, column: 1, endLine: 2, endColumn: 4 },
        { line: 3, column: 2, endLine: 3, endColumn: 4 },
        { line: 5, column: 1, endLine: 7, endColumn: 3 },
        { line: 1, column: 2, endLine: 3, endColumn: 3 },
        { line: 1, column: 1, endLine: 1, endColumn: 1 },
      ],
    );
  });
});
