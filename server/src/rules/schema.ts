import { meantData } from './finding.js';
import type { SidecarRule } from './rule.js';

/** A key or value that a sidecar does not have there. */
export const schema: SidecarRule = {
  kind: 'sidecar',
  code: 'schema',
  level: 'error',
  summary: 'A key or value that does not belong here, or one that is missing.',
  *check({ uri, content, facts }) {
    for (const { message, span, meant } of content.schemaProblems) {
      yield { uri, span, message, related: [], ...meantData(meant) };
    }
    for (const { problems } of facts) {
      for (const { kind, message, span, meant } of problems) {
        if (kind === 'key') {
          yield { uri, span, message, related: [], ...meantData(meant) };
        }
      }
    }
  },
};
