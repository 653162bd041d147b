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
    for (const separator of facts.find(isCompared)?.property?.separators ?? []) {
      const giving = countGiving(facts, separator);
      if (giving === 0) {
        continue;
      }
      for (const bound of facts) {
        if (!isCompared(bound) || gives(bound, separator)) {
          continue;
        }
        const { uri, fact } = bound;
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

function isCompared({ slot, rank }: BoundFact): boolean {
  return slot !== null && rank !== 'deprecated';
}

/** How many facts give a separator; 0 where these are too few for the absence of it to be worth a word. */
function countGiving(facts: readonly BoundFact[], separator: string): number {
  let [giving, without] = [0, 0];
  for (const bound of facts) {
    if (isCompared(bound)) {
      if (gives(bound, separator)) {
        giving++;
      } else {
        without++;
      }
    }
  }
  return giving < ENOUGH || giving <= without ? 0 : giving;
}

function gives({ conditions }: BoundFact, separator: string): boolean {
  return conditions.some(([key]) => key === separator);
}
