import assert from 'node:assert/strict';
import { provideCodeActions } from '../../../server/src/features/codeActions.js';
import { uriOf, type Files } from '../rules/world.js';
import { applied, assertFix, contextOf, LIMIT, offersFor, titles } from './fixing.js';

const register = `# who and where
organisations:
  # bodies
  pct:
    name: Primary care trusts
    aliases: [PCT, PCTs, primary care trusts]
people: {}
places:
  england: {name: England}

  essex: {name: Essex} # a county
properties:
  length:
    type: duration
    separators: [place]
  staff: {type: quantity}
`;

function files(article: string, facts: string, more = register): Files {
  return {
    'register.facts.yaml': more,
    'a.md': article,
    'a.facts.yaml': `# top\nfacts:\n${facts}`,
  };
}

const fact = (keys: string): string =>
  `  - subject: pct # who\n    property: count\n    value: 152\n    ${keys}\n  # tail\n`;

describe('fixes of a quote', function () {
  this.timeout(LIMIT);

  const changed = 'There are 152 local primary care trusts, in all.\n';

  it('puts the article’s words in its place, in its quotation marks', () => {
    for (const [old, now] of [
      ['There are 152 primary care trusts', 'There are 152 local primary care trusts'],
      ["'There are 152 primary care trusts'", "'There are 152 local primary care trusts'"],
      ['"There are 152 primary care trusts"', '"There are 152 local primary care trusts"'],
      [
        '{ exact: There are 152 primary care trusts }',
        '{ exact: There are 152 local primary care trusts }',
      ],
      [
        '>-\n      There are 152\n      primary care trusts',
        'There are 152 local primary care trusts',
      ],
    ] as const) {
      assertFix(
        files(
          changed,
          fact(`quote: ${old} # why`.replace('>-', '>-').replace(/(\n.*) # why$/s, '$1')),
        ),
        {
          in: 'a.facts.yaml',
          code: 'quote-changed',
          title: 'Quote the article’s words: “There are 152 local primary care trusts”',
          from: old,
          to: now,
          isPreferred: true,
        },
      );
    }
  });

  it('says which place is meant', () => {
    const article =
      'In Kent 152 trusts exist, and in Essex 152 trusts exist.\n\nAgain, 152 trusts.\n';
    const ambiguous = { in: 'a.facts.yaml', code: 'quote-ambiguous' } as const;
    assertFix(files(article, fact('quote: 152 trusts # c')), {
      ...ambiguous,
      title: 'Quote the 1st of 3: “…In Kent 152 trusts exist, and in Essex…”',
      from: 'quote: 152 trusts # c',
      to: "quote: { exact: 152 trusts, prefix: 'Kent ' } # c",
    });
    assertFix(files(article, fact("quote: ['152 trusts']")), {
      ...ambiguous,
      title: 'Quote the 2nd of 3: “…exist, and in Essex 152 trusts exist.…”',
      from: "['152 trusts']",
      to: "[{ exact: '152 trusts', prefix: 'Essex ' }]",
    });
    assertFix(files(article, fact('quote:\n      exact: 152 trusts\n    note: x')), {
      ...ambiguous,
      title: 'Quote the 3rd of 3: “…Again, 152 trusts.…”',
      from: 'exact: 152 trusts\n',
      to: "exact: 152 trusts\n      prefix: 'Again, '\n",
    });
  });
});

describe('fixes of an unknown id', function () {
  this.timeout(LIMIT);

  const unknown = { in: 'a.facts.yaml', code: 'unknown-reference' } as const;

  it('replaces it by what was meant', () => {
    assertFix(files('Words.\n', fact('place: englnd')), {
      ...unknown,
      title: 'Replace it by `england`',
      from: 'englnd',
      to: 'england',
      isPreferred: true,
    });
    const link = fact('id: first\n    disputes: ["a#secnd"]');
    const second = '  - {id: second, subject: pct, property: status, value: z}\n';
    assertFix(files('Words.\n', link + second), {
      ...unknown,
      title: 'Replace it by `a#second`',
      from: '"a#secnd"',
      to: '"a#second"',
      isPreferred: true,
    });
  });

  it('defines it where most of its kind are, in their style', () => {
    const place = files('Words.\n', fact('place: kent-and-surrey'));
    assertFix(place, {
      ...unknown,
      title: 'Define the place `kent-and-surrey` in register.facts.yaml',
      file: 'register.facts.yaml',
      from: '# a county\n',
      to: '# a county\n\n  kent-and-surrey: {name: Kent And Surrey}\n',
    });
    const body = files('Words.\n', fact('note: x').replace('pct', 'sha'));
    assertFix(body, {
      ...unknown,
      title: 'Define the organisation `sha` in register.facts.yaml',
      file: 'register.facts.yaml',
      from: 'PCTs, primary care trusts]\n',
      to: 'PCTs, primary care trusts]\n  sha:\n    name: Sha\n',
    });
  });

  it('defines it in this file where no other defines such', () => {
    const speaker = files('Words.\n', fact('saidBy: jane-doe'));
    assertFix(speaker, {
      ...unknown,
      title: 'Define the person `jane-doe` in this file',
      from: '  # tail\n',
      to: '  # tail\n\npeople:\n  jane-doe:\n    name: Jane Doe\n',
    });
    const withPeople = {
      ...speaker,
      'a.facts.yaml': `people: {}\n${speaker['a.facts.yaml'] ?? ''}`,
    };
    assertFix(withPeople, {
      ...unknown,
      title: 'Define the person `jane-doe` in this file',
      from: 'people: {}',
      to: 'people: {jane-doe: { name: Jane Doe }}',
    });
  });

  it('gives a new property the type its value has', () => {
    for (const [value, type] of [
      ['12', 'quantity'],
      ['30%', 'percentage'],
      ['£5bn', 'money'],
      ['some words', 'text'],
      ['true', 'boolean'],
    ]) {
      const own = files(
        'Words.\n',
        fact('note: x')
          .replace('count', 'novelty')
          .replace('152', value ?? ''),
      );
      assertFix(own, {
        ...unknown,
        title: 'Define the property `novelty` in register.facts.yaml',
        file: 'register.facts.yaml',
        from: 'staff: {type: quantity}\n',
        to: `staff: {type: quantity}\n  novelty: {type: ${type ?? ''}}\n`,
      });
    }
  });
});

describe('fixes of a key that does not belong', function () {
  this.timeout(LIMIT);

  const misplaced = { in: 'a.facts.yaml', code: 'schema' } as const;

  it('replaces what was probably another key or word', () => {
    assertFix(files('Words.\n', fact('modalty: planned')), {
      ...misplaced,
      title: 'Replace it by `modality`',
      from: 'modalty',
      to: 'modality',
      isPreferred: true,
    });
    assertFix(files('Words.\n', fact('modality: plannd')), {
      ...misplaced,
      title: 'Replace it by `planned`',
      from: 'plannd',
      to: 'planned',
      isPreferred: true,
    });
  });

  it('makes it a qualifier', () => {
    assertFix(files('Words.\n', fact('sector: health, care # c')), {
      ...misplaced,
      title: 'Make `sector` a qualifier',
      from: 'sector: health, care',
      to: "qualifiers: { sector: 'health, care' }",
    });
  });

  it('makes it a separator of its property', () => {
    const title = (property: string): string =>
      `Make \`sector\` a separator of \`${property}\`, in register.facts.yaml`;
    for (const [property, value, from, to] of [
      ['length', '3 years', '[place]', '[place, sector]'],
      ['staff', '3', 'staff: {type: quantity}', 'staff: {type: quantity, separators: [sector]}'],
    ] as const) {
      const own = fact('sector: health').replace('count', property).replace('152', value);
      assertFix(files('Words.\n', own), {
        ...misplaced,
        title: title(property),
        file: 'register.facts.yaml',
        from,
        to,
      });
    }
  });
});

describe('fixes of a missing separator', function () {
  this.timeout(LIMIT);

  it('adds what the others give', () => {
    const others = ['england', 'england', 'essex']
      .map(
        (place, index) =>
          `  - {subject: pct, property: count, value: 152, place: ${place}, asOf: ${2001 + index}}\n`,
      )
      .join('');
    const own = files('Words.\n', fact('note: x') + others);
    assert.deepEqual(titles(offersFor(own, 'a.facts.yaml', 'missing-separator')), [
      'Add place: england',
      'Add place: essex',
    ]);
    assertFix(own, {
      in: 'a.facts.yaml',
      code: 'missing-separator',
      title: 'Add place: england',
      from: '    value: 152\n',
      to: '    value: 152\n    place: england\n',
    });
  });
});

describe('recording a figure of an article', function () {
  this.timeout(LIMIT);

  it('adds a fact at the end, quoted so that it is found again', () => {
    assertFix(files('There were 303 PCTs in May.\n', fact('note: x')), {
      in: 'a.md',
      code: 'figure-unrecorded',
      title: 'Record “303 PCTs” as a fact in a.facts.yaml',
      file: 'a.facts.yaml',
      from: '    note: x\n',
      to: '    note: x\n  - subject: pct\n    property: count\n    value: 303\n    quote: 303 PCTs\n',
    });
  });

  it('quotes as many words as it takes to find them again', () => {
    const article = 'Of the trusts, 70 PCTs grew and then\n70 PCTs shrank: alas.\n';
    assertFix(files(article, fact('note: x')), {
      in: 'a.md',
      code: 'figure-unrecorded',
      title: 'Record “then 70 PCTs” as a fact in a.facts.yaml',
      file: 'a.facts.yaml',
      from: '    note: x\n',
      to: '    note: x\n  - subject: pct\n    property: count\n    value: 70\n    quote: then 70 PCTs\n',
    });
  });

  it('records one that contradicts what others have on record', () => {
    const own = files('---\npublished: 2010-07-12\n---\nAll 151 PCTs agree.\n', fact('note: x'));
    const others = {
      ...own,
      'a.facts.yaml': (own['a.facts.yaml'] ?? '').replace('count', 'status'),
      'register.facts.yaml': register.replace('name: Essex', 'name: Essex, partOf: england'),
      'b.md': '---\npublished: 2010-07-01\n---\nWords.\n',
      'b.facts.yaml': 'facts:\n  - {subject: pct, property: count, value: 140, place: england}\n',
    };
    assertFix(others, {
      in: 'a.md',
      code: 'figure-disagrees',
      title: 'Record “151 PCTs” as a fact in a.facts.yaml',
      file: 'a.facts.yaml',
      from: '    note: x\n',
      to: '    note: x\n  - subject: pct\n    property: count\n    value: 151\n    quote: 151 PCTs\n',
    });
  });

  it('writes as the list is written', () => {
    const own = files(
      'There were 303 PCTs in May.\n',
      '  - {subject: pct, property: status, value: x} # c\n',
    );
    const record = {
      in: 'a.md',
      code: 'figure-unrecorded',
      title: 'Record “303 PCTs” as a fact in a.facts.yaml',
      file: 'a.facts.yaml',
    } as const;
    assertFix(own, {
      ...record,
      from: '# c\n',
      to: '# c\n  - {subject: pct, property: count, value: 303, quote: 303 PCTs}\n',
    });
    const written = '- subject: pct\n    property: count\n    value: 303\n    quote: 303 PCTs\n';
    assertFix(
      { ...own, 'a.facts.yaml': 'article:\n  title: T\n' },
      { ...record, from: '  title: T\n', to: `  title: T\n\nfacts:\n  ${written}` },
    );
    assertFix(
      { ...own, 'a.facts.yaml': 'facts: # none yet\nevents:\n' },
      { ...record, from: '# none yet\n', to: `# none yet\n  ${written}` },
    );
  });
});

describe('fix all', function () {
  this.timeout(LIMIT);

  it('gives every answer that is the only one, and no other', () => {
    const own = files(
      'There are 152 local primary care trusts, in all.\n',
      fact('place: englnd\n    sector: x\n    quote: There are 152 primary care trusts').replace(
        'pct',
        'pcct',
      ),
    );
    const context = contextOf(own);
    const actions = provideCodeActions(context, uriOf('a.facts.yaml'), { start: 0, end: 0 }, [
      'source.fixAll',
    ]);
    assert.equal(actions.length, 1);
    assert.equal(actions[0]?.kind, 'source.fixAll.policyFacts');
    const after = applied(own, actions[0]);
    assert.equal(
      after['a.facts.yaml'],
      (own['a.facts.yaml'] ?? '')
        .replace('pcct', 'pct')
        .replace('englnd', 'england')
        .replace('152 primary', '152 local primary'),
    );
  });

  it('is not offered where there is nothing to fix, or another kind is asked for', () => {
    const quiet = contextOf(files('Words.\n', fact('note: x')));
    assert.deepEqual(provideCodeActions(quiet, uriOf('a.facts.yaml'), { start: 0, end: 0 }), []);
    const wrong = contextOf(files('Words.\n', fact('place: englnd')));
    const all = { start: 0, end: 1000 };
    assert.deepEqual(provideCodeActions(wrong, uriOf('a.facts.yaml'), all, ['refactor']), []);
    assert.deepEqual(provideCodeActions(wrong, uriOf('nowhere.facts.yaml'), all), []);
  });
});
