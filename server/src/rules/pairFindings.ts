import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import { describeSource, describeStatement } from './describe.js';
import { atMost, type Finding, type Related } from './finding.js';
import { judgePair, type Judgement } from './judgePair.js';
import { turned, type Pair } from './pair.js';
import type { PairRule } from './rule.js';
import { judgeSlot } from './slotPairs.js';

/** The findings about all pairs of one slot, at both ends of each. */
export function findInSlot(
  corpus: Corpus,
  slot: string,
  rules: ReadonlyMap<string, PairRule>,
): readonly Finding[] {
  return judgeSlot(corpus, slot).flatMap((judgement) => atBothEnds(judgement, corpus, rules));
}

/** The findings about facts that a sidecar's `denies` and `disputes` tie to others. */
export function findLinked(
  corpus: Corpus,
  uri: string,
  rules: ReadonlyMap<string, PairRule>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const here of corpus.sidecar(uri)?.facts ?? []) {
    const told = new Set<BoundFact>();
    for (const { value } of [...here.fact.denies, ...here.fact.disputes]) {
      const lookup = findFact(corpus, uri, value);
      if (lookup.kind !== 'found' || lookup.fact === here || told.has(lookup.fact)) {
        continue;
      }
      told.add(lookup.fact);
      const judgement = judgePair(here, lookup.fact, corpus);
      if (judgement !== null) {
        findings.push(...atBothEnds(judgement, corpus, rules));
      }
    }
  }
  return findings;
}

function atBothEnds(
  { code, pair }: Judgement,
  corpus: Corpus,
  rules: ReadonlyMap<string, PairRule>,
): readonly Finding[] {
  const rule = rules.get(code);
  return rule === undefined
    ? []
    : [atOneEnd(rule, pair, corpus), atOneEnd(rule, turned(pair), corpus)];
}

function atOneEnd(rule: PairRule, pair: Pair, corpus: Corpus): Finding {
  const { here, there } = pair;
  const isSettled =
    isJudged(here, there, rule.code, corpus) || isJudged(there, here, rule.code, corpus);
  const isPreferred = (here.fact.rank === 'preferred') !== (there.fact.rank === 'preferred');
  // A draft is work in progress: its contradictions are for its author to settle, not for those
  // who keep the published record.
  const onlyTheDraftsConcern = there.article.draft && !here.article.draft;
  const severity =
    isSettled || isPreferred
      ? 'hint'
      : onlyTheDraftsConcern
        ? atMost(rule.level, 'information')
        : rule.level;
  const draft = onlyTheDraftsConcern ? ` \`${there.article.id}\` is a draft.` : '';
  return {
    code: rule.code,
    severity,
    uri: here.uri,
    span: here.fact.value?.span ?? here.fact.span,
    message: rule.message(pair, corpus) + draft,
    related: otherSide(there, corpus),
  };
}

/** The other fact and the words that state it. */
function otherSide(there: BoundFact, corpus: Corpus): readonly Related[] {
  const statement = `${describeStatement(there)} (${describeSource(there, corpus)})`;
  return [
    {
      uri: there.uri,
      span: there.fact.value?.span ?? there.fact.span,
      message: `The other fact: ${statement}`,
    },
    ...quotedWords(corpus, there).map((words) => ({
      ...words,
      message: 'The words that state it.',
    })),
  ];
}

/** True when `acknowledged` names this finding, with a reason. */
function isJudged(here: BoundFact, there: BoundFact, code: string, corpus: Corpus): boolean {
  return here.fact.acknowledged.some((entry) => {
    if (entry.code?.value !== code || (entry.reason?.value.trim() ?? '') === '') {
      return false;
    }
    if (entry.with === undefined) {
      return true;
    }
    const lookup = findFact(corpus, here.uri, entry.with.value);
    return lookup.kind === 'found' && lookup.fact === there;
  });
}
