/*
 * Files with several versions each, made so that they touch each other in every way: shared ids,
 * ids defined twice, names used in messages, links, events, properties, articles of one id.
 */

export const pool: Readonly<Record<string, readonly string[]>> = {
  'register.facts.yaml': [
    `organisations:
  pct: {name: Primary care trusts, aliases: [PCTs]}
  union: {name: Health Union}
places:
  england: {name: England}
events:
  mergers: {type: merger, subject: pct, property: count, date: 2006-10-01}
`,
    `organisations:
  union: {name: Union of Health}
  pct: {name: PCTs}
properties:
  count: {type: quantity, single: false}
`,
    `organisations:
  pcts: {name: Primary care trusts}
  union: &union {name: Health Union}
  pct: *union
places: {england: {name: England}, englnd: {name: Typo}}
events:
  mergers: &event {type: merger, subject: pct, date: 2001}
  again: *event
`,
    `organisations:
  pcts: {name: Primary care trusts}
  union: &union {name: Unions}
  pct: *union
events:
  mergers: &event {type: merger, subject: pct, date: 2006}
  again: *event
`,
    `organisations:
  pct: {name: "Primary care
`,
  ],
  'more.facts.yaml': [
    'organisations:\n  pct: {name: Another trust}\n',
    'organisations:\n  constructor: {name: C}\n  __proto__: {name: P}\nfacts: [{subject: __proto__, property: count, value: 1}]\n',
    'events:\n  again: {type: merger, subject: pct, date: 2006-10}\nproperties:\n  count: {type: quantity, separators: [place]}\n',
    '# a comment first\n\norganisations:\n  pct: {name: Another trust}\n',
  ],
  'a.md': [
    '---\npublished: 2010-07-12\n---\nSo 152 trusts stay in England.\n',
    'So 151 trusts stay in England. So 152 trusts stay in England.\n',
    '---\npublished: nonsense\nid: b\nstatus: draft\n---\nSo 303 trusts stay.\n',
  ],
  'a.txt': ['So 152 trusts stay in England.\n', 'Nothing of the sort.\n'],
  'a.facts.yaml': [
    `facts:
  - {id: now, subject: pct, property: count, value: 152, quote: So 152 trusts}
  - {id: said, subject: pct, property: count, value: 100, saidBy: union, disputes: b#now}
`,
    `article: {id: first, basedOn: [b]}
facts:
  - {id: now, subject: pct, property: count, place: england, value: 152, asOf: 2005}
  - {id: now, subject: pct, property: count, value: 303, supersedes: bb#now}
`,
    `article: {published: 2010-07-12, status: draft}
facts:
  - {subject: pct, property: count, value: 303, asOf: 2001}
  - {subject: union, property: count, place: england, value: 3}
`,
    'facts:\n  - {id: now, subject: pct, property: count, value: 152\n',
  ],
  'a.facts.yml': ['facts:\n  - {subject: pct, property: count, value: 150}\n'],
  'b.md': ['---\npublished: 2010-07-20\n---\nSo 148 trusts stay.\n', 'Words.\n'],
  'b.facts.yaml': [
    `facts:
  - {id: now, subject: pct, property: count, value: 148, quote: So 148 trusts}
  - {id: then, subject: pct, property: count, value: 303, until: 2006-09, saidBy: [union]}
`,
    `facts:
  - {id: noww, subject: pct, property: count, value: 148, acknowledged: [{code: value-conflict, with: a#now, reason: R}]}
  - {id: now, subject: pct, property: count, place: england, value: 148, denies: [first#now]}
`,
    `facts:
  - {subject: pct, property: count, value: 148, asOf: 2008, supersedes: [a#1, c#1]}
  - {subject: pcts, property: cuont, value: 2}
`,
    `article: {id: a}
facts:
  - {id: now, subject: pct, property: count, value: £5, rank: preferred}
`,
  ],
  'c.md': ['---\nid: a\n---\nLone words.\n', 'So 148 trusts stay.\n'],
  'sub/c.facts.yaml': [
    `article: {file: ../a.md, id: c}
facts:
  - {id: x, subject: pct, property: count, value: 7, quote: So 152 trusts}
`,
    'article: {file: ../b.md}\nfacts: [{subject: pct, property: count, value: 8}]\n',
    'article: {file: ../../b.md}\nfacts: [{subject: pct, property: count, value: 8}]\n',
  ],
};
