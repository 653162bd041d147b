import assert from 'node:assert/strict';
import { provideCompletion } from '../../../../server/src/features/completion/completion.js';
import { resolveCompletion } from '../../../../server/src/features/completion/resolve.js';
import { validateSidecar } from '../../../../server/src/sidecars/validate.js';
import { readYaml } from '../../../../server/src/text/yamlTree.js';
import { checkFiles, uriOf, type Files } from '../../rules/world.js';
import { contextOf, LIMIT } from '../fixing.js';
import { applied, CURSOR, itemOf, labels, plain, rich, typeIn, type Typed } from './completing.js';

const article = `---
publisher: courier
published: 2010-07-12
---

# Trusts in figures

Primary care trusts were founded in 2002. Ann Field of the Courier said that there are 152 PCTs.

Far away from that, Zoe Brook counts PCTs: "the number is #1 - for now". Nothing is said here about it.

In May 2009 there were 148 of them; that was the time before.
`;

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [PCT, PCTs], kind: class}
  courier: {name: The Courier, kind: publisher}
  "no": {name: Norwegian office}
  1e3: {name: Thousand Club}
  "null": {name: Nil}
people:
  ann-field: {name: Ann Field}
  zoe-brook: {name: Zoe Brook}
  aaron-away: {name: Aaron Away}
places:
  england: {name: England}
properties:
  reach: {name: Reach, type: quantity, separators: [channel]}
  open: {name: Open, type: boolean}
`;

const files: Files = {
  'register.facts.yaml': register,
  'a.md': article,
  'b.md': '# Another\n\nThere are 150 PCTs.\n',
  'b.facts.yaml': `facts:
  - id: trusts
    subject: pct
    property: count
    value: 150
    place: england
    quote: There are 150 PCTs
  - {id: old, subject: pct, property: reach, value: 3, channel: by post, rank: deprecated, reason: x}
`,
};

const fact = (line: string): string =>
  `facts:\n  - id: one\n    subject: pct\n    property: count\n    ${line}\n`;

function at(marked: string, client = plain): Typed {
  return typeIn(files, 'a.facts.yaml', marked, client);
}

describe('what completion offers', function () {
  this.timeout(LIMIT);

  it('is the keys that are not there, the separators of the property among them', () => {
    const offered = labels(at(fact('p¦\n    asOf: 2010')));
    assert.ok(offered.includes('value') && offered.includes('place') && offered.includes('quote'));
    for (const present of ['id', 'subject', 'property', 'asOf']) {
      assert.ok(!offered.includes(present), present);
    }
    assert.equal(offered[0], 'value', 'what the fact must have comes first');
    const reach = at(`facts:\n  - subject: pct\n    property: reach\n    ¦`);
    assert.ok(labels(reach).includes('channel') && !labels(reach).includes('place'));
  });

  it('is keys that the schema knows, wherever they are offered', () => {
    for (const marked of [
      '¦',
      'article:\n  ¦',
      'facts:\n  - ¦',
      'facts:\n  - quote: {¦}',
      'facts:\n  - value: {¦}',
      'facts:\n  - acknowledged:\n      - ¦',
      ...['organisations', 'people', 'places', 'documents', 'properties', 'events'].map(
        (section) => `${section}:\n  x:\n    ¦`,
      ),
      'people:\n  x: {roles: [{¦}]}',
      'article: {source: {¦}}',
    ]) {
      const typed = at(marked);
      assert.ok(typed.list.items.length > 2, marked);
      for (const item of typed.list.items) {
        const { root } = readYaml(applied(typed.text, item));
        const wrong = validateSidecar(root).filter(({ message }) =>
          /unknown|no key|not a key/i.test(message),
        );
        assert.deepEqual(wrong, [], `${item.label} in ${marked}`);
      }
    }
  });

  it('is what an id may stand for, found by its name', () => {
    const typed = at(fact('place: ¦'));
    assert.deepEqual(labels(typed), ['england']);
    const subject = at('facts:\n  - subject: primary¦');
    assert.match(itemOf(subject, 'pct').filterText ?? '', /^pct Primary care trusts PCT/);
    assert.equal(applied(subject.text, itemOf(subject, 'pct')), 'facts:\n  - subject: pct');
    const property = labels(at('facts:\n  - property: ¦'));
    assert.ok(
      property.includes('reach') && property.includes('budget') && !property.includes('pct'),
    );
  });

  it('is only ids that are known at their place', () => {
    const places = [
      'article: {publisher: ¦}',
      'article: {author: ¦}',
      'article: {basedOn: [¦]}',
      ...['subject', 'property'].map((key) => `facts:\n  - ${key}: ¦`),
      ...['place', 'saidBy', 'denies', 'derivedFrom'].map(
        (key) => `facts:\n  - subject: pct\n    ${key}: ¦`,
      ),
      ...['class', 'partOf', 'place', 'members', 'predecessors', 'successors'].map(
        (key) => `organisations:\n  x:\n    name: X\n    ${key}: ¦`,
      ),
      'people: {x: {name: X, roles: [{post: P, organisation: ¦}]}}',
      'places: {x: {name: X, partOf: ¦}}',
      'documents: {x: {name: X, publisher: ¦}}',
      ...['subject', 'property', 'place'].map(
        (key) => `events:\n  x:\n    type: merger\n    ${key}: ¦`,
      ),
    ];
    for (const marked of places) {
      const typed = at(marked);
      assert.ok(typed.list.items.length > 0, marked);
      for (const item of typed.list.items) {
        const text = applied(typed.text, item);
        const context = contextOf({ ...files, 'a.facts.yaml': text });
        const start = marked.indexOf(CURSOR);
        const uses = context.corpus.sidecar(uriOf('a.facts.yaml'))?.uses ?? [];
        const use = uses.find(({ span }) => Math.abs(span.start - start) <= 1);
        const isAnonymous = item.label === 'anonymous' && marked.includes('saidBy');
        assert.ok(isAnonymous || use?.id === item.label, `${item.label} in ${marked}`);
        assert.ok(isAnonymous || (use !== undefined && context.corpus.isKnown(use)), item.label);
        const broken = context.checker
          .findingsIn(uriOf('a.facts.yaml'))
          .filter(
            ({ code, span }) =>
              /unknown|syntax|schema/.test(code) && Math.abs(span.start - start) <= 1,
          );
        assert.deepEqual(broken, [], `${item.label} in ${marked}`);
      }
    }
  });

  it('is the people first who are mentioned near the quote', () => {
    const near = (quote: string): string[] =>
      labels(at(fact(`quote: ${quote}\n    saidBy: ¦`))).slice(0, 3);
    assert.deepEqual(near('there are 152 PCTs'), ['ann-field', 'zoe-brook', 'anonymous']);
    assert.deepEqual(near('Nothing is said here about it'), [
      'zoe-brook',
      'ann-field',
      'anonymous',
    ]);
  });

  it('is sentences with a figure or the subject, quoted for YAML', () => {
    for (const [line, client] of [
      ['quote: ¦', plain],
      ['quote: "¦"', plain],
      ["quote: '¦'", plain],
      ['quote: {exact: ¦}', plain],
      ['quote: [¦]', plain],
      ['quote: Far¦', rich],
    ] as const) {
      const typed = at(fact(`value: 152\n    ${line}`), client);
      assert.equal(typed.list.items.length, 4, line);
      for (const item of typed.list.items) {
        const text = applied(typed.text, item);
        const found = checkFiles({ ...files, 'a.facts.yaml': text }).filter(
          ({ uri, code }) =>
            uri === uriOf('a.facts.yaml') && /quote-|yaml-syntax|schema/.test(code),
        );
        assert.deepEqual(found, [], text);
      }
    }
    const [first] = at(fact('value: 152\n    quote: ¦')).list.items;
    assert.match(first?.label ?? '', /152 PCTs/, 'the sentence with the value is first');
    assert.deepEqual(labels(at(fact('quote: {prefix: ¦}'))), []);
  });

  it('is the figures of the quote for a value, and what else its type may be', () => {
    assert.deepEqual(labels(at(fact('quote: from 303 to 152\n    value: ¦'))), ['303', '152']);
    const open = at('facts:\n  - {subject: pct, property: open, value: ¦}');
    assert.deepEqual(labels(open), ['true', 'false']);
    const founded = labels(at('facts:\n  - {subject: pct, property: founded, value: ¦}'));
    assert.deepEqual(founded, ['2010-07-12', '2002', '2009-05']);
  });

  it('is dates as EDTF: in the quote, of the article, in the article', () => {
    const typed = at(fact('quote: In May 2009 there were 148\n    asOf: ¦'));
    assert.deepEqual(labels(typed), ['2009-05', '2010-07-12', '2002']);
    assert.deepEqual(labels(at('article:\n  published: ¦')), ['2002', '2009-05']);
  });

  it('is facts to refer to, those that are not compared any more struck out', () => {
    const typed = at(
      `${fact('denies: ¦')}  - id: two\n    subject: pct\n    property: count\n`,
      rich,
    );
    assert.deepEqual(labels(typed), ['two', 'b#trusts', 'b#old']);
    assert.equal(typed.list.isIncomplete, true);
    assert.deepEqual(itemOf(typed, 'b#old').tags, [1]);
    assert.ok(labels(at('facts:\n  - denies: b#t¦')).includes('b#trusts'));
  });

  it('is the words of the schema with what they mean, units, and what other facts say', () => {
    const modality = at(fact('modality: ¦'));
    assert.equal(modality.list.items.length, 8);
    assert.equal(itemOf(modality, 'pledged').detail, 'a commitment');
    assert.ok(labels(at(fact('unit: ¦'))).includes('percent'));
    const channel = at('facts:\n  - {subject: pct, property: reach, channel: ¦}');
    assert.deepEqual(labels(channel), ['by post']);
    assert.ok(labels(at(fact('acknowledged: [{code: ¦}]'))).includes('value-conflict'));
    const over = at('properties:\n  x:\n    separators: [place, kind]\n    additiveOver: ¦');
    assert.deepEqual(labels(over), ['place', 'kind']);
  });

  it('is whole facts and definitions', () => {
    const typed = at('facts:\n  - ¦', { ...rich, insertsAsIs: false });
    const item = itemOf(typed, 'new fact');
    assert.equal(
      applied(typed.text, item),
      'facts:\n  - subject: ${1}\n  property: ${2}\n  value: ${3}\n  quote: ${4}',
      'the client adds the indentation of the line',
    );
    assert.equal(item.insertTextMode, undefined);
    const asIs = itemOf(at('facts:\n  - ¦', rich), 'new fact');
    assert.equal(asIs.insertTextMode, 1);
    const again = at('facts:\r\n  - id: a\r\n  ¦');
    assert.equal(
      applied(again.text, itemOf(again, 'new fact')),
      'facts:\r\n  - id: a\r\n  - subject: \r\n    property: \r\n    value: \r\n    quote: ',
    );
    const place = at('facts: [{place: nowhere}]\nplaces:\n  ¦');
    assert.deepEqual(labels(place), ['nowhere', 'new place']);
    assert.match(applied(place.text, itemOf(place, 'nowhere')), /\n {2}nowhere:\n {4}name: \n/);
  });

  it('is nothing in comments, in prose and behind what is complete', () => {
    for (const marked of [
      fact('note: the ¦'),
      fact('# ¦'),
      fact('value: 3 # ¦'),
      fact('note: |\n      value: ¦'),
      'organisations: {x: {description: a ¦}}',
      'article: {title: ¦}',
      fact('quote: "done"¦'),
    ]) {
      assert.deepEqual(labels(at(marked)), [], marked);
    }
  });

  it('is front matter and settings too', () => {
    const front = (line: string): string[] =>
      labels(typeIn(files, 'a.md', article.replace('publisher: courier', line)));
    assert.ok(front('publisher: ¦').includes('courier'));
    assert.ok(!front('publisher: ¦').includes('ann-field'));
    assert.deepEqual(front('¦'), [
      'id',
      'title',
      'publisher',
      'author',
      'status',
      'basedOn',
      'url',
    ]);
    assert.deepEqual(front('basedOn: ¦'), ['b', 'register']);
    assert.deepEqual(labels(typeIn(files, 'a.md', article.replace('Trusts in', '¦'))), []);
    const settings = (text: string): string[] => labels(typeIn(files, 'policy-facts.yaml', text));
    assert.ok(settings('rules:\n  value¦').includes('value-conflict'));
    assert.ok(!settings('rules:\n  value-conflict: off\n  ¦').includes('value-conflict'));
    assert.deepEqual(settings('rules: {value-conflict: ¦}').slice(0, 2), ['error', 'warning']);
  });

  it('is told at length when somebody looks, whatever the client sends back', () => {
    const context = contextOf(files);
    const item = itemOf(at('facts:\n  - subject: ¦'), 'pct');
    const told = resolveCompletion(context, item, rich).documentation;
    assert.match(
      typeof told === 'object' ? told.value : '',
      /^\*\*Primary care trusts\*\* · class/,
    );
    for (const data of [
      null,
      7,
      'x',
      [],
      { kind: 'definition' },
      { kind: 'fact', from: 1 },
      { __proto__: 1 },
    ]) {
      assert.deepEqual(resolveCompletion(context, { label: 'x', data }, rich), {
        label: 'x',
        data,
      });
    }
  });

  it('is the best matches of a large register, and more when more is typed', () => {
    const many = Array.from(
      { length: 1200 },
      (_, n) => `  body-${n}: {name: Board ${n} of Health}`,
    );
    const large = { ...files, 'many.facts.yaml': `organisations:\n${many.join('\n')}\n` };
    const typed = (word: string): Typed =>
      typeIn(large, 'a.facts.yaml', `facts:\n  - subject: ${word}¦`);
    const all = typed('');
    assert.equal(all.list.isIncomplete, true);
    assert.equal(all.list.items.length, 200);
    assert.ok(labels(all).slice(0, 5).includes('pct'), 'what the article mentions is first');
    assert.deepEqual(labels(typed('primary')), ['pct']);
    const [first, second] = labels(typed('body-11'));
    assert.deepEqual([first, second], ['body-11', 'body-110']);
    assert.equal(labels(typed('board 1199'))[0], 'body-1199');
  });

  it('is edited so that a client may insert or replace', () => {
    const typed = at('facts:\n  - subject: p¦ct', rich);
    const item = itemOf(typed, 'courier');
    assert.equal(applied(typed.text, item), 'facts:\n  - subject: courier');
    assert.equal(applied(typed.text, item, true), 'facts:\n  - subject: courierct');
    const bare = at('facts:\n  - subject: p¦ct');
    assert.ok('range' in (itemOf(bare, 'courier').textEdit ?? {}));
    const key = at('facts:\n  - su¦b: pct', rich);
    assert.equal(applied(key.text, itemOf(key, 'subject')), 'facts:\n  - subject: pct');
  });

  it('is told with what the client knows, and nothing else', () => {
    const known = itemOf(at('facts:\n  - modality: ¦', rich), 'planned');
    assert.deepEqual([known.kind, known.labelDetails], [20, { description: 'a commitment' }]);
    const old = at('facts:\n  - ¦');
    for (const item of [...old.list.items, ...at('facts:\n  - modality: ¦').list.items]) {
      assert.ok((item.kind ?? 0) <= 18);
      assert.equal(item.insertTextFormat, undefined);
      assert.equal(item.insertTextMode, undefined);
      assert.equal(item.labelDetails, undefined);
      assert.doesNotMatch(item.textEdit?.newText ?? '', /\$/);
    }
  });

  it('is nothing for files that are not there', () => {
    assert.deepEqual(provideCompletion(contextOf(files), uriOf('x.md'), 0, plain).items, []);
  });
});
