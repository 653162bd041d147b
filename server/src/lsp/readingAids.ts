import type { HintKinds } from '../features/inlayHints.js';

/** Which aids to reading the editor wants to be shown. */
export interface ReadingAids {
  readonly inlayHints: HintKinds;
  readonly codeLens: boolean;
}

/** The editor's settings (`policyFacts.*`), which may be null, partial or of the wrong type: all is on then. */
export function readingAidsFromEditor(configuration: unknown): ReadingAids {
  const { inlayHints, codeLens } = fieldsOf(configuration);
  const { values, dates, names } = fieldsOf(inlayHints);
  return {
    inlayHints: {
      values: values !== false,
      dates: dates !== false,
      names: names !== false,
    },
    codeLens: codeLens !== false,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
