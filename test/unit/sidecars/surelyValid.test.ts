import assert from 'node:assert/strict';
import { sidecarSchema } from '../../../server/src/sidecars/sidecarSchema.js';
import { shapeOf, type Shape } from '../../../server/src/sidecars/surelyValid.js';
import { validateSidecar } from '../../../server/src/sidecars/validate.js';
import { parseYaml, readYamlTape } from '../../../server/src/text/yamlTree.js';
import { tapeOf } from '../../../server/src/text/yamlTapeTree.js';
import { broken } from '../text/brokenYaml.js';
import { pieces } from '../text/scannerTrial.js';
import { SeededRandom } from '../text/seededRandom.js';

/* What the quick check calls valid, ajv must call valid. It calls all of it valid, too: it is exact. */

const wholes = [
  'facts:\n  - {subject: VALUE, property: b, value: 1}\n',
  'facts:\n  - {subject: a, property: b, value: 1, rank: VALUE}\n',
  'facts:\n  - {id: a-1, subject: pct, property: count, value: VALUE, WORD: VALUE, rank: deprecated, reason: VALUE}\n',
  'facts:\n  - subject: pct\n    property: VALUE\n    value: {amount: VALUE, approximate: VALUE}\n    rank: VALUE\n    modality: VALUE\n',
  'facts:\n  - {id: VALUE, subject: a, property: b, value: 1, quote: [VALUE, {exact: VALUE, WORD: x}], saidBy: [VALUE]}\n',
  'organisations: {WORD: {name: VALUE, aliases: VALUE, founded: VALUE, identifiers: {WORD: VALUE}}}\n',
  'people: {ann: {name: Ann, roles: [{post: VALUE, soleHolder: VALUE, from: VALUE}, VALUE]}}\n',
  'properties: {p: {type: VALUE, min: VALUE, integer: VALUE, separators: [VALUE]}}\nevents: {e: {type: VALUE, date: VALUE}}\n',
  'article: {author: VALUE, published: VALUE, status: VALUE, basedOn: VALUE, source: {page: VALUE, WORD: VALUE}}\n',
  'WORD: VALUE\n',
  'facts:\n  - &a {subject: pct, property: count, value: VALUE}\n  - *a\n  - {<<: *a, WORD: VALUE}\n',
];
const values = [
  ...['x', '~', 'null', '""', '1', '-1.5', '.5', '1.', '+3', '1e3', '1e999', '0x1f', '2006-05', '3.10', 'True'],
  ...['true', 'FALSE', 'fALSE', '"true"', '[a, 1]', '[]', '{}', '{a: b}', '[[a]]', 'planned', 'plannned'],
  ...['deprecated', '"deprecated"', 'draft', 'merger', 'quantity', 'my-id', 'My Id', '1-1', '£5bn', 'tea', 'fee'],
]; // prettier-ignore
const words = [
  ...['name', 'note', 'quote', 'place', '__proto__', 'constructor', 'toString', '"a b"', '1', 'prefix', 'facts'],
  ...['my-id', 'My_Id', 'page', 'reason', 'acknowledged', 'organisations', 'modality', 'polarity', 'url'],
]; // prettier-ignore

function text(random: SeededRandom): string {
  if (random.chance(0.2)) {
    const piece = random.pick(pieces);
    return random.chance(0.5) ? piece : broken(piece, random);
  }
  const filled = random
    .pick(wholes)
    .replaceAll('VALUE', () => (random.chance(0.4) ? 'true' : random.pick(values)))
    .replaceAll('WORD', () => random.pick(words));
  return random.chance(0.2) ? broken(filled, random) : filled;
}

interface Verdict {
  readonly quick: boolean;
  readonly ajv: boolean;
}

function verdict(source: string, shape: Shape): Verdict {
  const { tape, root } = readYamlTape(source);
  const quick = shape(tape, 0);
  tape.release();
  return { quick, ajv: validateSidecar(root()).length === 0 };
}

describe('what is surely valid', () => {
  const sound = shapeOf(sidecarSchema);

  it('is valid, and all that is valid is', () => {
    const random = new SeededRandom(20060530);
    let valid = 0;
    for (let count = 0; count < 2_000; count++) {
      const source = text(random);
      const { quick, ajv } = verdict(source, sound);
      assert.equal(quick, ajv, JSON.stringify(source));
      valid += ajv ? 1 : 0;
    }
    assert.ok(valid > 200, `${valid} valid`);
  }).timeout(120_000);

  it('is the same of what the parser has read', () => {
    for (const piece of pieces.slice(0, 40)) {
      const { root } = parseYaml(piece);
      assert.equal(sound(tapeOf(root, piece), 0), validateSidecar(root).length === 0, piece);
    }
  }).timeout(60_000);

  it('is nothing where a schema says what is not understood', () => {
    const { tape } = readYamlTape('a: b\n');
    assert.ok(shapeOf({ type: 'object' })(tape, 0));
    for (const schema of [
      { minProperties: 1 },
      { properties: { a: { maxLength: 3 } } },
      { additionalProperties: { not: {} } },
      { enum: [1] },
      { if: { type: 'object' }, then: {} },
    ]) {
      assert.ok(!shapeOf(schema)(tape, 0), JSON.stringify(schema));
    }
    tape.release();
  });

  const json = JSON.stringify(sidecarSchema);
  const faults: Record<string, readonly [from: string, to: string]> = {
    'a word is missing from an enum': ['"deprecated"]', '"deprecated","planned"]'],
    'ids may be anything': ['"type":"string","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$"', '"type":"string"'],
    'ids of definitions may be anything': ['"propertyNames":{"pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$"}', '"propertyNames":{"pattern":""}'],
    'a key is not required': ['"required":["subject","property","value"]', '"required":["subject","property"]'],
    'a reason is not asked for': ['"required":["reason"]', '"required":[]'],
    'any key is allowed': ['"additionalProperties":false', '"additionalProperties":true'],
    'a number will do for a word': ['"subject":{"type":"string"', '"subject":{"type":["string","number"]'],
    'items are not looked at': ['"items":{"type":["string","number"]}', '"items":{}'],
  }; // prettier-ignore
  for (const [what, [from, to]] of Object.entries(faults)) {
    it(`would be noticed to be wrong if ${what}`, () => {
      assert.ok(json.includes(from));
      const faulty = shapeOf(JSON.parse(json.replaceAll(from, to)) as object);
      const random = new SeededRandom(1);
      for (let tried = 0; ; tried++) {
        assert.ok(tried < 20_000, 'not found');
        const { quick, ajv } = verdict(text(random), faulty);
        if (quick && !ajv) {
          break;
        }
      }
    }).timeout(60_000);
  }
});
