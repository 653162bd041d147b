import { readDate } from '../values/date.js';
import type { Located } from '../text/span.js';
import type { SidecarEntry } from '../corpus/corpus.js';
import type { SidecarRule } from './rule.js';

/** Keys of definitions and roles that hold a date. */
const dateKeys = ['founded', 'dissolved', 'published', 'date'] as const;

/** A date that cannot be read, or that means something else than the article says. */
export const invalidDate: SidecarRule = {
  kind: 'sidecar',
  code: 'invalid-date',
  level: 'error',
  summary: 'A date that cannot be read.',
  *check(sidecar) {
    const { uri, facts, info } = sidecar;
    for (const { problems } of facts) {
      for (const { kind, message, span } of problems) {
        if (kind === 'date') {
          yield { uri, span, message, related: [] };
        }
      }
    }
    if (info.publishedProblem !== null) {
      yield { ...info.publishedProblem, related: [] };
    }
    for (const date of datesOfDefinitions(sidecar)) {
      const reading = readDate(date.value);
      if (reading.kind === 'problem') {
        yield { uri, span: date.span, message: reading.message, related: [] };
      }
    }
  },
};

function datesOfDefinitions({ content }: SidecarEntry): readonly Located<string>[] {
  return content.definitions.flatMap((definition) => [
    ...dateKeys.flatMap((key) => definition.fields.get(key) ?? []),
    ...(definition.kind === 'person'
      ? definition.roles.flatMap(({ from, until, asOf }) =>
          [from ?? [], until ?? [], asOf ?? []].flat(),
        )
      : []),
  ]);
}
