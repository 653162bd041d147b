import assert from 'node:assert/strict';
import type { FeatureContext } from '../../../server/src/features/context.js';
import { provideHover } from '../../../server/src/features/hover.js';
import { root, uriOf, worldOf } from '../rules/world.js';

/* What contradicts a fact is told of that fact, wherever an edit has just put it. */

const sidecar = (comment: string): string => `# ${comment}
facts:
  - {id: a, subject: pct, property: beds, value: 10, asOf: 2010}
  - {id: b, subject: pct, property: beds, value: 12, asOf: 2012}
`;

function hoverOf(context: FeatureContext, uri: string, offset: number): string {
  return JSON.stringify(provideHover(context, uri, offset)?.contents);
}

describe('the mark of a contested fact', () => {
  it('moves with its fact, before anything is checked again', () => {
    const { corpus, checker } = worldOf({
      'register.facts.yaml':
        'organisations: {pct: {name: Trusts}}\nproperties: {beds: {name: Beds, type: quantity}}\n',
      'a.md': 'Words.\n',
      'a.facts.yaml': sidecar('A'),
      'b.md': 'Words.\n',
      'b.facts.yaml':
        'article: {title: B}\nfacts:\n  - {subject: pct, property: beds, value: 11, asOf: 2010}\n',
    });
    const context: FeatureContext = {
      corpus,
      checker,
      encoding: 'utf-16',
      markdown: true,
      rulePage: () => undefined,
    };
    const uri = uriOf('a.facts.yaml');
    const at = (text: string, id: string): number => text.indexOf(`id: ${id}`) + 4;
    const told = hoverOf(context, uri, at(sidecar('A'), 'a'));
    assert.match(told, /⚠/);
    const longer = sidecar('A comment that is longer');
    checker.note(corpus.setFile({ uri, root, text: longer }));
    assert.match(hoverOf(context, uri, at(longer, 'a')), /⚠/);
    assert.doesNotMatch(hoverOf(context, uri, at(longer, 'b')), /⚠/);
  });
});
