import { builtInProperties } from '../corpus/property.js';
import { idKey } from '../corpus/register.js';
import type { SidecarRule } from './rule.js';

/** Defined, and neither used in a sidecar nor mentioned in an article. */
export const unusedDefinition: SidecarRule = {
  kind: 'sidecar',
  code: 'unused-definition',
  level: 'hint',
  summary: 'Defined, but never used or mentioned.',
  *check({ uri, content }, corpus) {
    for (const { kind, id, name } of content.definitions) {
      if (kind === 'event' || builtInProperties.has(id.value)) {
        continue; // an event explains a change by being there
      }
      if (!corpus.isUsed(idKey(kind, id.value)) && !corpus.isMentioned(kind, id.value)) {
        yield {
          uri,
          span: id.span,
          message: `${name?.value ?? id.value} is defined, but no sidecar uses it and no article mentions it.`,
          related: [],
        };
      }
    }
  },
};
