import type { Corpus, SidecarEntry } from '../../corpus/corpus.js';
import { definitionKinds, sectionOf } from '../../sidecars/definition.js';
import { covers, type Span } from '../../text/span.js';
import { isMap } from '../../sidecars/fields.js';
import type { TextChange } from '../sidecarEdit.js';
import { replaceParts, scalarsByStart, yamlOf, type Part } from './idPlaces.js';
import { usesIn, type Occurrence } from './occurrences.js';
import { placeWords, refuse, type Refusal } from './refusal.js';

/** Changes to texts, by file. */
export type FileChanges = Map<string, TextChange[]>;

/** Puts another id in the place of all these, or says why that cannot be. */
export function changesFor(
  corpus: Corpus,
  occurrences: readonly Occurrence[],
  newId: string,
): FileChanges | Refusal {
  const changes: FileChanges = new Map();
  for (const [uri, inFile] of grouped(occurrences, (one) => one.uri)) {
    const yaml = yamlOf(corpus, uri);
    const scalars = yaml === undefined ? new Map<never, never>() : scalarsByStart(yaml);
    const made: TextChange[] = [];
    for (const [start, alike] of grouped(inFile, writtenAt)) {
      const placed = scalars.get(start);
      if (yaml === undefined || placed === undefined || meansMore(corpus, uri, start, alike)) {
        const span = { start, end: start };
        return refuse(
          `What is written ${placeWords(corpus, uri, span)} means something else too, through a YAML alias (\`*name\`). Write it out instead of the alias, then rename.`,
        );
      }
      made.push(...replaceParts(placed, yaml.text, partsOf(alike), newId));
    }
    changes.set(uri, made);
  }
  return changes;
}

/** Whether a scalar that aliases repeat is read as anything but these. */
function meansMore(
  corpus: Corpus,
  uri: string,
  start: number,
  alike: readonly Occurrence[],
): boolean {
  const alias = alike.find(({ origin }) => origin !== undefined);
  if (alias?.origin === undefined) {
    return false;
  }
  const entry = corpus.sidecar(uri);
  const isItself = alike.some(({ origin }) => origin === undefined);
  if (!isItself && (entry === undefined || saysSomething(entry, alias.origin))) {
    return true;
  }
  const ours = new Set(alike.map(({ span }) => span.start));
  return usesIn(entry === undefined ? [] : [entry]).some(
    ({ use }) => writtenAt(use) === start && !ours.has(use.span.start),
  );
}

const sections: ReadonlySet<string> = new Set([
  'article',
  'facts',
  ...definitionKinds.map((kind) => sectionOf[kind]),
]);

/** Whether a place is in a section that is read, not under a key that only holds anchors. */
function saysSomething({ content: { root } }: SidecarEntry, span: Span): boolean {
  return (
    isMap(root) &&
    root.entries.some(
      ({ key, value }) => sections.has(key.text) && value !== null && covers(value.span, span),
    )
  );
}

function writtenAt({ span, origin }: Pick<Occurrence, 'span' | 'origin'>): number {
  return (origin ?? span).start;
}

/** The parts of one scalar, in order, none twice. */
function partsOf(alike: readonly Occurrence[]): readonly Part[] {
  const byStart = new Map(alike.map(({ part }) => [part.start, part]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function grouped<K, T>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [thing]);
    } else {
      group.push(thing);
    }
  }
  return groups;
}
