import type { BoundFact } from '../corpus/boundFact.js';
import { rootsOf } from '../corpus/lineage.js';
import { compareValues } from '../values/value.js';
import type { SlotRule } from './rule.js';

/** Facts in several articles that agree, and all go back to one of them. */
export const oneWitness: SlotRule = {
  kind: 'slot',
  code: 'one-witness',
  level: 'hint',
  summary: 'Facts of several articles agree, but all go back to one article.',
  *check(facts, corpus) {
    const live = facts.filter(({ rank, group }) => rank !== 'deprecated' && group === 'fact');
    for (const bound of live.filter(({ article }) => article.basedOn.length > 0)) {
      const agreeing: BoundFact[] = [];
      const roots = new Set<string>();
      for (const other of live) {
        if (agrees(bound, other)) {
          agreeing.push(other);
          for (const one of rootsOf(corpus, other.article)) {
            roots.add(one);
          }
          if (roots.size > 1) {
            break; // two witnesses
          }
        }
      }
      const [root] = roots;
      const articles = new Set(agreeing.map(({ article }) => article.id));
      if (
        roots.size !== 1 ||
        articles.size < 2 ||
        root === undefined ||
        root === bound.article.id
      ) {
        continue;
      }
      const { uri, span } = bound;
      yield {
        uri,
        span,
        message: `${articles.size} articles say so, but all go back to ${root}: that is one witness. A source of its own would make it two.`,
        related: originals(agreeing, root),
      };
    }
  },
};

function agrees(a: BoundFact, b: BoundFact): boolean {
  if (a.value === b.value && a.value !== null) {
    return a.negative === b.negative;
  }
  return (
    a.value !== null &&
    b.value !== null &&
    a.negative === b.negative &&
    compareValues(a.value, b.value, false, false) === 'compatible'
  );
}

function originals(
  agreeing: readonly BoundFact[],
  root: string,
): readonly { uri: string; span: BoundFact['span']; message: string }[] {
  return agreeing
    .filter(({ article }) => article.id === root)
    .map(({ uri, span }) => ({
      uri,
      span,
      message: 'The article they go back to.',
    }));
}
