import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { compareTimes } from '../values/factTime.js';
import { compareValues } from '../values/value.js';
import type { Finding } from './finding.js';
import { isLinked, judgePair, stableForDays } from './judgePair.js';
import { findInSlot, findLinked } from './pairFindings.js';
import type { PairRule } from './rule.js';
import { rules } from './table.js';

const pairRules: ReadonlyMap<string, PairRule> = new Map(
  rules.filter((rule) => rule.kind === 'pair').map((rule) => [rule.code, rule]),
);

/** Which rule speaks of two facts and what it says, or why none does. */
export function explainVerdict(a: BoundFact, b: BoundFact, corpus: Corpus): string {
  const linked = isLinked(a, b, corpus);
  if (!linked && (a.slot === null || a.slot !== b.slot)) {
    return 'nothing; only facts of one slot are compared.';
  }
  const judgement = judgePair(a, b, corpus);
  if (judgement === null) {
    return `nothing; ${whyNothing(a, b)}`;
  }
  const findings = linked
    ? [a.uri, b.uri].flatMap((uri) => findLinked(corpus, uri, pairRules))
    : inOneGo(findInSlot(corpus, a.slot ?? '', pairRules));
  const finding = findings.find((one) => isAt(one, a) && one.related[0] && isAt(one.related[0], b));
  return finding === undefined
    ? `${judgement.code}, but it is not reported: a fact between the two times, or the article that one of them repeats, tells it already.`
    : `${finding.code} (${finding.severity}). ${finding.message}`;
}

/** The findings of a check that could be made in steps. */
function inOneGo(check: Iterator<undefined, readonly Finding[]>): readonly Finding[] {
  for (;;) {
    const { done, value } = check.next();
    if (done === true) {
      return value;
    }
  }
}

function isAt(place: Pick<Finding, 'uri' | 'span'>, { uri, fact }: BoundFact): boolean {
  return place.uri === uri && place.span.start === (fact.value?.span ?? fact.span).start;
}

function whyNothing(a: BoundFact, b: BoundFact): string {
  if (a.rank === 'deprecated' || b.rank === 'deprecated') {
    return 'a deprecated fact is not compared.';
  }
  const relation =
    a.value === null || b.value === null
      ? 'not-compared'
      : compareValues(a.value, b.value, a.negative, b.negative);
  if (relation === 'compatible' || relation === 'not-compared') {
    return relation === 'compatible' ? 'the values agree.' : 'such values are not compared.';
  }
  if (a.group !== b.group) {
    return 'they are of different groups, and no plan for that time is missed.';
  }
  return compareTimes(a.time, b.time, stableForDays(a)).relation === 'apart'
    ? 'the value changed between the two times, and that is explained.'
    : 'expectations of different speakers may differ.';
}
