import { quotedWords } from '../corpus/anchor.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { findFact } from '../corpus/factReference.js';
import type { LineRange } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import { describeSource, describeStatement } from './describe.js';
import type { FindingWords } from './findingWords.js';
import { atMost, worstFirst, type Finding, type Related, type Severity } from './finding.js';
import { judgePair, type Judgement } from './judgePair.js';
import { heldPair, turned, type MadeOfPair, type Pair } from './pair.js';
import type { PairRule } from './rule.js';
import { judgeSlot } from './slotPairs.js';

/** So many findings of one rule are shown at one fact of a slot; the last of them counts the others. */
const SHOWN = 20;

/**
 * The findings about all pairs of one slot, at both ends of each. Where a fact contradicts many
 * others, only some are shown: the most severe, and of these the nearest in the order of places.
 */
export function* findInSlot(
  corpus: Corpus,
  slot: string,
  rules: ReadonlyMap<string, PairRule>,
): Generator<undefined, readonly Finding[]> {
  const ends = new Map<BoundFact, Map<PairRule, PairsAtEnd>>();
  yield* judgeSlot(corpus, slot, ({ code, pair }, distance) => {
    const rule = rules.get(code);
    if (rule !== undefined) {
      // Of two at one distance the earlier one is the nearer.
      const here = pairsAt(pair.here, rule);
      if (here.counts(2 * distance + 1)) {
        here.keep(pair, severityAt(rule, pair, corpus), 2 * distance + 1);
      }
      const there = pairsAt(pair.there, rule);
      if (there.counts(2 * distance)) {
        const back = turned(pair);
        there.keep(back, severityAt(rule, back, corpus), 2 * distance);
      }
    }
  });
  return [...ends.values()].flatMap((byRule) =>
    [...byRule].flatMap(([rule, pairs]) => findingsOf(rule, pairs, corpus)),
  );

  function pairsAt(end: BoundFact, rule: PairRule): PairsAtEnd {
    const byRule = ends.get(end) ?? new Map<PairRule, PairsAtEnd>();
    const pairs = byRule.get(rule) ?? new PairsAtEnd(rule.level);
    ends.set(end, byRule.set(rule, pairs));
    return pairs;
  }
}

/** What one rule has to say at one fact: how many pairs there are, and the nearest of each severity. */
class PairsAtEnd {
  private readonly kept = new Map<Severity, { readonly pair: Pair; readonly distance: number }[]>();
  count = 0;

  constructor(private readonly worst: Severity) {}

  /** Counts one more pair. @returns whether it may be among those that are shown */
  counts(distance: number): boolean {
    this.count++;
    const furthest = this.kept.get(this.worst)?.[SHOWN - 1];
    return furthest === undefined || distance < furthest.distance;
  }

  keep(pair: Pair, severity: Severity, distance: number): void {
    const alike = this.kept.get(severity) ?? [];
    this.kept.set(severity, alike);
    let at = alike.length;
    while (at > 0 && distance < (alike[at - 1]?.distance ?? 0)) {
      at--;
    }
    if (at < SHOWN) {
      alike.splice(at, 0, { pair, distance });
      alike.splice(SHOWN);
    }
  }

  shown(): readonly Pair[] {
    return worstFirst
      .flatMap((severity) => this.kept.get(severity) ?? [])
      .slice(0, SHOWN)
      .map(({ pair }) => pair);
  }
}

function findingsOf(rule: PairRule, pairs: PairsAtEnd, corpus: Corpus): readonly Finding[] {
  const shown = pairs.shown();
  const more = pairs.count - shown.length;
  return shown.map((pair, index) =>
    atOneEnd(rule, pair, corpus, index === shown.length - 1 ? more : 0),
  );
}

/** The findings about facts that a sidecar's `denies` and `disputes` tie to others. */
export function findLinked(
  corpus: Corpus,
  uri: string,
  rules: ReadonlyMap<string, PairRule>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const here of corpus.sidecar(uri)?.facts ?? []) {
    if (!here.is('links')) {
      continue;
    }
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

/** @param more how many others like this are left out */
function atOneEnd(rule: PairRule, pair: Pair, corpus: Corpus, more = 0): Finding {
  const madeOf = { pair: heldPair(pair, corpus), more };
  return new PairFinding(rule, severityAt(rule, pair, corpus), madeOf, corpus);
}

/**
 * A finding at one end of a pair. Its places and words are made when they are asked for: an edit that
 * only moves the facts needs no new finding, and most findings of a large corpus are never shown.
 */
export class PairFinding implements Finding {
  /** @param kept how it was told before, as long as that is how it is told */
  constructor(
    private readonly rule: PairRule,
    readonly severity: Severity,
    readonly madeOf: MadeOfPair,
    private readonly corpus: Corpus,
    private readonly kept: (() => FindingWords | undefined) | null = null,
  ) {}

  /** The same with another severity. */
  at(severity: Severity): PairFinding {
    return new PairFinding(this.rule, severity, this.madeOf, this.corpus, this.kept);
  }

  get pair(): true {
    return true;
  }

  get code(): string {
    return this.rule.code;
  }

  get uri(): string {
    return this.madeOf.pair.here.uri;
  }

  get span(): Span {
    return this.madeOf.pair.here.span;
  }

  get message(): string {
    const known = this.kept?.();
    if (known !== undefined) {
      return known.message;
    }
    const { pair, more } = this.madeOf;
    const draft = isOnlyTheDrafts(pair) ? ` \`${pair.there.article.id}\` is a draft.` : '';
    const others = more === 0 ? '' : ` (and ${more} more like this)`;
    return this.rule.message(pair, this.corpus) + draft + others;
  }

  get related(): readonly Related[] {
    return this.kept?.()?.related ?? otherSide(this.madeOf.pair.there, this.corpus);
  }

  get pointsTo(): readonly Omit<Related, 'message'>[] {
    const { there } = this.madeOf.pair;
    return this.kept?.()?.related ?? [there, ...quotedWords(this.corpus, there)];
  }

  get range(): LineRange | undefined {
    return this.kept?.()?.range;
  }

  get there(): { readonly uri: string; readonly span: Span } {
    const { uri, span } = this.madeOf.pair.there;
    return { uri, span };
  }

  get involves(): readonly string[] {
    const { there } = this.madeOf.pair;
    return [there.uri, there.article.articleUri ?? there.uri];
  }
}

function severityAt(rule: PairRule, pair: Pair, corpus: Corpus): Severity {
  const { here, there } = pair;
  const isSettled =
    isJudged(here, there, rule.code, corpus) || isJudged(there, here, rule.code, corpus);
  const isPreferred = (here.rank === 'preferred') !== (there.rank === 'preferred');
  if (isSettled || isPreferred) {
    return 'hint';
  }
  return isOnlyTheDrafts(pair) ? atMost(rule.level, 'information') : rule.level;
}

/**
 * A draft is work in progress: its contradictions are for its author to settle, not for those who
 * keep the published record.
 */
function isOnlyTheDrafts({ here, there }: Pair): boolean {
  return there.article.draft && !here.article.draft;
}

/** The other fact and the words that state it. */
function otherSide(there: BoundFact, corpus: Corpus): readonly Related[] {
  const statement = `${describeStatement(there)} (${describeSource(there, corpus)})`;
  return [
    {
      uri: there.uri,
      span: there.span,
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
  return reasonsGiven(here, there, code, corpus).length > 0;
}

/** The reasons with which `acknowledged` of a fact names a finding about it and another. */
export function reasonsGiven(
  here: BoundFact,
  there: BoundFact,
  code: string,
  corpus: Corpus,
): readonly string[] {
  if (!here.is('acknowledged')) {
    return [];
  }
  return here.fact.acknowledged.flatMap((entry) => {
    const reason = entry.reason?.value.trim() ?? '';
    if (entry.code?.value !== code || reason === '') {
      return [];
    }
    if (entry.with === undefined) {
      return reason;
    }
    const lookup = findFact(corpus, here.uri, entry.with.value);
    return lookup.kind === 'found' && lookup.fact.isSame(there) ? reason : [];
  });
}
