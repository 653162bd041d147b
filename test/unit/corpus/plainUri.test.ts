import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { fileName, folderOf, inFolder } from '../../../server/src/corpus/uri.js';

const part = fc.constantFrom(
  ...[
    'a',
    'b-c.md',
    '001_x',
    '.',
    '..',
    '.hidden',
    '',
    'a b',
    'é',
    'c:',
    'C%3A',
    '%41',
    'x?y',
    'x#y',
  ],
  ...['a~b', 'A.facts.yaml', '-', 'a\\b', '__proto__'],
);
const uri = fc
  .tuple(fc.constantFrom('file://', 'file:', 'untitled:', 'file://host'), fc.array(part))
  .map(([scheme, parts]) => [scheme, ...parts].join('/'));

describe('a URI of plain names', () => {
  it('is taken apart and put together as the parser would', () => {
    fc.assert(
      fc.property(uri, part, (text, name) => {
        const parsed = (): URI => URI.parse(text);
        isSame(text, fileName, () => Utils.basename(parsed()));
        isSame(text, folderOf, () => Utils.dirname(parsed()).toString());
        isSame(
          text,
          (folder) => inFolder(folder, name),
          () => Utils.joinPath(parsed(), name).toString(),
        );
      }),
      { numRuns: 3000 },
    );
  });
});

function isSame(text: string, quick: (uri: string) => string, careful: () => string): void {
  assert.equal(
    answerOf(() => quick(text)),
    answerOf(careful),
    text,
  );
}

/** Of some texts that are no URIs the parser knows nothing to say. */
function answerOf(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
