import type { Checker } from '../../rules/checker.js';
import { worstFirst, type Finding } from '../../rules/finding.js';
import type { Pair } from '../../rules/pair.js';
import type { FeatureContext } from '../context.js';
import { keyOfFact } from './factBranch.js';

/** A finding, of two that are the ends of one pair the weightier. */
export interface FoundOnce {
  readonly finding: Finding;
  readonly pair: Pair | undefined;
  /** Its own among all of its code; the same while facts only move. */
  readonly key: string;
}

const known = new WeakMap<Checker, { readonly revision: number; readonly found: Found }>();

type Found = readonly FoundOnce[];

/** All findings by file and place, a pair once. Made anew when anything was checked since. */
export function foundOnce({ checker }: FeatureContext): Found {
  const before = known.get(checker);
  if (before?.revision === checker.revision && !checker.isBehind) {
    return before.found;
  }
  const found = withoutOtherEnds(checker.all()); // what is unchecked is checked first
  known.set(checker, { revision: checker.revision, found });
  return found;
}

function withoutOtherEnds(all: readonly Finding[]): Found {
  const byKey = new Map<string, FoundOnce>();
  const counts = new Map<string, number>();
  for (const finding of all) {
    const pair = finding.madeOf?.pair;
    const key = pair === undefined ? ordinal(finding, counts) : keyOfPair(finding, pair);
    const before = byKey.get(key);
    if (before === undefined || isWorse(finding, before.finding)) {
      byKey.set(key, { finding, pair, key });
    }
  }
  return [...byKey.values()];
}

function isWorse(a: Finding, b: Finding): boolean {
  return worstFirst.indexOf(a.severity) < worstFirst.indexOf(b.severity);
}

function keyOfPair({ code }: Finding, { here, there }: Pair): string {
  const [a, b] = [keyOfFact(here), keyOfFact(there)].sort();
  return `${code} ${a ?? ''} ${b ?? ''}`;
}

/** Its number among those of its code in its file. */
function ordinal({ code, uri }: Finding, counts: Map<string, number>): string {
  const group = `${code} ${uri}`;
  const count = (counts.get(group) ?? 0) + 1;
  counts.set(group, count);
  return `${group} ${count}`;
}
