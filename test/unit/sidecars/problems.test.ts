import assert from 'node:assert/strict';
import { MAX_YAML_DEPTH } from '../../../server/src/text/yamlDepth.js';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import { factIds, firstValue, problemsIn } from './read.js';

function fact(lines: string): string {
  return `facts:\n  - subject: pct\n    property: count\n    ${lines}\n`;
}

/** Each problem as `words it stands at: message`. */
const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['an empty file', '', []],
  ['a file of comments', '# nothing yet\n', []],
  ['empty sections', 'facts:\norganisations:\narticle:\n', []],
  [
    'an unknown section',
    'organizations: {}\n',
    ['organizations: There is no key `organizations` here. Did you mean `organisations`?'],
  ],
  ['an unknown section that nothing is like', 'zzz: {}\n', ['zzz: There is no key `zzz` here.']],
  [
    'an unknown key of an organisation',
    'organisations: {pct: {name: P, parttOf: nhs}}\n',
    ['parttOf: There is no key `parttOf` here. Did you mean `partOf`?'],
  ],
  [
    'an organisation without a name',
    'organisations:\n  pct: {kind: class}\n',
    ['pct: The key `name` is missing.'],
  ],
  ['an organisation with nothing', 'organisations:\n  pct:\n', ['pct: `pct` has no value yet.']],
  [
    'a fact without a value',
    'facts:\n  - subject: pct\n    property: count\n',
    ['subject: The key `value` is missing.'],
  ],
  ['a fact whose value is not typed yet', fact('value:'), ['value: `value` has no value yet.']],
  ['a lone ~', fact('value: ~'), ['~: `value` has no value yet.']],
  [
    'a modality that is misspelt',
    fact('value: 1\n    modality: plannned'),
    [
      'plannned: `modality` is one of `asserted`, `planned`, `required`, `pledged`, `proposed`, `desired`, `forecast`, `hypothetical`. Did you mean `planned`?',
    ],
  ],
  [
    'a fact id that is no slug',
    fact('value: 1\n    id: My Fact'),
    ['My Fact: An id is made of lower-case letters, digits and hyphens: `my-fact`.'],
  ],
  [
    'an organisation id that is no slug',
    'organisations: {Big_Trust: {name: B}}\n',
    ['Big_Trust: An id is made of lower-case letters, digits and hyphens: `big-trust`.'],
  ],
  [
    'deprecated without a reason',
    fact('value: 1\n    rank: deprecated'),
    ['subject: The key `reason` is missing.'],
  ],
  [
    'acknowledged without a reason',
    fact('value: 1\n    acknowledged: [{code: disputed}]'),
    ['code: The key `reason` is missing.'],
  ],
  ['facts that are no list', 'facts: {a: 1}\n', ['{a: 1}: `facts` must be a list.']],
  [
    'a fact that is no mapping',
    'facts: [pct]\n',
    ['pct: An entry of this list must be a set of keys with values.'],
  ],
  [
    'a list where text is wanted',
    'organisations: {pct: {name: [PCTs]}}\n',
    [
      '[PCTs]: `name` must be text or a number or true or false. Put text that starts with `[` in quotation marks.',
    ],
  ],
  ['a file that is a list', '- a\n', ['- a\n: The file must be a set of keys with values.']],
  [
    'a key twice',
    fact('value: 1\n    value: 2'),
    ['value: The key `value` stands twice in one mapping; the first is used.'],
  ],
  [
    'an id twice',
    'organisations:\n  a: {name: A}\n  a: {name: B}\n',
    ['a: The key `a` stands twice in one mapping; the first is used.'],
  ],
  [
    'a tab',
    'facts:\n\t- {subject: pct, property: count, value: 1}\n',
    ['\t: Indent with spaces: YAML does not allow a tab here.'],
  ],
  [
    'an alias that names nothing',
    fact('value: *none'),
    ['*none: The alias `*none` names no anchor above it.', 'value: `value` has no value yet.'],
  ],
  [
    'a sign that YAML keeps for itself',
    fact('value: %30'),
    ['%: Put text that starts with this character in quotation marks.'],
  ],
  [
    'more than, without quotation marks',
    fact('value: >=6'),
    ['=: Put text that starts with `>` or `|` in quotation marks, for example `">=6"`.'],
  ],
  [
    'words after a quotation mark',
    fact('value: "Plan B" is ready'),
    [
      'is ready: Nothing may follow the closing quotation mark or bracket. Put the whole text in quotation marks.',
    ],
  ],
];

describe('problems of a sidecar', () => {
  for (const [name, text, expected] of rows) {
    it(name, () => {
      assert.deepEqual(problemsIn(text), expected);
    });
  }

  it('a value in brackets without quotation marks is a list', () => {
    assert.equal(firstValue(fact('value: [PCTs]')), 'list');
    assert.equal(firstValue(fact('value: "[PCTs]"')), '[PCTs]');
  });

  it('of a key twice the first is used', () => {
    assert.equal(firstValue(fact('value: 1\n    value: 2')), '1');
  });
});

describe('values are as written', () => {
  for (const written of [
    '3.10',
    '0123',
    '001',
    '9007199254740993',
    '1e3',
    '0x1F',
    '0o17',
    '.5',
    '+5',
    '-0',
    '1_000',
    '12:30',
    '2006-05-30',
    '2010-11',
    'yes',
    'no',
    'True',
    '.inf',
    '.nan',
    '£5bn',
    '~40',
    '>=6',
    '<10',
    '500..600',
    '30%',
    '1,000',
  ]) {
    it(written, () => {
      assert.equal(firstValue(fact(`value: "${written}"`)), written);
      if (!written.startsWith('>')) {
        assert.equal(firstValue(fact(`value: ${written}`)), written);
        assert.equal(firstValue(fact(`value: ${written} # so it says`)), written);
      }
    });
  }

  it('ids and quotes too', () => {
    const { facts } = readSidecar(
      fact('value: 1\n    id: 007\n    quote: 3.10\n    asOf: 2010-11'),
    );
    assert.deepEqual(
      [facts[0]?.id?.value, facts[0]?.quotes[0]?.exact.value, facts[0]?.asOf?.value],
      ['007', '3.10', '2010-11'],
    );
  });

  it('spans are those of the words', () => {
    const text = fact('value: "a \\u00e9" # comment');
    const span = readSidecar(text).facts[0]?.value?.span ?? { start: 0, end: 0 };
    assert.equal(text.slice(span.start, span.end), '"a \\u00e9"');
  });

  it('spans hold with CRLF, lone CR, a byte order mark and characters beyond the first plane', () => {
    for (const text of [
      fact('value: 12').replaceAll('\n', '\r\n'),
      `\ufeff${fact('value: 12')}`,
      fact('note: 𝒳𝒳\n    value: 12'),
    ]) {
      const sidecar = readSidecar(text);
      const span = sidecar.facts[0]?.value?.span ?? { start: 0, end: 0 };
      assert.equal(text.slice(span.start, span.end), '12', JSON.stringify(text));
    }
  });
});

describe('anchors and merges', () => {
  it('are followed', () => {
    const text = `facts:
  - &first {id: one, subject: pct, property: count, value: 1}
  - {<<: *first, id: two, value: 2}
  - <<: [*first]
    id: three
`;
    const { facts, yamlProblems, schemaProblems } = readSidecar(text);
    assert.deepEqual([...yamlProblems, ...schemaProblems], []);
    assert.deepEqual(
      facts.map(({ id, subject, value }) => [
        id?.value,
        subject?.value,
        value?.kind === 'scalar' ? value.text : null,
      ]),
      [
        ['one', 'pct', '1'],
        ['two', 'pct', '2'],
        ['three', 'pct', '1'],
      ],
    );
  });

  it('that contain themselves are a problem', () => {
    assert.deepEqual(problemsIn('organisations: &a\n  x: *a\n'), [
      '*a: The alias `*a` contains itself.',
      'x: The key `name` is missing.',
      '*a: There is no key `x` here.',
    ]);
  });
});

describe('files made to hurt', () => {
  function quickly(text: string): readonly string[] {
    const started = process.cpuUsage().user;
    const problems = problemsIn(text);
    const took = (process.cpuUsage().user - started) / 1000; // not the clock: machines are busy
    assert.ok(took < 2000, `took ${took} ms`);
    return problems;
  }

  it('a bomb of aliases is defused', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const name = String.fromCharCode(97 + level);
      const inner = `*${String.fromCharCode(96 + level)}`;
      lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => inner).join(', ')}]`);
    }
    assert.ok(
      quickly(`${lines.join('\n')}\n`).some((problem) =>
        problem.includes('repeat too much of this file'),
      ),
    );
  });

  for (const [name, text] of [
    ['brackets', '['.repeat(2000)],
    ['braces', '{a: '.repeat(2000)],
    ['closed brackets', '['.repeat(2000) + ']'.repeat(2000)],
    ['list marks', '- '.repeat(2000)],
    ['key marks', '? '.repeat(2000)],
    [
      'indentation',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
  ] as const) {
    it(`2,000 levels of ${name} are not read`, () => {
      const problems = quickly(text);
      assert.equal(problems.length, 1);
      assert.ok(
        problems[0]?.endsWith(
          `Nested more than ${MAX_YAML_DEPTH} levels deep here; the file is not read.`,
        ),
        problems[0],
      );
    });
  }

  it('many facts, keys and aliases take no long time', () => {
    const facts = Array.from(
      { length: 1500 },
      (_, index) => `  - {id: f${index}, subject: pct, property: count, value: ${index}}`,
    );
    quickly(`facts:\n${facts.join('\n')}\n`);
    quickly(
      `organisations:\n${Array.from({ length: 1500 }, (_, index) => `  o${index}: {name: O}`).join('\n')}\n`,
    );
    quickly(`x: &a 1\nfacts:\n${'  - *a\n'.repeat(3000)}`);
  });

  it('a file of nothing but problems takes no long time, and not all are listed', () => {
    const wrong = Array.from({ length: 4000 }, (_, index) => `  o${index}: {nam: O}`);
    const problems = quickly(`organisations:\n${wrong.join('\n')}\n`);
    assert.equal(problems.length, 501);
    assert.equal(problems.at(-1), 'organisations: There are more problems in this file.');
  });

  it('a file over the limit is not read, and says so', () => {
    const sidecar = readSidecar(`# ${'x'.repeat(100)}\nfacts: []\n`, { maxSize: 50 });
    assert.match(sidecar.notAnalysed ?? '', /larger than the limit of 50 characters/);
    assert.deepEqual([sidecar.facts, sidecar.definitions, sidecar.root], [[], [], null]);
  });

  it('keys that JavaScript knows are ordinary everywhere', () => {
    const word = '__proto__';
    const text = `${word}: 1
article: {${word}: 1}
facts:
  - {subject: ${word}, property: ${word}, value: {${word}: 1}, ${word}: x, qualifiers: {${word}: y}, quote: {${word}: z}}
organisations:
  ${word}: {name: P, ${word}: 1, identifiers: {${word}: 1}}
people:
  constructor: {name: C, roles: [{post: p, hasOwnProperty: 1}]}
`;
    const sidecar = readSidecar(text);
    assert.deepEqual(
      sidecar.definitions.map(({ id }) => id.value),
      [word, 'constructor'],
    );
    assert.equal(sidecar.definitions[0]?.fields.get(word)?.value, '1');
    assert.equal(sidecar.definitions[0].fields.get('toString'), undefined);
    assert.deepEqual(
      sidecar.facts[0]?.qualifiers.map(({ key, value }) => [key.value, value.value]),
      [[word, 'y']],
    );
    assert.deepEqual(
      sidecar.facts[0].otherKeys.map(({ key }) => key.value),
      [word],
    );
    const told = problemsIn(text).filter((problem) =>
      problem.startsWith(`${word}: There is no key`),
    );
    assert.equal(told.length, 5, problemsIn(text).join('\n'));
    assert.ok(
      problemsIn(text).some((problem) => problem.startsWith('hasOwnProperty: There is no key')),
    );
    assert.equal(({} as Record<string, unknown>)['post'], undefined);
  });

  it('facts keep their order and their ids', () => {
    assert.deepEqual(factIds('facts:\n  - {id: b}\n  - {id: a}\n  - {}\n'), ['b', 'a', '?']);
  });
});
