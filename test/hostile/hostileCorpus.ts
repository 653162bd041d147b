import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bytes } from './bytes.js';
import { lengths } from './lengths.js';
import { nesting, type HostileFiles } from './nesting.js';
import { ignoreFiles, makeOddPlaces, oddNames } from './oddPlaces.js';
import { prototypes } from './prototypes.js';
import { references } from './references.js';
import { wrongTypes } from './wrongTypes.js';

/** Two files among all the others that are as they should be. */
export const sound: HostileFiles = {
  'sound.facts.yaml': `organisations:
  pct: {name: Primary care trusts, aliases: [PCT, PCTs, primary care trust]}
facts:
  - {subject: pct, property: count, value: 151, quote: 152 primary care trusts}
`,
  'sound.md': 'England has 152 primary care trusts.\n',
};

/** How hostile it is. */
export interface Hostility {
  /** Of nesting. */
  readonly depths: readonly number[];
  /** Of what is long: 1 is all of it. */
  readonly scale: number;
}

export const full: Hostility = { depths: [50, 99, 100, 101, 900, 10_000], scale: 1 };

/** For tests: everything is there, and most of it shorter. */
export const brief: Hostility = { depths: [101, 10_000], scale: 0.01 };

/** All hostile files that can be written as files, by their path in the folder. */
export function hostileFiles({ depths, scale }: Hostility): HostileFiles {
  return {
    ...sound,
    ...nesting(depths),
    ...references(),
    ...wrongTypes(),
    ...bytes(),
    ...lengths(scale),
    ...prototypes(),
    ...oddNames(),
    ...ignoreFiles(),
  };
}

/** A hostile corpus on disk. */
export interface HostileFolder {
  readonly path: string;
  /** A folder with the sound files alone: in it hostile files are opened one at a time. */
  readonly quiet: string;
  readonly files: HostileFiles;
  readonly dispose: () => void;
}

/** Writes it into a folder of its own, with what is no file. */
export function hostileFolder(hostility: Hostility): HostileFolder {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'policy-facts-hostile-')));
  const path = join(outer, 'w');
  const files = hostileFiles(hostility);
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const quiet = join(outer, 'quiet');
  mkdirSync(quiet);
  for (const [name, content] of Object.entries(sound)) {
    writeFileSync(join(quiet, name), content);
  }
  const socket = makeOddPlaces(path);
  return {
    path,
    quiet,
    files,
    dispose: () => {
      socket.close();
      rmSync(outer, { recursive: true, force: true });
    },
  };
}
