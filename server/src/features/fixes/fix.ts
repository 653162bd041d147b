import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { findFact } from '../../corpus/factReference.js';
import type { Finding } from '../../rules/finding.js';
import { judgePair } from '../../rules/judgePair.js';
import type { Pair } from '../../rules/pair.js';
import type { Sidecar } from '../../sidecars/sidecar.js';
import type { YamlMap } from '../../text/yamlTree.js';
import type { FeatureContext, Place } from '../context.js';
import { factMap, type TextChange } from '../sidecarEdit.js';

/** Something that a user may choose to do about a finding. */
export interface Fix {
  readonly title: string;
  /** The sidecar that it changes. */
  readonly uri: string;
  readonly changes: readonly TextChange[];
  /** The file is to be created; the one change is then its whole text. */
  readonly isNew?: boolean;
  /** Only one answer is possible: offered first, and part of "fix all". */
  readonly isOnlyAnswer?: boolean;
}

/** What can be done about findings of some codes. One file a provider; `table.ts` lists them. */
export interface FixProvider {
  readonly codes: readonly string[];
  readonly fixes: (finding: Finding, context: FeatureContext) => Iterable<Fix>;
}

/** The codes of findings that say two facts contradict each other, in any degree. */
export const conflictCodes = [
  'value-conflict',
  'self-conflict',
  'copy-differs',
  'undated-conflict',
  'possible-conflict',
  'hedged-conflict',
  'disputed',
] as const;

/** The fix with all its changes, or nothing where one of them cannot be made. */
export function fix(
  title: string,
  uri: string,
  changes: readonly (TextChange | null)[],
  isOnlyAnswer = false,
): readonly Fix[] {
  const made = changes.filter((change) => change !== null);
  return made.length < changes.length || made.length === 0
    ? []
    : [{ title, uri, changes: joined(made), ...(isOnlyAnswer ? { isOnlyAnswer } : {}) }];
}

/** Insertions at one place as one, in their order: protocols leave the order of several open. */
function joined(changes: readonly TextChange[]): readonly TextChange[] {
  const kept: TextChange[] = [];
  for (const change of changes) {
    const { start, end } = change.span;
    const index = kept.findIndex(({ span }) => span.start === start && span.end === end);
    const before = kept[index];
    if (before !== undefined && start === end) {
      kept[index] = { span: change.span, text: before.text + change.text };
    } else {
      kept.push(change);
    }
  }
  return kept;
}

/** The two facts of a finding about a pair, seen from the end at which it stands. */
export function pairOf({ corpus }: FeatureContext, finding: Finding): Pair | null {
  const [other] = finding.related;
  const here = factAt(corpus, finding);
  const there = other === undefined ? undefined : factAt(corpus, other);
  if (here === undefined || there === undefined) {
    return null;
  }
  const judgement = judgePair(here, there, corpus);
  return judgement?.code === finding.code ? judgement.pair : null;
}

function factAt(corpus: Corpus, { uri, span }: Place): BoundFact | undefined {
  return corpus.sidecar(uri)?.facts.find(({ fact }) => {
    const at = fact.value?.span ?? fact.span;
    return at.start === span.start && at.end === span.end;
  });
}

/** Where a fact can be edited; undefined where it is behind an alias. */
export function editable(
  { corpus }: FeatureContext,
  { uri, fact }: BoundFact,
): { readonly sidecar: Sidecar; readonly map: YamlMap } | undefined {
  const sidecar = corpus.sidecar(uri)?.content;
  const map = sidecar === undefined ? undefined : factMap(sidecar, fact);
  return sidecar === undefined || map === undefined ? undefined : { sidecar, map };
}

/** How a file refers to a fact; undefined where nothing that could be written leads to it. */
export function referenceTo(
  corpus: Corpus,
  fromUri: string,
  target: BoundFact,
): string | undefined {
  const own = target.fact.id?.value ?? String(target.fact.index + 1);
  const reference = target.uri === fromUri ? own : target.reference;
  const lookup = findFact(corpus, fromUri, reference);
  return lookup.kind === 'found' && lookup.fact === target ? reference : undefined;
}

/** A file's name for a title; "this file" where the user is in it. */
export function fileWords(uri: string, from: string): string {
  return uri === from ? 'this file' : decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
