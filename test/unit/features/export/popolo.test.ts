import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { exportPopolo } from '../../../../server/src/features/export/popoloExport.js';
import { worldOf, type Files } from '../../rules/world.js';
import { popoloSchema } from './popoloSchema.js';
import { seedFiles } from './seedFiles.js';

interface Popolo {
  readonly persons: readonly object[];
  readonly organizations: readonly { readonly id: string }[];
  readonly memberships: readonly object[];
  readonly posts: readonly { readonly id: string }[];
  readonly areas: readonly object[];
}

function popoloOf(files: Files): Popolo {
  return JSON.parse([...exportPopolo(worldOf(files).corpus)].join('')) as Popolo;
}

function assertValid(document: Popolo): void {
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(popoloSchema);
  assert.ok(validate(document), ajv.errorsText(validate.errors));
}

describe('Popolo JSON', () => {
  it('has people, organisations, posts and memberships, with dates as they are known', () => {
    const document = popoloOf({
      'register.facts.yaml': `organisations:
  dh: {name: Department of Health, kind: government, founded: 1988~, dissolved: 2018-01, place: england, url: "https://example.org/dh", identifiers: {wikidata: Q1, ods: 0012}, members: [jane-doe, nhs]}
  nhs: {name: NHS, aliases: [National Health Service], partOf: dh, url: "javascript:alert(1)", description: Care.}
people:
  jane-doe:
    name: Jane Doe
    aliases: [Dr Doe]
    roles:
      - {post: Health secretary, organisation: dh, from: 2010-05-12, until: 2012~, soleHolder: true}
      - {post: Commentator}
  john-roe: {name: John Roe, roles: [{post: Health secretary, organisation: dh, asOf: 2013}]}
places:
  england: {name: England, partOf: uk}
`,
    });
    assertValid(document);
    const secretary = '["dh","Health secretary"]';
    assert.deepEqual(document, {
      persons: [
        {
          id: 'jane-doe',
          name: 'Jane Doe',
          other_names: [{ name: 'Dr Doe' }],
          identifiers: [],
          links: [],
        },
        { id: 'john-roe', name: 'John Roe', other_names: [], identifiers: [], links: [] },
      ],
      organizations: [
        {
          id: 'dh',
          name: 'Department of Health',
          other_names: [],
          identifiers: [
            { scheme: 'wikidata', identifier: 'Q1' },
            { scheme: 'ods', identifier: '0012' },
          ],
          links: [{ url: 'https://example.org/dh' }],
          classification: 'government',
          area_id: 'england',
          dissolution_date: '2018-01',
          edtf: { founding_date: '1988~' },
        },
        {
          id: 'nhs',
          name: 'NHS',
          other_names: [{ name: 'National Health Service' }],
          identifiers: [],
          links: [],
          parent_id: 'dh',
          abstract: 'Care.',
        },
      ],
      memberships: [
        {
          id: 'jane-doe#1',
          person_id: 'jane-doe',
          organization_id: 'dh',
          role: 'Health secretary',
          post_id: secretary,
          start_date: '2010-05-12',
          edtf: { end_date: '2012~' },
        },
        {
          id: 'jane-doe#2',
          person_id: 'jane-doe',
          role: 'Commentator',
          post_id: '[null,"Commentator"]',
        },
        {
          id: 'john-roe#1',
          person_id: 'john-roe',
          organization_id: 'dh',
          role: 'Health secretary',
          post_id: secretary,
          as_of: '2013',
        },
        { id: 'dh#member-1', organization_id: 'dh', person_id: 'jane-doe' },
        { id: 'dh#member-2', organization_id: 'dh', member: { id: 'nhs', name: 'NHS' } },
      ],
      posts: [
        {
          id: secretary,
          label: 'Health secretary',
          role: 'Health secretary',
          organization_id: 'dh',
        },
        { id: '[null,"Commentator"]', label: 'Commentator', role: 'Commentator' },
      ],
      areas: [{ id: 'england', name: 'England', parent_id: 'uk' }],
    });
  });

  it('is valid for the sample register, each id once', () => {
    const document = popoloOf(seedFiles());
    assertValid(document);
    const ids = document.organizations.map(({ id }) => id);
    assert.ok(ids.length > 20);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it('takes ids of every kind', () => {
    const document = popoloOf({
      'a.facts.yaml':
        'organisations:\n  __proto__: {name: constructor}\n  "\\ud800": {name: "\\0"}\npeople:\n  "a b": {roles: [{post: __proto__, organisation: __proto__, from: nonsense}]}\n',
    });
    assertValid(document);
    assert.deepEqual(document.organizations.map(({ id }) => id).sort(), ['__proto__', '\uFFFD']);
  });
});
