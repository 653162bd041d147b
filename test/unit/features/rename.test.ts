import assert from 'node:assert/strict';
import { worldOf } from '../rules/world.js';
import { LIMIT } from './fixing.js';
import { assertRenamed, mapped, marksReplaced, refusalOf, renamed, unmarked } from './renaming.js';

/* Every kind of id, in every place where it can stand; look-alikes beside each. */

const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisation: {
    'register.facts.yaml': `# pct stands for trusts
organisations:
  «pct»: {name: pct, aliases: [pct, PCTs], kind: pct, description: pct, identifiers: {pct: pct}}
  ccg: {name: Groups, class: «pct», partOf: "«pct»", predecessors: [ '«pct»' ], successors: [pct-2]}
  pct-2: {name: "The other pct", members: [«pct», ann], partOf: ccg}
people:
  ann:
    name: pct
    roles:
      - {post: pct, organisation: «pct»}
places:
  england: {name: England, aliases: [pct]}
documents:
  paper: {name: A paper, publisher: «pct»}
properties:
  pct: {name: pct, type: quantity, unit: pct, separators: [pct, place]}
  partner: {name: Partner, type: entity}
events:
  pct: {name: pct, type: merger, subject: «pct», property: pct, place: england, note: pct}
`,
    'pct.facts.yaml': `article: {publisher: «pct», author: «pct», basedOn: [], title: pct}
facts:
  - id: pct # pct
    subject: «pct»
    property: pct
    pct: pct
    place: england
    value: 3
    qualifiers: {pct: pct}
    saidBy: [ann, «pct»]
    saidAs: pct
    derivedFrom: [pct#other, pct]
    quote: pct
    note: >-
      pct
  - {id: other, subject: "«pct»", property: partner, value: «pct», saidBy: «pct»}
  - {subject: "«pct»" , property: partner, value: [ann, «pct» , ccg,'«pct»']}
  - subject: >- # pct
      «pct»
    property: partner
    value: ann, «pct»,«pct» , ccg
  - {subject: ann, property: status, value: pct}
`,
    'pct.md': '---\npublisher: «pct»\nauthor: "«pct»"\ntitle: pct\nid: pct\n---\nWhat pct is.\n',
    'lone.md': '---\npublisher: «pct» # pct\nowner: pct\n---\npct\n',
  },
  person: {
    'a.facts.yaml': `people: {«ann»: {name: ann}}
organisations: {club: {name: Club, members: [«ann»]}}
properties: {ann: {type: entity}}
facts:
  - {id: ann, subject: «ann», property: ann, value: «ann», saidBy: «ann»}
`,
    'a.md': '---\nauthor: «ann»\n---\nann\n',
  },
  place: {
    'a.facts.yaml': `places: {«essex»: {name: Essex}, town: {name: Town, partOf: «essex»}}
organisations: {body: {name: Body, place: «essex»}}
events: {essex: {type: merger, subject: body, place: «essex»}}
facts:
  - {subject: «essex», property: population, value: 3, place: «essex», note: essex}
  - {subject: body, property: share, value: 3%, qualifiers: {place: «essex», scope: essex}, scope: essex}
`,
  },
  document: {
    'a.facts.yaml': `documents: {«paper»: {name: paper}}
facts:
  - {subject: «paper», property: status, value: paper, saidBy: [«paper»]}
`,
  },
  property: {
    'a.facts.yaml': `properties: {«size»: {type: quantity, separators: [size]}}
organisations: {size: {name: Size}}
events: {size: {type: merger, subject: size, property: «size»}}
facts:
  - {id: size, subject: size, property: «size», size: size, value: 1}
  - {subject: size, property: "«size»", qualifiers: {size: size}, value: 1}
`,
  },
  event: {
    'a.facts.yaml': `events: {«merger»: {type: merger, subject: merger, name: merger}}
organisations: {merger: {name: merger}}
`,
  },
  fact: {
    'a.facts.yaml': `facts:
  - {id: «now», subject: o, property: count, value: 1}
  - {id: then, subject: o, property: count, value: 1, supersedes: «now», note: now}
  - {subject: now, property: status, value: now, derivedFrom: [a#«now», "«now»", b#now, 1, a#1]}
  - id: last
    denies: ['a#«now»', then]
    disputes:
      - «now» # now
    acknowledged: [{code: value-conflict, with: «now», reason: now}]
organisations: {o: {name: now}, now: {name: Now}}
`,
    'b.facts.yaml': `facts:
  - {id: now, subject: o, property: count, value: 1, disputes: [a#«now», now, b#now]}
  - {subject: o, property: count, value: 1, disputes: now, acknowledged: [{code: disputed, with: "a#«now»", reason: r}]}
`,
    'a.md': 'now\n',
    'b.md': 'now\n',
  },
  article: {
    'a.facts.yaml': `article: {id: «first», title: first}
facts:
  - {id: first, subject: o, property: count, value: 1}
  - {id: then, subject: o, property: count, value: 1, supersedes: [first, «first»#first, «first»#1]}
organisations: {o: {name: first}, first: {name: First}}
`,
    'a.md': '---\nid: «first»\n---\nfirst\n',
    'b.facts.yaml': `article: {basedOn: «first», publisher: first}
facts:
  - {id: x, subject: o, property: count, value: 1, derivedFrom: ["«first»#then", first-2#x]}
`,
    'b.md': 'first\n',
    'c.md': '---\nbasedOn: ["«first»", b]\ntitle: first\n---\nfirst\n',
  },
  'front matter article': {
    'a.md': '---\nid: «first»\n---\nfirst\n',
    'a.facts.yaml':
      'facts: [{id: x, subject: o, property: count, value: 1, derivedFrom: «first»#x}]',
    'b.md': '---\nbasedOn: «first»\n---\nfirst\n',
  },
};

describe('rename', function () {
  this.timeout(LIMIT);

  for (const [kind, files] of Object.entries(kinds)) {
    it(`of ${kind} ids changes all uses and nothing else`, () => {
      assertRenamed(files, 'new-id');
    });

    it(`of ${kind} ids holds with CRLF`, () => {
      assertRenamed(
        mapped(files, (text) => text.replaceAll('\n', '\r\n')),
        'new-id',
      );
    });

    it(`of ${kind} ids leaves the findings what they were`, () => {
      const codes = (of: Readonly<Record<string, string>>): string[] =>
        worldOf(of)
          .checker.all()
          .map(({ code }) => code)
          .sort();
      assert.deepEqual(codes(marksReplaced(files, 'new-id')), codes(unmarked(files)));
    });
  }

  it('puts an id in quotation marks that YAML may take for something else', () => {
    for (const id of ['no', '1', '2010', '0x1f', '1e3', 'true', 'null', 'off']) {
      const files = {
        'a.facts.yaml': `organisations: {«old»: {name: Old}}
facts:
  - {subject: «old», property: count, value: 1, saidBy: ["old"]}
`,
      };
      const expected = marksReplaced(files, `'${id}'`)['a.facts.yaml']?.replace('"old"', `"${id}"`);
      assert.equal(onlyFile(unmarked(files), 'old', id), expected);
    }
  });

  it('keeps quotation marks, escapes or not', () => {
    const text =
      'organisations: {"old": {name: O}}\nfacts: [{subject: "\\u006fld", property: x}]\n';
    assert.equal(
      onlyFile({ 'a.facts.yaml': text }, '"old"', 'new', 1),
      'organisations: {"new": {name: O}}\nfacts: [{subject: "new", property: x}]\n',
    );
  });

  it('edits what aliases repeat once, where it is written', () => {
    const files = {
      'a.facts.yaml': `x-shared:
  - &o «old»
  - &fact {subject: «old», property: count}
organisations: {«old»: &def {name: Old, partOf: «old»}, other: *def}
facts:
  - &first {subject: «old», property: count, value: 1}
  - <<: *first
    value: 2
  - {<<: *fact, value: 3, saidBy: *o}
  - {subject: *o, property: count, value: 3, saidBy: [*o, «old»]}
`,
    };
    const after = marksReplaced(files, 'new')['a.facts.yaml'];
    assert.equal(onlyFile(unmarked(files), '«old»: &def'.replace(/[«»]/g, ''), 'new'), after);
  });

  const refused: Readonly<Record<string, readonly [Record<string, string>, string, RegExp]>> = {
    'a name': [
      { 'a.facts.yaml': 'organisations: {pct: {name: «Trusts»}}\n' },
      'x',
      /a name of `pct`.*edit it.*a\.facts\.yaml, line 1/,
    ],
    'an alias (another name)': [
      { 'a.facts.yaml': 'organisations: {pct: {name: T, aliases: [«pct»]}}\n' },
      'x',
      /a name of `pct`.*edit it/,
    ],
    'a key': [{ 'a.facts.yaml': '«facts»: []\n' }, 'x', /no id here/],
    'a modality': [
      { 'a.facts.yaml': 'facts: [{subject: a, modality: «planned»}]\n' },
      'x',
      /no id here/,
    ],
    'an unnamed speaker': [
      { 'a.facts.yaml': 'facts: [{subject: a, saidBy: «anonymous»}]\n' },
      'x',
      /no id here/,
    ],
    'a mention': [
      { 'a.md': 'The «Trusts» go.\n', 'r.facts.yaml': '\norganisations: {pct: {name: Trusts}}\n' },
      'x',
      /“Trusts” is text of the article.*`pct`, is renamed in r\.facts\.yaml, line 2/,
    ],
    'words of an article': [{ 'a.md': 'The «Trusts» go.\n' }, 'x', /no id here/],
    'a built-in property': [
      { 'a.facts.yaml': 'facts: [{subject: a, property: «count»}]\n' },
      'x',
      /`count` is built in/,
    ],
    'a built-in property declared anew': [
      { 'a.facts.yaml': 'properties: {«count»: {type: quantity}}\n' },
      'x',
      /`count` is built in/,
    ],
    'an id that nothing defines': [
      { 'a.facts.yaml': 'facts: [{subject: «pct», property: count}]\n' },
      'x',
      /`pct` is not defined anywhere/,
    ],
    'a publisher’s name': [
      { 'a.md': '---\npublisher: «The Herald»\n---\n' },
      'x',
      /`The Herald` is not defined anywhere/,
    ],
    'an id with two definitions': [
      { 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\nplaces: {pct: {name: B}}\n' },
      'x',
      /more than once: in a\.facts\.yaml, line 1, and in a\.facts\.yaml, line 2/,
    ],
    'an alias of YAML': [
      {
        'a.facts.yaml':
          'organisations: {pct: {name: A}}\nfacts:\n  - {subject: &s pct}\n  - {subject: «*s»}\n',
      },
      'x',
      /alias.*in a\.facts\.yaml, line 3/,
    ],
    'an anchor that means two things': [
      {
        'a.facts.yaml':
          'organisations: {pct: {name: A}}\nproperties: {pct: {type: text}}\nfacts: [{subject: &s «pct», property: *s, value: x}, {subject: pct, saidBy: *s}]\n',
      },
      'x',
      /line 3 means something else too.*alias/,
    ],
    'an anchor that is a name': [
      {
        'a.facts.yaml':
          'organisations: {«pct»: {name: &s pct}}\nfacts: [{subject: *s, property: count}]\n',
      },
      'x',
      /line 1 means something else too.*alias/,
    ],
    'the stem of a file': [
      { 'a.md': 'A.\n', 'b.md': '---\nbasedOn: «a»\n---\nB.\n' },
      'x',
      /`a` is the name of a file. Rename that file/,
    ],
    'the stem of a file, of a fact’s reference': [
      {
        'a.facts.yaml': 'facts: [{id: x, subject: o}]\n',
        'b.facts.yaml': 'facts: [{denies: «a»#x}]\n',
      },
      'x',
      /`a` is the name of a file/,
    ],
    'an id of two articles': [
      {
        'a.md': '---\nid: x\n---\n',
        'b.md': '---\nid: x\n---\n',
        'c.md': '---\nbasedOn: «x»\n---\n',
      },
      'y',
      /Several articles.*in a\.md, and in b\.md/,
    ],
    'front matter that a sidecar overrides': [
      { 'a.md': '---\nid: «x»\n---\n', 'a.facts.yaml': 'article: {id: y}\n' },
      'z',
      /sidecar states another id, `y`/,
    ],
    'a fact by its number': [
      { 'a.facts.yaml': 'facts: [{id: x, subject: o}, {denies: «1»}]\n' },
      'y',
      /`x` by its number.*line 1/,
    ],
    'a fact without an id': [
      { 'a.facts.yaml': 'facts: [{subject: o}, {denies: «1»}]\n' },
      'y',
      /no id, only a number/,
    ],
    'two facts of one id': [
      { 'a.facts.yaml': 'facts: [{id: «x», subject: o}, {id: x, subject: o}]\n' },
      'y',
      /Two facts have the id `x`/,
    ],
    'no change': [{ 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n' }, 'pct', /already/],
    'no slug': [
      { 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n' },
      'Primary Care Trusts',
      /“Primary Care Trusts” cannot be an id.*`primary-care-trusts`/,
    ],
    'no slug, with signs': [
      { 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n' },
      ' Élan’s\n_Society_ ',
      /“Élan’s _Society_” cannot be an id.*`elans-society`/,
    ],
    nothing: [{ 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n' }, '', /cannot be an id/],
    'a taken id': [
      { 'a.facts.yaml': 'organisations: {«pct»: {name: A}}\nplaces: {essex: {name: B}}\n' },
      'essex',
      /`essex` is taken already, by the place in a\.facts\.yaml, line 2/,
    ],
    'a taken property': [
      { 'a.facts.yaml': 'properties: {«size»: {type: quantity}, area: {type: text}}\n' },
      'area',
      /taken already, by the property/,
    ],
    'the id of a built-in property': [
      { 'a.facts.yaml': 'properties: {«size»: {type: quantity}}\n' },
      'count',
      /taken already, by a property that is built in/,
    ],
    'a taken fact id': [
      { 'a.facts.yaml': 'facts: [{id: «x», subject: o}, {id: y, subject: o}]\n' },
      'y',
      /taken already, by another fact/,
    ],
    'the number of another fact': [
      { 'a.facts.yaml': 'facts: [{id: «x», subject: o}, {id: y, subject: o}]\n' },
      '2',
      /number of another fact/,
    ],
    'a taken article id': [
      { 'a.md': '---\nid: «x»\n---\n', 'b.md': 'B.\n' },
      'b',
      /taken already, by another article in b\.md/,
    ],
    'the word for unnamed speakers': [
      { 'a.facts.yaml': 'people: {«ann»: {name: A}}\n' },
      'anonymous',
      /sources without a name/,
    ],
    'an id that stands in an unreadable part': [
      {
        'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n',
        'b.facts.yaml': 'facts:\n  - {subject: x}\n  - {subject: pct\n',
      },
      'x',
      /cannot be read, in b\.facts\.yaml, line 3/,
    ],
    'an id in a value given twice': [
      {
        'a.facts.yaml':
          'organisations: {«pct»: {name: A}}\nfacts: [{subject: o, subject: pct, value: 1}]\n',
      },
      'x',
      /cannot be read, in a\.facts\.yaml, line 2/,
    ],
  };

  for (const [what, [files, newId, words]] of Object.entries(refused)) {
    it(`is refused for ${what}`, () => {
      assert.match(refusalOf(files, newId), words);
    });
  }

  it('allows what only looks like a collision', () => {
    const files = {
      'a.facts.yaml': `organisations: {«pct»: {name: A, note: size}}
properties: {size: {type: quantity}}
facts: [{id: size, subject: «pct», property: size, value: 1}]
`,
    };
    assertRenamed(files, 'size');
    assert.equal(
      onlyFile({ 'a.facts.yaml': 'facts: [{id: x, subject: o}]\n' }, 'x', '1'),
      "facts: [{id: '1', subject: o}]\n",
    );
    assertRenamed({ 'a.facts.yaml': 'facts: [{id: «x», subject: o}]\n', 'y.md': 'Y\n' }, 'y');
    // A broken file in which the id is only a comment, a part of a word, or plainly something else.
    assertRenamed(
      {
        'a.facts.yaml': 'organisations: {«pct»: {name: A}}\n',
        'b.facts.yaml':
          'note: pct\nfacts: # pct\n  - {subject: o, property: pct, quote: "so pct"}\n  - {subject: pct-2,\n',
      },
      'x',
    );
  });

  it('takes words of JavaScript’s own for ids', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      assertRenamed(
        {
          'a.facts.yaml': `organisations: {«${id}»: {name: A}}\nfacts: [{id: ${id}, subject: «${id}», property: count, value: 1, denies: ${id}}]\n`,
        },
        'constructors',
      );
    }
  });
});

/** The one file after a rename of an id where it first stands. */
function onlyFile(
  files: Readonly<Record<string, string>>,
  words: string,
  newId: string,
  ahead = 0,
): string | undefined {
  const text = files['a.facts.yaml'] ?? '';
  const at = text.indexOf(words);
  assert.ok(at >= 0);
  const after = renamed({ 'a.facts.yaml': text }, 'a.facts.yaml', at + ahead, newId);
  return typeof after === 'string' ? after : after['a.facts.yaml'];
}
