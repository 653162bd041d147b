import assert from 'node:assert/strict';
import { yamlCursorAt } from '../../../../server/src/features/completion/yamlCursor.js';
import { ITEM } from '../../../../server/src/features/completion/yamlSurroundings.js';
import { LIMIT } from '../fixing.js';
import { CURSOR, seeds } from './completing.js';

/** `key facts/-/quote "exa"`: what may be typed, where, and the word; and the keys beside it. */
function told(marked: string): string {
  const text = marked.replace(CURSOR, '');
  const cursor = yamlCursorAt(text, marked.indexOf(CURSOR));
  if (cursor === undefined) {
    return 'nothing';
  }
  const path = cursor.path.map((step) => (step === ITEM ? '-' : step)).join('/');
  const word = text.slice(cursor.word.start, cursor.word.end);
  const beside = cursor.entries.map(({ key }) => key).join(',');
  return `${cursor.kind} ${path} "${word}"${beside === '' ? '' : ` beside ${beside}`}`;
}

const cases: readonly (readonly [string, string])[] = [
  // The root.
  ['¦', 'node  ""'],
  ['fac¦', 'node  "fac"'],
  ['\uFEFFfac¦', 'node  "fac"'],
  ['# a comment ¦', 'nothing'],
  ['a: 1\n¦', 'key  "" beside a'],
  ['a: 1\n¦\nb: 2', 'key  "" beside a,b'],
  ['a: 1\r\nb¦\r\nc: 2', 'key  "b" beside a,c'],
  ['a: 1\rb¦\rc: 2', 'key  "b" beside a,c'],
  ['a: 1\n  ¦', 'nothing'],
  ['---\na¦', 'node  "a"'],
  // Keys in lists and mappings.
  ['facts:\n  ¦', 'node facts ""'],
  ['facts:\n  -¦', 'nothing'],
  ['facts:\n  - ¦', 'node facts/- ""'],
  ['facts:\n- ¦', 'node facts/- ""'],
  ['facts:\n  - su¦', 'node facts/- "su"'],
  ['facts:\n  - su¦\n    value: 1', 'key facts/- "su" beside value'],
  ['facts:\n  - a: 1\n    ¦', 'key facts/- "" beside a'],
  ['facts:\n  - a: 1\n    s¦\n    b: 2\n  - c: 3', 'key facts/- "s" beside a,b'],
  ['facts:\n  - a: 1\n  ¦', 'item facts ""'],
  ['facts:\n- a: 1\n¦', 'key  "" beside facts'],
  ['facts:\n  - a: 1\n   ¦', 'nothing'],
  ['facts:\n  - a: 1\n      ¦', 'nothing'],
  ['facts:\n  - a¦b: 1\n    c: 2', 'key facts/- "ab" beside c'],
  ['facts:\n  - "a¦b": 1', 'nothing'],
  ['facts:\n\t¦', 'nothing'],
  ['a:\n  - - b: 1\n      ¦', 'key a/-/- "" beside b'],
  ['a:\n  b:\n    c: 1\n  ¦', 'key a "" beside b'],
  ['a:\n  b:\n  ¦\n    c: 1', 'nothing'],
  // Values.
  ['a: ¦', 'value a ""'],
  ['a:¦', 'value a ""'],
  ['a: b¦c', 'value a "bc"'],
  ['a: b c ¦', 'value a "b c "'],
  ['a: b ¦c # d', 'value a "b c"'],
  ['a: b # c ¦', 'nothing'],
  ['a: ¦ # c', 'value a ""'],
  ['a: ¦# c', 'nothing'],
  ['a: "b¦c"', 'value a "bc"'],
  ["a: 'b''¦c'", 'value a "b\'\'c"'],
  ['a: "b"¦', 'nothing'],
  ['a: "b¦', 'value a "b"'],
  ['a: "b¦\nc: 1', 'value a "b"'],
  ['a: "b¦\n  c"', 'nothing'],
  ['a: b¦\n  c', 'nothing'],
  ['a: |¦', 'nothing'],
  ['a: |\n  ¦', 'nothing'],
  ['a: >-\n  b: ¦\n\n  c\nd: 1', 'nothing'],
  ['a: |\n  b\n¦', 'key  "" beside a'],
  ['a: *b¦', 'nothing'],
  ['a: &b ¦', 'value a ""'],
  ['a: &b c¦', 'value a "c"'],
  ['a: ¦\n  b: 1', 'nothing'],
  ['a: ¦\n- b', 'nothing'],
  ['a:\n  b¦', 'node a "b"'],
  ['a:\n  - b¦', 'node a/- "b"'],
  ['a: http://x¦', 'value a "http://x"'],
  // Between brackets.
  ['a: [¦]', 'value a/- ""'],
  ['a: [b, c¦]', 'value a/- "c"'],
  ['a: [b ¦, c]', 'value a/- "b "'],
  ['a: [b, ¦c]', 'value a/- "c"'],
  ['a: [b, ¦ c]', 'nothing'],
  ['a: ["b¦", c]', 'value a/- "b"'],
  ['a: [b]¦', 'nothing'],
  ['a: [¦', 'value a/- ""'],
  ['a: [¦\nb: 1', 'value a/- ""'],
  ['a: {¦}', 'key a ""'],
  ['a: {b¦}', 'key a "b"'],
  ['a: {b: ¦}', 'value a/b ""'],
  ['a: {b:¦}', 'value a/b ""'],
  ['a: {b: c, ¦, d: e}', 'key a "" beside b,d'],
  ['a: {b¦b: c, d: e}', 'key a "bb" beside d'],
  ['a: {b: {c: ¦}, d: e}', 'value a/b/c ""'],
  ['- {a: [{b: ¦}]}', 'value -/a/-/b ""'],
  ['a: {\n  b: 1,\n  ¦\n}\nc: 1', 'key a "" beside b'],
  ['a: {b: 1, # c ¦\n  d: 2}', 'nothing'],
  ["a: {b: it's ¦}", 'value a/b "it\'s "'],
  ['a: {"b": ¦}', 'value a/b ""'],
  ['a: {b c: d}¦', 'nothing'],
];

describe('where a cursor stands in YAML', function () {
  this.timeout(LIMIT);

  for (const [marked, expected] of cases) {
    it(`${JSON.stringify(marked)} is ${expected}`, () => {
      assert.equal(told(marked), expected);
    });
  }

  it('is told for any text that is cut or spoilt anywhere', () => {
    const odd = [
      '"',
      "'",
      '[',
      '{',
      '}',
      ':',
      '\t',
      '- ',
      '\r',
      '#',
      '|',
      '\0',
      '\ud83d',
      '? ',
      '%',
      '&',
    ];
    for (const whole of Object.values(seeds)) {
      const text = whole.slice(0, 600);
      for (let at = 0; at <= text.length; at += 3) {
        const char = odd[at % odd.length] ?? '';
        for (const spoilt of [text.slice(0, at), text.slice(0, at) + char + text.slice(at)]) {
          for (const offset of [0, at, at + 1, spoilt.length]) {
            const { word } = yamlCursorAt(spoilt, offset) ?? {};
            assert.ok(word === undefined || (word.start <= offset && offset <= word.end));
          }
        }
      }
    }
  });

  it('is told quickly for hostile texts', () => {
    for (const text of [
      '['.repeat(50_000),
      '{a: '.repeat(20_000),
      'a: "\n'.repeat(20_000),
      '- '.repeat(20_000),
      `a: ${'x: '.repeat(30_000)}`,
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a: ["`).join('\n'),
    ]) {
      yamlCursorAt(text, text.length);
      yamlCursorAt(text, text.length >> 1);
    }
  });
});
