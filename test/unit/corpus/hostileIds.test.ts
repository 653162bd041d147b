import assert from 'node:assert/strict';
import { checkFiles, inOneLine, uriOf, worldOf, type Files } from '../rules/world.js';

/* Every word a person may choose is an ordinary word, whatever it means to JavaScript, YAML or JSON. */

const ids = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'prototype',
  'toString',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  'then',
  'null',
  'true',
  '~',
  '0',
  '-1',
  '1e3',
  '0x1F',
  '<<',
  '*a',
  '&a',
  '!tag',
  '[x]',
  '{x}',
  'a b',
  ' a',
  'a#b',
  '#',
  '/',
  '~1',
  'a/b~0',
  '"',
  "'",
  '\\',
  '$&',
  'é',
  'ﬁ',
  'ı',
  '𝒳',
  '\u202e',
  '\ud800',
  'a\nb',
  'x'.repeat(5000),
];

function conflict(id: string): Files {
  const quoted = JSON.stringify(id);
  const fact = (value: number): string =>
    `facts:\n  - {id: ${quoted}, subject: ${quoted}, property: ${quoted}, value: ${value}, asOf: 2010-07-12, qualifiers: {${quoted}: ${quoted}}}\n`;
  return {
    'register.facts.yaml': `organisations:\n  ${quoted}: {name: ${quoted}, aliases: [${quoted}]}\nproperties:\n  ${quoted}: {type: quantity}\n`,
    'a.facts.yaml': fact(1),
    'b.facts.yaml': fact(2),
    'a.md': `Words with ${id} in them.\n`,
  };
}

describe('ids of every kind', () => {
  for (const id of ids) {
    // A key of more than 1024 characters is no key in YAML.
    const isReadable = id.length < 1000;
    it(JSON.stringify(id.slice(0, 20)), () => {
      const findings = checkFiles(conflict(id));
      if (isReadable) {
        const found = findings.filter(({ code }) => code === 'value-conflict');
        assert.equal(found.length, 2, findings.map(inOneLine).join('\n'));
        assert.ok(
          !findings.some(({ code }) => code === 'unknown-reference'),
          findings.map(inOneLine).join('\n'),
        );
      }
    });
  }

  it('are looked up among those that are defined, not among what objects have', () => {
    for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const findings = checkFiles({
        'a.facts.yaml': `facts: [{subject: ${id}, property: ${id}, value: 1, saidBy: ${id}, supersedes: ${id}, denies: "${id}#${id}"}]\n`,
      });
      const told = findings.filter(({ code }) => code === 'unknown-reference');
      assert.equal(told.length, 5, told.map(inOneLine).join('\n'));
    }
  });

  it('two definitions of such an id are two definitions', () => {
    const findings = checkFiles({
      'a.facts.yaml': 'organisations: {__proto__: {name: A}}\n',
      'b.facts.yaml': 'organisations: {__proto__: {name: B}}\n',
    });
    assert.equal(findings.filter(({ code }) => code === 'duplicate-id').length, 2);
  });

  it('an article may have such an id', () => {
    const { corpus } = worldOf({
      'a.facts.yaml': 'article: {id: __proto__}\n',
      'a.md': 'Words.\n',
    });
    assert.deepEqual(corpus.filesOfArticleId('__proto__'), [uriOf('a.facts.yaml')]);
    assert.deepEqual(corpus.filesOfArticleId('constructor'), []);
  });
});
