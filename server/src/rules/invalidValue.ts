import type { SidecarRule } from './rule.js';

/** A value that cannot be read as its property's type, or is outside its bounds. */
export const invalidValue: SidecarRule = {
  kind: 'sidecar',
  code: 'invalid-value',
  level: 'error',
  summary: 'A value that its property cannot have.',
  *check({ uri, facts }) {
    for (const { problems } of facts) {
      for (const { kind, message, span } of problems) {
        if (kind === 'value') {
          yield { uri, span, message, related: [] };
        }
      }
    }
  },
};
