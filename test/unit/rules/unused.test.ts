import assert from 'node:assert/strict';
import { told, type Files } from './world.js';

/* Definitions that nothing uses and nothing mentions. */

const none: readonly string[] = [];

function at(definitions: string, more: Files = {}): readonly string[] {
  return told('unused-definition', { 'r.facts.yaml': `${definitions}\n`, ...more });
}

const board = 'organisations: {board: {name: Health Board, aliases: [the Board]}}';

describe('unused-definition', () => {
  for (const [definitions, id] of [
    [board, 'board'],
    ['people: {ann: {name: Ann Other}}', 'ann'],
    ['places: {essex: {name: Essex}}', 'essex'],
    ['documents: {paper: {name: White Paper}}', 'paper'],
    ['properties: {beds: {type: quantity}}', 'beds'],
  ] as const) {
    it(`speaks of ${definitions}`, () => {
      assert.deepEqual(at(definitions), [`r.facts.yaml: ${id}`]);
    });
  }

  it('speaks of a name that an article has only as a common word', () => {
    const definitions = 'organisations: {reform: {name: Reform}}';
    assert.deepEqual(at(definitions, { 'a.md': 'They want reform.\n' }), ['r.facts.yaml: reform']);
    assert.deepEqual(at(definitions, { 'a.md': 'They work for Reform.\n' }), none);
  });

  for (const [name, more] of [
    ['a mention', { 'a.md': 'The Health Board met.\n' }],
    ['a mention by another name', { 'a.txt': 'So the Board met.\n' }],
    ['the publisher of an article', { 'a.md': '---\npublisher: board\n---\nWords.\n' }],
    ['the author of an article', { 'a.md': '---\nauthor: board\n---\nWords.\n' }],
    ['the publisher in a sidecar', { 'a.facts.yaml': 'article: {publisher: board}\n' }],
    ['a subject', { 'a.facts.yaml': 'facts: [{subject: board, property: count, value: 1}]\n' }],
    [
      'a speaker',
      { 'a.facts.yaml': 'facts: [{subject: x, property: count, value: 1, saidBy: board}]\n' },
    ],
    ['a value', { 'a.facts.yaml': 'facts: [{subject: x, property: owner, value: board}]\n' }],
    [
      'one of several values',
      { 'a.facts.yaml': 'facts: [{subject: x, property: owner, value: [y, board]}]\n' },
    ],
    ['the whole of another', { 'b.facts.yaml': 'organisations: {x: {name: X, partOf: board}}\n' }],
    [
      'a post',
      { 'b.facts.yaml': 'people: {x: {name: X, roles: [{post: Chair, organisation: board}]}}\n' },
    ],
    ['an event', { 'b.facts.yaml': 'events: {x: {type: merger, subject: board}}\n' }],
    [
      'the publisher of a document',
      { 'b.facts.yaml': 'documents: {x: {name: X, publisher: board}}\n' },
    ],
  ] as const) {
    it(`is silent on ${name}`, () => {
      const owner = '\nproperties: {owner: {type: entity}}';
      assert.ok(!at(board + owner, more).includes('r.facts.yaml: board'));
    });
  }

  it('is silent on an event, and on a built-in property that is declared again', () => {
    assert.deepEqual(at('events: {x: {type: merger, date: 2006}}'), none);
    assert.deepEqual(at('properties: {count: {type: quantity, separators: [place]}}'), none);
  });

  it('is silent on a place of a fact, and on a place with a part that is used', () => {
    const places = 'places: {england: {name: England}, essex: {name: Essex, partOf: england}}';
    const fact = 'facts: [{subject: x, property: count, value: 1, place: essex}]\n';
    assert.deepEqual(at(places, { 'a.facts.yaml': fact }), none);
  });
});
