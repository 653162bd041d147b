import type { SidecarRule } from './rule.js';

/** The file is not valid YAML where this stands. */
export const yamlSyntax: SidecarRule = {
  kind: 'sidecar',
  code: 'yaml-syntax',
  level: 'error',
  summary: 'The sidecar is not valid YAML here.',
  *check({ uri, content }) {
    for (const { message, span } of content.yamlProblems) {
      yield { uri, span, message, related: [] };
    }
  },
};
