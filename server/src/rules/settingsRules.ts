import type { SettingsEntry } from '../corpus/settingsFile.js';
import { schemaCheck } from '../sidecars/validate.js';
import { nearest } from '../text/didYouMean.js';
import { mapGet } from '../text/yamlTree.js';
import type { Remark } from './finding.js';
import type { SettingsRule } from './rule.js';
import { schema } from './schema.js';
import { settingsSchema } from './settingsSchema.js';
import { yamlSyntax } from './yamlSyntax.js';

/** `policy-facts.yaml` is not valid YAML. */
export const settingsSyntax: SettingsRule = {
  kind: 'settings',
  code: yamlSyntax.code,
  level: yamlSyntax.level,
  summary: yamlSyntax.summary,
  *check({ uri, content }) {
    for (const { message, span } of content.tree.problems) {
      yield { uri, span, message, related: [] };
    }
  },
};

const checkShape = schemaCheck(settingsSchema);

/** A setting that does not exist, or has a value it cannot have. */
export function settingsShape(codes: readonly string[]): SettingsRule {
  return {
    kind: 'settings',
    code: schema.code,
    level: schema.level,
    summary: schema.summary,
    *check(entry) {
      for (const { message, span } of checkShape(entry.content.tree.root)) {
        yield { uri: entry.uri, span, message, related: [] };
      }
      yield* unknownCodes(entry, codes);
    },
  };
}

function* unknownCodes(
  { uri, content }: SettingsEntry,
  codes: readonly string[],
): Iterable<Remark> {
  const { root } = content.tree;
  const rules = root?.kind === 'map' ? mapGet(root, 'rules') : undefined;
  for (const { key } of rules?.kind === 'map' ? rules.entries : []) {
    if (!codes.includes(key.text)) {
      const meant = nearest(key.text, codes);
      const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
      yield {
        uri,
        span: key.span,
        message: `There is no rule \`${key.text}\`.${hint}`,
        related: [],
      };
    }
  }
}
