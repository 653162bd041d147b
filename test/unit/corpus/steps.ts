import fc from 'fast-check';
import type { Finding } from '../../../server/src/rules/finding.js';
import { inOneLine } from '../rules/world.js';
import { pool } from './pool.js';
import { topicPool } from './topicPool.js';

type Pool = Readonly<Record<string, readonly string[]>>;
/** Files with several versions each. */
export const pools: readonly Pool[] = [pool, topicPool];

/** A file set or removed. */
export interface Step {
  readonly name: string;
  /** Undefined: the file is removed. */
  readonly text: string | undefined;
}

/** Few files at a time, so that what happens to one meets what happened to another. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .constantFrom(...pools)
  .chain((texts) =>
    fc
      .subarray(Object.keys(texts), { minLength: 2, maxLength: 6 })
      .map((names) => ({ texts, names })),
  )
  .chain(({ texts, names }) =>
    fc.array(
      fc.constantFrom(
        ...names.flatMap((name) =>
          [undefined, ...(texts[name] ?? [])].map((text) => ({ name, text })),
        ),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  );

export function step(name: string, text?: string): Step {
  return { name, text };
}

/** The files that are there after these steps. */
export function after(taken: readonly Step[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, text } of taken) {
    if (text === undefined) {
      files.delete(name);
    } else {
      files.set(name, text);
    }
  }
  return files;
}

/** Findings with all that they say, one in a line. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => {
    const related = finding.related.map(
      ({ uri, span, message }) => `${uri}@${span.start}-${span.end} ${message}`,
    );
    return `${inOneLine(finding)} @${finding.span.start}-${finding.span.end} ${related.join(' | ')}`;
  });
}
