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
    const compared = facts.filter(({ slot, rank }) => slot !== null && rank !== 'deprecated');
    for (const separator of compared[0]?.property?.separators ?? []) {
      const without = compared.filter((bound) => !gives(bound, separator));
      const giving = compared.length - without.length;
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

function gives({ conditions }: BoundFact, separator: string): boolean {
  return conditions.some(([key]) => key === separator);
}
