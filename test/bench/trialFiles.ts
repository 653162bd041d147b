import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articleFiles } from './corpus/articleFiles.js';
import { visitsTo, type Statement } from './corpus/statement.js';
import { makeWorld } from './corpus/world.js';

/** A fact of the two trial articles, which agree until somebody types. */
export interface TrialFact {
  readonly subject: string;
  /** As sidecar and article have it; no other figure is so high. */
  readonly figure: string;
  /** What a key makes of it: then the two articles disagree. */
  readonly other: string;
  /** The subject's name as the article has it. */
  readonly name: string;
}

/** Two articles with sidecars for trials: one to be typed in, the other says the same. */
export interface TrialFiles {
  readonly article: string;
  readonly sidecar: string;
  readonly otherArticle: string;
  readonly otherSidecar: string;
  /** Where bodies of which nearly all articles speak are defined. */
  readonly register: string;
  /** About a body of which few articles speak, and about one of which nearly all do. */
  readonly tail: TrialFact;
  readonly hub: TrialFact;
}

/** Sizes in bytes of what is typed in, by how they are called. */
export const trialSizes = { '20 kB': 20_000, '1 MB': 1_000_000 } as const;
export type TrialSize = keyof typeof trialSizes;

/** What a fact takes in a sidecar, in bytes. */
const BYTES_PER_FACT = 208;

/** Adds trial files of a size to a corpus that was written with the same options. */
export function writeTrialFiles(
  folder: string,
  { articles, seed }: { readonly articles: number; readonly seed: number },
  size: TrialSize,
): TrialFiles {
  const world = makeWorld(articles, seed);
  const body = world.bodies[0]!;
  const hub = world.hubs[3]!;
  const activity = `trial counts of ${size}`;
  const tail = { subject: body.id, name: body.name, figure: '741,417', other: '741,418' };
  const large = { subject: hub.id, name: hub.name, figure: '852,528', other: '852,529' };
  const statements: readonly Statement[] = [
    dated(visitsTo(body, activity, tail.figure, tail.name)),
    dated(visitsTo(hub, activity, large.figure, large.name)),
  ];
  const bytes = trialSizes[size];
  const name = size.replace(' ', '-').toLowerCase();
  const facts = Math.round(bytes / BYTES_PER_FACT);
  const open = { facts, articleBytes: bytes, statements, stem: `articles/trial-${name}` };
  const other = { statements, stem: `articles/trial-${name}-other` };
  const write = (path: string, text: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const typed = articleFiles(world, 0, open);
  const agreeing = articleFiles(world, 2, other);
  return {
    article: write(typed.stem + typed.ending, typed.text),
    sidecar: write(`${typed.stem}.facts.yaml`, typed.sidecar),
    otherArticle: write(agreeing.stem + agreeing.ending, agreeing.text),
    otherSidecar: write(`${agreeing.stem}.facts.yaml`, agreeing.sidecar),
    register: join(folder, 'registers/common.facts.yaml'),
    tail,
    hub: large,
  };
}

/** At one time: nothing else is in doubt. */
function dated(statement: Statement): Statement {
  return { ...statement, keys: [...statement.keys, ['asOf', '2002-03']] };
}
