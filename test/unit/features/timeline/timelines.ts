import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureContext } from '../../../../server/src/features/context.js';
import type { Timeline } from '../../../../server/src/features/timeline/timeline.js';
import { timelineOf } from '../../../../server/src/features/timeline/timelineOf.js';
import { worldOf, type Files } from '../../rules/world.js';

/** What features are asked with, over these files. */
export function contextOf(files: Files): FeatureContext {
  return { ...worldOf(files), encoding: 'utf-16', markdown: true, rulePage: () => undefined };
}

/** The sample articles and their sidecars. */
export function seeds(): Files {
  const folder = path.join(import.meta.dirname, '../../../../../seeds');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** The timeline of a property of `pct`; fails where there is none. */
export function timelineIn(files: Files, property = 'count'): Timeline {
  const found = timelineOf(contextOf(files), 'pct', property);
  if (found === null) throw new Error('There is no timeline.');
  return found;
}

/** A sidecar without an article: a property `c` of whole numbers, and facts with these keys. */
export function factsFile(facts: readonly string[], published?: string): Files {
  const article = published === undefined ? '' : `article: {title: A, published: ${published}}\n`;
  const lines = facts.map((fact) => `  - {subject: pct, property: c, ${fact}}\n`).join('');
  return {
    'a.md': 'Words.\n',
    'a.facts.yaml': `${article}properties:\n  c: {name: Things, type: quantity, separators: [place]}\nfacts:\n${lines}`,
  };
}
