import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanYaml } from '../../../server/src/text/yamlScanner.js';
import { parseYaml, readYaml } from '../../../server/src/text/yamlTree.js';
import { regularYaml } from './regularYaml.js';
import { inputs, pieces, seedSidecars, tryScanner } from './scannerTrial.js';
import { SeededRandom } from './seededRandom.js';

/* The scanner gives the parser's tree to the last offset, or nothing. `test/bench/fuzzScanner.ts` tries more. */

const seed = Number(process.env['FC_SEED'] ?? 20060530) || Date.now();

/** The sidecars among the examples on the rules' pages. */
function examples(): readonly string[] {
  const folder = join(import.meta.dirname, '../../../../docs/rules');
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ([, text]) => text ?? '',
    ),
  );
}

function assertRightOrRefused(text: string): boolean {
  const { accepted, wrong } = tryScanner(text);
  assert.equal(wrong, null, `${wrong ?? ''} in ${JSON.stringify(text)}`);
  return accepted;
}

function assertRead(text: string): void {
  assert.ok(assertRightOrRefused(text), `refused: ${JSON.stringify(text)}`);
}

describe('scanYaml', () => {
  it('reads every sidecar of the sample corpus, with any line break and ending', () => {
    assert.ok(seedSidecars.length >= 7);
    for (const text of seedSidecars) {
      assertRead(text);
      assertRead(text.replaceAll('\n', '\r\n'));
      assertRead(text.trimEnd());
      assertRead(`\ufeff${text}`);
      assertRead(`---\n${text}`);
      assert.deepEqual(scanYaml(text, 7), parseYaml(text, 7));
    }
  }).timeout(60_000);

  it('reads the examples on the pages of rules, but for those that are to be wrong', () => {
    const all = examples();
    assert.ok(all.length > 60);
    for (const text of all) {
      const accepted = assertRightOrRefused(text);
      assert.ok(accepted || parseYaml(text).problems.length > 0, `refused: ${text}`);
    }
  });

  it('gives the tree of the parser, or refuses', () => {
    const source = inputs(seed);
    for (let count = 0; count < 12_000; count++) {
      assertRightOrRefused(source.next().value.text);
    }
  }).timeout(120_000);

  it('gives the tree of the parser wherever typing has got to', () => {
    for (const piece of pieces.filter(({ length }) => length < 700)) {
      for (let end = 0; end < piece.length; end++) {
        assertRightOrRefused(piece.slice(0, end));
      }
    }
  }).timeout(120_000);

  it('reads nearly everything that is regular', () => {
    const random = new SeededRandom(seed);
    let valid = 0;
    let read = 0;
    for (let count = 0; count < 500; count++) {
      const text = regularYaml(random);
      const accepted = assertRightOrRefused(text);
      read += accepted ? 1 : 0;
      valid += accepted || parseYaml(text).problems.length === 0 ? 1 : 0;
    }
    assert.ok(read / valid > 0.95, `${read} of ${valid}`);
  }).timeout(60_000);

  const regular: Record<string, string> = {
    'a list in the column of its key': 'a:\n- b\n- c: d\n  e: f\ng: h\n',
    'lists in lists': '- - a\n  - b: c\n-\n  - d\n',
    'comments between and below': 'a: # b\n  # c\n  d: e # f\n\n   # g\n # h\ni:\n# j\n',
    'values that are absent': 'a:\nb: \n  # c\nc:\n  - \n  -\n',
    'keys in quotation marks': "\"a b\": c\n'd''e': f\n",
    'a mapping over several lines': 'a: {b: c, # d\n  "e": [f,\n  g,], h: {}\n}\n',
    'text over several lines': 'a: b\n  c\n\n  d - e\nf: "g\n  h"\ni:\n  j\n  k\n',
    'block scalars': 'a: |\n  b\n\n   c # d\n# e\nf: >-\n  g\n  h\n\n    i\n  j\n',
    'marks within text': "a: b:c d#e it's [f] {g}, h & i\nj: -k\nl: 'm: # n'\n",
    'no break at the end': 'a: b # c',
    escapes: 'a: "\\"\\\\\\n\\u00a3\\x41\\U0001F600\\_"\n',
    'keys of objects': '__proto__: a\nconstructor: b\nhasOwnProperty:\n  - toString: c\n',
  };
  for (const [what, text] of Object.entries(regular)) {
    it(`reads ${what}`, () => {
      assertRead(text);
      assertRead(text.replaceAll('\n', '\r\n'));
    });
  }

  const doubtful: Record<string, string> = {
    anchors: 'a: &b c\n',
    aliases: 'a: *b\n',
    tags: 'a: !!str b\n',
    'merge keys': 'a:\n  <<: {b: c}\n',
    'a key that stands twice': 'a: b\na: c\n',
    'a key that stands twice, with escapes': '"\\x61": b\na: c\n',
    'a key that stands twice in a flow mapping': 'a: {b: c, "b": d}\n',
    directives: '%YAML 1.2\n---\na: b\n',
    'a second document': 'a: b\n---\nc: d\n',
    'an end of the document': 'a: b\n...\n',
    'a tab': 'a:\n\tb: c\n',
    'a tab after a value': 'a: b\t# c\n',
    'a lone CR': 'a: b\rc: d\n',
    'keys that are collections': '[a]: b\n',
    'explicit keys': '? a\n: b\n',
    'two colons': 'a: b: c\n',
    'a list on the line of its key': 'a: - b\n',
    'a column between two others': 'a:\n    b: c\n  d: e\n',
    'a deeper key': 'a: "b"\n  c: d\n',
    'a list among keys': 'a: b\n- c\n',
    'a key among items': '- a\nb: c\n',
    'words after the quotation mark': 'a: "b" c\n',
    'an open quotation mark': 'a: "b\nc: d\n',
    'an open bracket': 'a: [b, c\nd: e\n',
    'an item that is missing': 'a: [b,, c]\n',
    'a pair in a list': 'a: [b: c]\n',
    'an unknown escape': 'a: "\\q"\n',
    'a comment that touches': 'a: "b"#c\n',
    'a comment at the start of a line in a flow mapping': 'a: {b: c\n# d\n  }\n',
    'a reserved mark': 'a: @b\n',
    'a mark of blocks': 'a: >=6\n',
    'an indented whole': '  a: b\n',
    'one word': 'a\n',
    nothing: '',
    'a mark of byte order within': 'a: b\n\ufeffc: d\n',
  };
  for (const [what, text] of Object.entries(doubtful)) {
    it(`leaves ${what} to the parser`, () => {
      assert.equal(scanYaml(text, 0), null);
    });
  }

  it('refuses what is nested too deeply, and the file says so', () => {
    for (const text of [`a: ${'['.repeat(5000)}`, `${'- '.repeat(5000)}a`, nested(150)]) {
      assert.equal(scanYaml(text, 0), null);
      assert.match(readYaml(text).problems[0]?.message ?? '', /Nested more than 100 levels/);
    }
    assertRead(nested(90));
  });

  it('is what sidecars are read with', () => {
    const text = 'a: b\n';
    assert.deepEqual(readYaml(text, 3), scanYaml(text, 3));
    assert.deepEqual(readYaml('a: &b c\n', 3), parseYaml('a: &b c\n', 3));
  });
});

function nested(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
}
