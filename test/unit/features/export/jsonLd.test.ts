import assert from 'node:assert/strict';
import jsonld, { type ContextDefinition, type JsonLdDocument } from 'jsonld';
import { exportFacts } from '../../../../server/src/features/export/exportedFact.js';
import { exportJsonLd } from '../../../../server/src/features/export/jsonLdExport.js';
import { root, worldOf, type Files } from '../../rules/world.js';

const schema = 'https://schema.org/';
const oa = 'http://www.w3.org/ns/oa#';

/** Words of every kind around the quotes: emoji, joined emoji, combining marks, marks of Markdown. */
const files: Files = {
  'register.facts.yaml': `organisations:
  pct: {name: Primary care trusts, aliases: [PCTs]}
  herald: {name: The Herald}
  "a b/#?": {name: 'Odd "one" 🦉'}
people:
  jane-doe: {name: Jane Doe}
places:
  england: {name: England}
`,
  'north/a b 🦉.md':
    '\uFEFF# Trusts 👩‍👩‍👧 today\r\n\r\nCafe\u0301 𝒳 owners say: **all 152** PCTs 🙂 stay. Jane\u0301 Doe\r\ncounts 6 🦉🦉 of them.\r\n',
  'north/a b 🦉.facts.yaml': `article: {id: "a b", title: Trusts, publisher: herald, published: 2010-07-12, url: "javascript:alert(1)", basedOn: [older]}
facts:
  - {id: all, subject: pct, property: count, value: 152, place: england, from: 2006-10, until: 2013, quote: "say: all 152 PCTs 🙂"}
  - {subject: pct, property: count, value: ">5", saidBy: jane-doe, modality: planned, quote: {exact: "counts 6 🦉🦉", prefix: "Doe "}}
  - {subject: "a b/#?", property: count, value: ~40, saidBy: [anonymous, nobody-known], saidAs: a spokesman, polarity: negative, quote: not there}
`,
  'plain.facts.yaml':
    'article: {published: 2010~}\nfacts:\n  - {subject: pct, property: cost, value: £1.10, asOf: 2011}\n',
};

type Node = Record<string, unknown>;

/** Nothing is fetched: a context that is not in the document is a fault. */
function documentLoader(url: string): never {
  throw new Error(`${url} is not in the document`);
}

async function reimported(): Promise<readonly Node[]> {
  const document = JSON.parse([...exportJsonLd(worldOf(files).corpus)].join('')) as object;
  return await jsonld.expand(document, { documentLoader });
}

/** The one thing under a key of an expanded node. */
function only(node: Node | undefined, key: string): Node | undefined {
  const values = (node?.[key] ?? []) as Node[];
  assert.ok(values.length <= 1, `${key} has ${values.length} values`);
  return values[0];
}

function literal(node: Node | undefined, key: string): unknown {
  return only(node, key)?.['@value'] ?? null;
}

function each(node: Node | undefined, key: string): readonly Node[] {
  return (node?.[key] ?? []) as Node[];
}

function ofType(nodes: readonly Node[], type: string): readonly Node[] {
  return nodes.filter((node) => (node['@type'] as string[] | undefined)?.includes(type));
}

describe('JSON-LD, read by another library', () => {
  it('has the claims that were exported', async () => {
    const { corpus } = worldOf(files);
    const claims = ofType(await reimported(), `${schema}Claim`);
    const read = claims.map((claim) => {
      const statement = only(claim, `${schema}mainEntity`);
      return {
        reference: literal(claim, `${schema}identifier`),
        subject: literal(only(claim, `${schema}about`), `${schema}name`),
        property: literal(statement, `${schema}propertyID`),
        value: literal(statement, `${schema}value`),
        min: literal(statement, `${schema}minValue`),
        max: literal(statement, `${schema}maxValue`),
        unit: literal(statement, `${schema}unitText`),
        separators: each(statement, `${schema}valueReference`).map((one) => [
          literal(one, `${schema}propertyID`),
          literal(one, `${schema}value`),
        ]),
        authors: each(claim, `${schema}author`).map((one) => literal(one, `${schema}name`)),
        interpreter: literal(only(claim, `${schema}claimInterpreter`), `${schema}name`),
        published: literal(claim, 'urn:policy-facts:term/published'),
        modality: literal(claim, 'urn:policy-facts:term/modality'),
        polarity: literal(claim, 'urn:policy-facts:term/polarity'),
      };
    });
    const name = (id: string): string => corpus.register.nameOf(id);
    const expected = [...exportFacts(corpus)].map(({ bound, fact, value }) => {
      const publisher = bound.article.publisher;
      return {
        reference: bound.reference,
        subject: name(bound.subject),
        property: bound.propertyId,
        value: bound.valueText,
        min: value.bounds.min?.toNumber() ?? null,
        max: value.bounds.max?.toNumber() ?? null,
        unit: value.unit,
        separators: bound.conditions.map(([key, text]) => [key, text]),
        authors: bound.ownVoice
          ? publisher === null
            ? []
            : [name(publisher)]
          : fact.saidBy.map(({ value: id }) =>
              id === 'anonymous' ? fact.saidAs?.value : name(id),
            ),
        interpreter: bound.ownVoice || publisher === null ? null : name(publisher),
        published: bound.article.publishedText,
        modality: bound.modality,
        polarity: bound.negative ? 'negative' : 'positive',
      };
    });
    assert.equal(expected.length, 4);
    assert.deepEqual(read, expected);
  });

  it('has annotations whose selectors select the same words of the file, counted in code points', async () => {
    const nodes = await reimported();
    const annotations = ofType(nodes, `${oa}Annotation`);
    const claims = new Set(ofType(nodes, `${schema}Claim`).map((claim) => claim['@id']));
    const points = Array.from(files['north/a b 🦉.md']?.slice(1) ?? '');
    const found = annotations.map((annotation) => {
      assert.ok(claims.has(only(annotation, `${oa}hasBody`)?.['@id']), 'its body is a claim');
      const target = only(annotation, `${oa}hasTarget`);
      assert.equal(
        only(target, `${oa}hasSource`)?.['@id'],
        `urn:policy-facts:file/north/${encodeURIComponent('a b 🦉.md')}`,
      );
      const selectors = each(target, `${oa}hasSelector`);
      const [quote] = ofType(selectors, `${oa}TextQuoteSelector`);
      const [position] = ofType(selectors, `${oa}TextPositionSelector`);
      const exact = literal(quote, `${oa}exact`);
      if (position !== undefined) {
        const start = Number(literal(position, `${oa}start`));
        const end = Number(literal(position, `${oa}end`));
        assert.equal(points.slice(start, end).join(''), exact);
        const [prefix, suffix] = [literal(quote, `${oa}prefix`), literal(quote, `${oa}suffix`)].map(
          String,
        );
        assert.ok(
          points
            .slice(0, start)
            .join('')
            .endsWith(prefix ?? '?'),
          prefix,
        );
        assert.ok(
          points
            .slice(end)
            .join('')
            .startsWith(suffix ?? '?'),
          suffix,
        );
      }
      return [literal(annotation, 'urn:policy-facts:term/quoted'), exact, position !== undefined];
    });
    assert.deepEqual(found, [
      ['say: all 152 PCTs 🙂', 'say: **all 152** PCTs 🙂', true],
      ['counts 6 🦉🦉', 'counts 6 🦉🦉', true],
      ['not there', 'not there', false],
    ]);
  });

  it('is the same after compaction, and loses nothing as RDF', async () => {
    const text = [...exportJsonLd(worldOf(files).corpus)].join('');
    const document = JSON.parse(text) as JsonLdDocument;
    const context = (JSON.parse(text) as { '@context': ContextDefinition })['@context'];
    const options = { documentLoader };
    const expanded = await jsonld.expand(document, options);
    const compacted = await jsonld.compact(expanded, context, options);
    assert.deepEqual(await jsonld.expand(compacted, options), expanded);
    const quads = (await jsonld.toRDF(document, options)) as unknown as {
      subject: { value: string };
      predicate: { value: string };
    }[];
    const selectors = quads.filter(({ predicate }) => predicate.value === `${oa}hasSelector`);
    assert.equal(selectors.length, 5);
    const claims = quads.filter(({ predicate }) => predicate.value === `${schema}appearance`);
    assert.equal(claims.length, 4);
  });

  it('names no path of this machine and no address that is none', () => {
    const text = [...exportJsonLd(worldOf(files).corpus)].join('');
    assert.ok(!text.includes(root) && !text.includes('file:'));
    assert.ok(!text.includes('javascript:'));
  });
});
