import type { HostileFiles } from './nesting.js';

const ids = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__defineGetter__',
  'prototype',
  'then',
  'length',
];

/** Words that every object of JavaScript knows, wherever people choose words; and text to be shown. */
export function prototypes(): HostileFiles {
  const definitions = (fields: (id: string) => string): string =>
    ids.map((id) => `  ${id}: {${fields(id)}}\n`).join('');
  const shown =
    '[x](command:evil) ![x](http://a/b.png) <script>alert(1)</script> <img src=x onerror=y> `a` $(zap) javascript:x';
  const quoted = JSON.stringify(shown);
  return {
    'prototypes/register.facts.yaml':
      `organisations:\n${definitions((id) => `name: The ${id}, partOf: ${id}, identifiers: {${id}: ${id}}`)}` +
      `people:\n${definitions((id) => `name: Mr ${id}`)}places:\n${definitions((id) => `name: ${id} town`)}` +
      `properties:\n${definitions((id) => `name: ${id}, separators: [${ids.join(', ')}], unit: ${id}`)}` +
      `events:\n${definitions((id) => `type: ${id}, subject: ${id}, property: ${id}, date: 2010`)}`,
    'prototypes/facts.facts.yaml':
      `article: {id: __proto__, publisher: constructor, basedOn: [__proto__, toString]}\nfacts:\n` +
      ids
        .map(
          (id) =>
            `  - {id: ${id}, subject: ${id}, property: ${id}, value: ${id}, ${id}: ${id}, qualifiers: {${id}: ${id}}, saidBy: ${id}, modality: ${id}, rank: ${id}, unit: ${id}, denies: '${id}#${id}', acknowledged: [{code: ${id}, with: ${id}, reason: ${id}}]}\n`,
        )
        .join(''),
    'prototypes/facts.md': `The ${ids.join(', the ')} and 3 ${ids.join(', 4 ')}.\n`,
    'prototypes/shown.facts.yaml':
      `organisations:\n  shown: {name: ${quoted}, aliases: [Shown Body], description: ${quoted}, url: "javascript:alert(1)", identifiers: {wikidata: ${quoted}}, kind: ${quoted}}\n` +
      `article: {title: ${quoted}, author: ${quoted}, url: "command:evil"}\n` +
      `facts:\n  - {id: shown, subject: shown, property: status, value: ${quoted}, note: ${quoted}, quote: Shown Body, saidAs: ${quoted}, saidBy: anonymous}\n` +
      `  - {subject: shown, property: count, value: 3, quote: 3 of, unit: ${quoted}}\n`,
    'prototypes/shown.md': `Shown Body has 3 of ${shown}.\n`,
  };
}
