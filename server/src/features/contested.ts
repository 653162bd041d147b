import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Checker } from '../rules/checker.js';
import type { Finding } from '../rules/finding.js';
import type { FeatureContext } from './context.js';

/** The rules that say of a value that another contradicts it. */
const contestingCodes: ReadonlySet<string> = new Set([
  'unit-mismatch',
  'self-conflict',
  'value-conflict',
  'undated-conflict',
  'disputed',
  'hedged-conflict',
  'possible-conflict',
  // In an article, of a figure that no fact records:
  'figure-disagrees',
]);

/** The contesting findings of the files that were asked about, by file and by where they start. */
interface Index {
  readonly revision: number;
  readonly files: Map<string, ReadonlyMap<number, readonly Finding[]>>;
}

const indexes = new WeakMap<Checker, Index>();

/** The findings that say what contradicts a fact, in any degree from a note upwards. */
export function contestsOf(context: FeatureContext, { uri, fact }: BoundFact): readonly Finding[] {
  return fact.value === undefined ? [] : contestsAt(context, uri, fact.value.span.start);
}

/** The facts that contradict one, each once: as they stand now, since a finding may be of a moment ago. */
export function contestingFacts(
  { corpus }: FeatureContext,
  contests: readonly Finding[],
): ReadonlySet<BoundFact> {
  const others = new Set<BoundFact>();
  for (const finding of contests) {
    const other = otherFact(corpus, finding);
    if (other !== undefined) {
      others.add(other);
    }
  }
  return others;
}

function otherFact(corpus: Corpus, { madeOf, there }: Finding): BoundFact | undefined {
  const other = madeOf?.pair.there;
  if (other === undefined || there === undefined) {
    return undefined;
  }
  const facts = corpus.sidecar(other.uri)?.facts;
  return facts?.[other.position] === other
    ? other
    : facts?.find(({ fact }) => fact.value?.span.start === there.span.start);
}

/** Whether another fact contradicts it, in any degree from a note upwards. */
export function isContested(context: FeatureContext, bound: BoundFact): boolean {
  return contestsOf(context, bound).length > 0;
}

/** The same of whatever starts at an offset of a file. */
export function contestsAt(
  { checker }: FeatureContext,
  uri: string,
  start: number,
): readonly Finding[] {
  return contestsIn(checker, uri).get(start) ?? [];
}

/** Sorting the findings of a file once serves all facts of it, until anything changes. */
function contestsIn(checker: Checker, uri: string): ReadonlyMap<number, readonly Finding[]> {
  let index = indexes.get(checker);
  if (index?.revision !== checker.revision) {
    index = { revision: checker.revision, files: new Map() };
    indexes.set(checker, index);
  }
  const known = index.files.get(uri);
  if (known !== undefined) {
    return known;
  }
  const byStart = new Map<number, Finding[]>();
  for (const finding of checker.knownFindingsIn(uri, contestingCodes)) {
    if (finding.severity !== 'hint') {
      const { start } = finding.span;
      const before = byStart.get(start);
      if (before === undefined) {
        byStart.set(start, [finding]);
      } else {
        before.push(finding);
      }
    }
  }
  index.files.set(uri, byStart);
  return byStart;
}
