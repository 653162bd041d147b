import assert from 'node:assert/strict';
import { thingAt } from '../../../server/src/features/thingAt.js';
import { usesIn } from '../../../server/src/features/usesIn.js';
import { contains } from '../../../server/src/text/span.js';
import { uriOf, worldOf } from '../rules/world.js';

const block = `article:
  publisher: nhs
  basedOn: [other]
facts:
  - id: first
    subject: pct
    property: visits
    value: 12
    place: &town leeds
    saidBy: [nhs, ada]
    disputes: [second]
    quote: twelve visits
  - id: second
    subject: nhs
    property: members
    value: [pct, ada]
  - {subject: pct, property: members, value: "pct, ada", place: *town}
organisations:
  pct: {name: Trusts, partOf: nhs}
people:
  ada:
    name: Ada
    roles:
      - {post: chair, organisation: pct}
properties:
  visits: {type: number, separators: [place]}
  members: {type: entity}
`;

const files: Readonly<Record<string, string>> = {
  'plain block lists': block,
  'a flow list without room': 'facts: [{subject: pct,value: 1},{subject: nhs,value: 2}]\n',
  'facts behind one alias': `note: &all
  - {subject: pct, property: visits, value: 1}
  - {subject: nhs, property: visits, value: 2}
facts: *all
`,
  'a fact behind an alias': `facts:
  - &one {subject: pct, property: visits, value: 1}
  - *one
  - subject: nhs
`,
  'half typed': 'facts:\n  - subject: pct\n    value: [nhs, \n  - subject: nhs\n',
};

describe('what an offset of a sidecar touches', () => {
  for (const [name, text] of Object.entries(files)) {
    it(`is the first use of an id there: ${name}`, () => {
      const { corpus } = worldOf({ 'a.facts.yaml': text });
      const uri = uriOf('a.facts.yaml');
      const uses = usesIn(corpus, uri);
      assert.ok(uses.length > 0);
      for (let offset = 0; offset <= text.length; offset++) {
        const thing = thingAt(corpus, uri, offset);
        const expected = uses.find((use) => contains(use.span, offset));
        assert.deepEqual(
          thing?.kind === 'use' ? thing.use : undefined,
          expected,
          `at ${String(offset)}`,
        );
      }
    });
  }
});
