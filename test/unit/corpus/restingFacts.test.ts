import assert from 'node:assert/strict';
import type { BoundFact } from '../../../server/src/corpus/boundFact.js';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { root, uriOf } from '../rules/world.js';

const text = `article: {published: 2010-05}
facts:
  - {subject: pct, property: count, place: England, value: 152}
  - {subject: pct, property: count, place: england, value: ~40, asOf: 2010, saidBy: union}
  - {id: gone, subject: pct, property: count, value: 1, from: 2010, until: 2009}
  - {subject: pct, property: status, value: under review, modality: planned, polarity: negative}
  - {subject: pct, property: budget, value: £5bn, saidBy: [anonymous, union], saidAs: an aide}
  - {subject: pct}
`;

const plain = (bound: BoundFact): unknown => {
  const { subject, propertyId, property, conditions, slot, value, valueText, time } = bound;
  const { voices, packed, problems, uri, position, span, article } = bound;
  return [
    [subject, propertyId, property, conditions, slot, value, valueText, time],
    [voices, packed, problems, uri, position, span, article.id],
  ];
};

describe('facts that rest', () => {
  let corpus: Corpus;

  const facts = (): readonly BoundFact[] => corpus.sidecar(uriOf('a.facts.yaml'))?.facts ?? [];
  const forNow = (): readonly BoundFact[] =>
    corpus.sidecar(uriOf('a.facts.yaml'))?.factsForNow ?? [];

  beforeEach(() => {
    corpus = new Corpus();
    corpus.setFile({ uri: uriOf('a.facts.yaml'), root, text });
  });

  it('say what they said', () => {
    const before = facts().map(plain);
    corpus.rest(uriOf('a.facts.yaml'));
    assert.deepEqual(forNow().map(plain), before);
    assert.deepEqual(facts().map(plain), before);
  });

  it('are other objects, but for those that somebody keeps', () => {
    const [first, second] = facts();
    assert.ok(first !== undefined && second !== undefined);
    corpus.hold(second);
    corpus.rest(uriOf('a.facts.yaml'));
    assert.notEqual(forNow()[0], first);
    assert.ok(forNow()[0]?.isSame(first));
    assert.equal(forNow()[1], second);
    assert.equal(facts()[1], second);
  });

  it('are one object once somebody keeps them, which follows an edit', () => {
    corpus.rest(uriOf('a.facts.yaml'));
    const slot = facts()[0]?.slot ?? assert.fail();
    corpus.rest(uriOf('a.facts.yaml'));
    const [kept] = corpus.factsInSlot(slot);
    assert.ok(kept !== undefined);
    assert.equal(corpus.factsInSlot(slot)[0], kept);
    const before = kept.span.start;
    corpus.setFile({ uri: uriOf('a.facts.yaml'), root, text: `# More.\n${text}` });
    assert.equal(facts()[0], kept);
    assert.equal(kept.span.start, before + '# More.\n'.length);
  });

  it('share a slot where only the case of a condition differs', () => {
    const slot = facts()[0]?.slot ?? assert.fail();
    assert.equal(corpus.factsInSlotForNow(slot).length, 2);
    corpus.rest(uriOf('a.facts.yaml'));
    assert.equal(corpus.factsInSlotForNow(slot).length, 2);
    assert.deepEqual([...corpus.slotKeys()].includes(slot), true);
  });

  it('are gone with their file', () => {
    corpus.rest(uriOf('a.facts.yaml'));
    corpus.removeFile(uriOf('a.facts.yaml'));
    assert.deepEqual([...corpus.slotKeys()], []);
    assert.deepEqual([...corpus.eachTopic()], []);
    assert.deepEqual(corpus.factsAbout('pct'), []);
  });
});
