/*
 * More files with several versions each, for what depends on many files at once: articles based on
 * each other, roles, events, places and their parts, figures in articles, definitions that come in
 * and out of use.
 */

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [PCTs], dissolved: 2013-03-31, successors: [ccg]}
  ccg: {name: Commissioning groups, founded: 2013-04-01}
  pair: {name: The Pair, kind: group, members: [pct, ccg]}
places: {england: {name: England}, essex: {name: Essex, partOf: england}, kent: {name: Kent, partOf: england}}
`;

export const topicPool: Readonly<Record<string, readonly string[]>> = {
  'register.facts.yaml': [
    register,
    // In what only tells of a body, in names, in where a body is, and in what one is.
    register.replace('pct: {', 'pct: {description: All of them, '),
    register.replace('Primary care', 'All the').replace('{name: Essex', '{name: Old Essex'),
    register.replace('kind: group', 'kind: group, place: essex'),
    register.replace('organisations:', 'people: {ccg: {name: C}}\norganisations:'),
    `organisations:
  pct: {name: Primary care trusts, aliases: [PCTs], founded: 2012, successors: [ccg]}
  ccg: {name: Commissioning groups, founded: 2011, predecessors: [pct], successors: [pct]}
places: {england: {name: England}, essex: {name: Essex}, kent: {name: Kent, partOf: essex}}
`,
    `organisations:
  pct: {name: Trusts, dissolved: 2009}
  pair: {name: PCTs, kind: group, members: [pct]}
places: {england: {name: The North}, essex: {name: England, partOf: england}}
`,
    'organisations: {pct: {name: PCTs}}\nproperties: {count: {type: quantity, separators: [place]}, owner: {type: text}}\n',
  ],
  'people.facts.yaml': [
    `people:
  ann: {name: Ann Other, roles: [{post: Chair, organisation: pct, from: 2005, until: 2008, soleHolder: true}]}
  bob: {name: Bob Third, roles: [{post: Chair, organisation: pct, asOf: 2006, soleHolder: true}]}
properties: {owner: {type: entity}}
`,
    `people:
  ann: {name: Ann Fourth, roles: [{post: Chair, organisation: ccg, from: 2005, until: 2008, soleHolder: true}]}
`,
    '# moved down\npeople:\n  bob: {name: PCTs, roles: [{post: chair, organisation: pct, from: 2007, until: 2009, soleHolder: true}]}\n',
  ],
  'events.facts.yaml': [
    'events: {mergers: {type: merger, subject: pct, property: count, place: england, before: 303, after: 152, by: 150, date: 2006-10-01}}\n',
    'events: {mergers: {type: merger, subject: pct, property: count, after: 151, date: 2010-01}, later: {type: merger, subject: pct, property: count, after: 90, date: 2012}}\n',
    'article: {status: draft}\nevents: {mergers: {type: merger, subject: pct, property: count, place: england, after: 152, date: 2006-10-01}}\n',
    'events: {mergers: {type: merger, subject: ccg, property: owner, date: 2006}}\n',
  ],
  'events.md': ['---\nstatus: draft\n---\nWords.\n', 'Words.\n'],
  'a.md': [
    '---\npublished: 2010-07-12\n---\nSo all 151 PCTs save. Six PCTs in Essex do not. England’s 150 PCTs too.\n',
    '---\npublished: 2010-07-12\nbasedOn: b\npublisher: ccg\n---\nSo England’s 152 PCTs save.\n',
    '---\npublished: 2010-07-12\n---\nAll 150 PCTs save. All 151 trusts save. Ann Other left.\n',
    'So all 151 PCTs save.\n',
  ],
  'a.facts.yaml': [
    'facts:\n  - {id: x, subject: pct, property: count, place: england, value: 151, quote: all 151 PCTs}\n',
    'article: {basedOn: [b]}\nfacts:\n  - {id: x, subject: pct, property: count, place: england, value: 152, saidBy: ccg}\n',
    'article: {published: 2010-07-01, basedOn: [c]}\nfacts:\n  - {id: x, subject: pct, property: count, place: essex, value: 6, asOf: 2009}\n',
    'facts: [{subject: pct, property: owner, value: [ann, kent]}, {subject: pair, property: count, value: 3}]\n',
  ],
  'b.md': [
    '---\npublished: 2010-06-01\nbasedOn: c\n---\nWords.\n',
    '---\npublished: 2010-06-01\n---\nThe PCTs of Kent.\n',
    '---\npublished: 2010-06-01\nbasedOn: a\nid: c\n---\nCommissioning groups.\n',
  ],
  'b.facts.yaml': [
    'facts:\n  - {id: y, subject: pct, property: count, place: england, value: 152}\n  - {id: z, subject: pct, property: share, value: 60%, derivedFrom: [a#x, y]}\n',
    'article: {basedOn: [c], published: 2010-06}\nfacts:\n  - {id: y, subject: pct, property: count, place: essex, value: 100}\n  - {subject: pct, property: count, value: 152}\n',
    'article: {basedOn: [a], published: 2010-06}\nfacts:\n  - {subject: pct, property: count, place: england, value: 152, modality: planned, asOf: 2010-07}\n',
  ],
  'c.facts.yaml': [
    'article: {published: 2010-05}\nfacts:\n  - {id: x, subject: pct, property: count, place: england, value: 152}\n  - {subject: pct, property: count, place: kent, value: 99}\n',
    'article: {published: 2010-05, basedOn: [a]}\nfacts:\n  - {subject: pct, property: count, place: england, value: 151, from: 2011, asOf: 2010-07}\n',
    'article: {published: 2010-05, status: draft, id: b}\nfacts:\n  - {subject: pct, property: count, place: england, value: 152, quote: none}\n',
  ],
  'd.facts.yaml': [
    'article: {published: 2010-05, basedOn: [b]}\nfacts:\n  - {subject: pct, property: count, place: england, value: 152}\n  - {subject: pct, property: count, place: kent, value: 60}\n',
    'article: {published: 2010-05, basedOn: [a, b]}\nfacts:\n  - {subject: pct, property: count, place: england, value: 151}\n',
  ],
};
