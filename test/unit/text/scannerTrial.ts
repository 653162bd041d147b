import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { YamlNode, YamlTree } from '../../../server/src/text/yamlNode.js';
import { scanYaml } from '../../../server/src/text/yamlScanner.js';
import { parseYaml } from '../../../server/src/text/yamlTree.js';
import { broken, cut, nastyText } from './brokenYaml.js';
import { regularYaml } from './regularYaml.js';
import type { SeededRandom } from './seededRandom.js';
import { trialTexts } from './trialTexts.js';

/* The scanner against the parser, on as many texts as one likes. */

export type Scan = typeof scanYaml;

const folder = join(import.meta.dirname, '../../../../seeds');

/** The sidecars of the sample corpus. */
export const seedSidecars: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.facts.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Stretches of sidecars, a few lines each, so that many can be tried in a second. */
export const pieces: readonly string[] = seedSidecars.flatMap((text) => {
  const [head = '', ...rest] = text.split(/\n(?= {2}(?:- )?[\w-]+:(?: |\n))/);
  const sectionKey = /^\w+:$/m.exec(text)?.[0] ?? '';
  return [head, ...rest.map((piece) => `${sectionKey}\n${piece}\n`)];
});

export interface Verdict {
  readonly accepted: boolean;
  /** What the scanner read differently from the parser. */
  readonly wrong: string | null;
}

/** An accepted text must give the parser's tree, and the parser must have nothing to say about it. */
export function tryScanner(text: string, scan: Scan = scanYaml): Verdict {
  const base = text.length % 3;
  const scanned = scan(text, base);
  return scanned === null
    ? { accepted: false, wrong: null }
    : { accepted: true, wrong: difference(scanned, parseYaml(text, base)) };
}

export function difference(scanned: YamlTree, parsed: YamlTree): string | null {
  if (parsed.problems.length > 0) {
    return `the parser objects: ${parsed.problems[0]?.message ?? ''}`;
  }
  return differenceAt('', scanned.root, parsed.root);
}

function differenceAt(path: string, a: YamlNode | null, b: YamlNode | null): string | null {
  if (a === null || b === null) {
    return a === b ? null : `${path}: one is absent`;
  }
  if (a.span.start !== b.span.start || a.span.end !== b.span.end) {
    return `${path}: ${a.span.start}-${a.span.end} is ${b.span.start}-${b.span.end}`;
  }
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    const same =
      a.text === b.text && a.raw === b.raw && a.style === b.style && a.isNull === b.isNull;
    return same ? null : `${path}: ${JSON.stringify(a)} is ${JSON.stringify(b)}`;
  }
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length) {
    return first(a.items.map((item, i) => differenceAt(`${path}/${i}`, item, b.items[i] ?? null)));
  }
  if (a.kind === 'map' && b.kind === 'map' && a.entries.length === b.entries.length) {
    return first(
      a.entries.map((entry, i) => {
        const other = b.entries[i];
        const at = `${path}/${entry.key.text}`;
        return other?.span.start === entry.span.start && other.span.end === entry.span.end
          ? (differenceAt(`${at}?`, entry.key, other.key) ??
              differenceAt(at, entry.value, other.value))
          : `${at}: another span`;
      }),
    );
  }
  return `${path}: ${a.kind} is ${b.kind}, or of another length`;
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((found) => found !== null) ?? null;
}

/** The kinds of text that are tried: those made up, and those cut out of the sample corpus. */
export const madeUpKinds = ['regular', 'broken regular', 'cut regular', 'nasty'] as const;
export const inputKinds = [...madeUpKinds, 'broken seed', 'cut seed'] as const;
export type InputKind = (typeof inputKinds)[number];

/** Texts without end, the same for the same seed; what is made up is so whatever the samples say. */
export function inputs(
  seed: number,
  kinds: readonly InputKind[] = inputKinds,
): Generator<{ kind: InputKind; text: string }, never> {
  return trialTexts(seed, kinds, inputOf);
}

function inputOf(kind: InputKind, random: SeededRandom): string {
  switch (kind) {
    case 'regular':
      return regularYaml(random);
    case 'broken regular':
      return broken(regularYaml(random), random);
    case 'broken seed':
      return broken(random.pick(pieces), random);
    case 'cut regular':
      return cut(regularYaml(random), random);
    case 'cut seed':
      return cut(random.pick(pieces), random);
    case 'nasty':
      return random.chance(0.5)
        ? nastyText(random)
        : `${random.pick(['a: ', 'a:\n  ', '- ', 'a: [', 'a:\n- b: '])}${nastyText(random)}`;
  }
}
