import type { BoundFact } from '../corpus/boundFact.js';
import type { TopicRule } from './rule.js';

/** How many others must give a separator before its absence is worth a word. */
const ENOUGH = 2;

/** A fact that leaves out a separator that the others of its subject and property give. */
export const missingSeparator: TopicRule = {
  kind: 'topic',
  code: 'missing-separator',
  level: 'hint',
  summary: 'A fact leaves out a separator that the others of its subject and property give.',
  *check(facts) {
    for (const separator of facts.find(counts)?.property?.separators ?? []) {
      const { giving, without } = parted(facts, separator);
      if (giving < ENOUGH || giving <= without.length) {
        continue;
      }
      for (const { uri, fact } of without) {
        yield {
          uri,
          span: fact.property?.span ?? fact.span,
          message: `This fact has no \`${separator}\`, which ${giving} others of its subject and property have; it is not compared with them. Add \`${separator}\` if it is about one too.`,
          related: [],
          data: { fix: 'separator', key: separator },
        };
      }
    }
  },
};

function counts({ isCompared, rank }: BoundFact): boolean {
  return isCompared && rank !== 'deprecated';
}

/**
 * How many of the facts that are compared give a separator, and which do not. A topic may have thousands of facts, and
 * each key in one of them asks: nothing is made for a fact that is looked at.
 */
function parted(
  facts: readonly BoundFact[],
  separator: string,
): { readonly giving: number; readonly without: readonly BoundFact[] } {
  let giving = 0;
  const without: BoundFact[] = [];
  for (const bound of facts) {
    if (counts(bound)) {
      if (gives(bound, separator)) {
        giving++;
      } else {
        without.push(bound);
      }
    }
  }
  return { giving, without };
}

function gives({ conditions }: BoundFact, separator: string): boolean {
  for (const [key] of conditions) {
    if (key === separator) {
      return true;
    }
  }
  return false;
}
