import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { factsFor, findFact } from '../corpus/factReference.js';
import { isCopyOf } from '../corpus/lineage.js';
import { nearest } from '../text/didYouMean.js';
import { compareTimes, describeTime } from '../values/factTime.js';
import { compareValues, describeValue } from '../values/value.js';
import { describeSlot, describeSource, describeSpeakers, describeStatement } from './describe.js';
import { isExplained } from './explainedChange.js';
import { explainVerdict } from './explainVerdict.js';
import { speakAsOne, stableForDays } from './judgePair.js';

export type PairExplanation =
  | { readonly kind: 'explained'; readonly text: string }
  /** One of the references leads to no fact. */
  | { readonly kind: 'unknown'; readonly message: string };

/** Explains what two facts, each written `ARTICLE#FACT`, are to each other. */
export function explainReferences(corpus: Corpus, a: string, b: string): PairExplanation {
  const first = lookUp(corpus, a);
  const second = lookUp(corpus, b);
  if (typeof first === 'string') {
    return { kind: 'unknown', message: first };
  }
  if (typeof second === 'string') {
    return { kind: 'unknown', message: second };
  }
  return { kind: 'explained', text: explainPair(corpus, first, second) };
}

function lookUp(corpus: Corpus, reference: string): BoundFact | string {
  if (!/^[^#]+#[^#]+$/.test(reference)) {
    return `“${reference}” is no fact reference; write ARTICLE#FACT.`;
  }
  const lookup = findFact(corpus, '', reference);
  const hint = (word: string, known: readonly string[]): string => {
    const meant = nearest(word, known);
    return meant === undefined ? '' : ` Did you mean ${meant}?`;
  };
  switch (lookup.kind) {
    case 'found':
      return lookup.fact;
    case 'no-article':
      return `There is no article ${lookup.article}.${hint(lookup.article, corpus.knownArticleIds())}`;
    case 'several':
      return `Several articles have the id ${lookup.article}.`;
    case 'no-fact':
      return `No fact of that article has the id ${lookup.fact}.${hint(lookup.fact, lookup.known)}`;
  }
}

/** Every step of the comparison of two facts, one a line, and what comes of it. Ends in a line break. */
export function explainPair(corpus: Corpus, a: BoundFact, b: BoundFact): string {
  if (a === b) {
    return `${a.reference} is one fact; there is nothing to compare it with.\n`;
  }
  const lines = [
    `A: ${a.reference}: ${inWords(a, corpus)}`,
    `B: ${b.reference}: ${inWords(b, corpus)}`,
    '',
    `Slot: ${explainSlot(a, b, corpus)}`,
    `Groups: ${explainGroups(a, b)}`,
    `Values: ${explainValues(a, b)}`,
    `Times: ${explainTimes(a, b)}`,
    `Voices: ${explainVoices(a, b, corpus)}`,
    `Links: ${explainLinks(a, b, corpus)}`,
    `Events: ${explainEvents(a, b, corpus)}`,
    `Rank: ${a.rank} and ${b.rank}`,
    '',
    `Verdict: ${explainVerdict(a, b, corpus)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function inWords(bound: BoundFact, corpus: Corpus): string {
  const statement = `${describeSlot(bound, corpus)}: ${describeStatement(bound)}`;
  return `${statement} (${describeSource(bound, corpus)})`;
}

function explainSlot(a: BoundFact, b: BoundFact, corpus: Corpus): string {
  if (a.slot === null || b.slot === null) {
    const which =
      a.slot === null ? (b.slot === null ? 'neither has one' : 'A has none') : 'B has none';
    return `${which}: what is free text, vague, unreadable or of a property with many values is not compared.`;
  }
  if (a.slot === b.slot) {
    return `the same (${describeSlot(a, corpus)}).`;
  }
  const differences = new Set<string>();
  const compare = (name: string, one: string | undefined, other: string | undefined): void => {
    if (one?.trim().toLowerCase() !== other?.trim().toLowerCase()) {
      differences.add(`${name} (${one ?? 'none'} and ${other ?? 'none'})`);
    }
  };
  compare('subject', a.subject, b.subject);
  compare('property', a.propertyId, b.propertyId);
  const [ofA, ofB] = [a, b].map(({ conditions }) => new Map(conditions));
  for (const key of [...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])]) {
    compare(key, ofA?.get(key), ofB?.get(key));
  }
  return `not the same; they differ in ${[...differences].join(', ')}.`;
}

function explainGroups(a: BoundFact, b: BoundFact): string {
  const words = (bound: BoundFact): string => `${bound.group} (${bound.modality})`;
  return a.group === b.group
    ? `both are of the group ${words(a)}${a.modality === b.modality ? '' : ` and (${b.modality})`}.`
    : `A is of the group ${words(a)}, B of ${words(b)}; across groups only plan-not-met speaks.`;
}

function explainValues(a: BoundFact, b: BoundFact): string {
  const read = ({ value, valueText }: BoundFact): string =>
    value === null
      ? `“${valueText}” cannot be read`
      : `${valueText} is read as ${describeValue(value)}`;
  const relation =
    a.value === null || b.value === null
      ? 'not-compared'
      : compareValues(a.value, b.value, a.negative, b.negative);
  const words = {
    compatible: 'both can hold',
    disjoint: 'they cannot both hold',
    'units-differ': 'their units do not convert',
    'not-compared': 'they are not compared',
  }[relation];
  return `${read(a)}, ${read(b)}: ${words}.`;
}

function explainTimes(a: BoundFact, b: BoundFact): string {
  const words = ({ time }: BoundFact): string =>
    time.kind === 'instant' && time.presumed
      ? `presumed at publication, ${describeTime(time)}`
      : describeTime(time);
  const times = compareTimes(a.time, b.time, stableForDays(a));
  const stretched = 'stretchedDays' in times ? (times.stretchedDays ?? 0) : 0;
  const relation = {
    overlap: stretched > 0 ? `they count as overlapping, ${stretched} days apart` : 'they overlap',
    maybe: 'they may overlap or not',
    apart: 'they are apart',
    unknown: 'without a date on each side they cannot be compared',
  }[times.relation];
  return `A ${words(a)}; B ${words(b)}: ${relation}.`;
}

function explainVoices(a: BoundFact, b: BoundFact, corpus: Corpus): string {
  const words = (bound: BoundFact): string =>
    describeSpeakers(bound, corpus) ?? `${bound.article.id} itself`;
  const related = isCopyOf(corpus, a.article, b.article);
  const copy = related ? ' One article is based on the other.' : '';
  const count = speakAsOne(a, b, related) ? 'they count as one voice' : 'different voices';
  return `A ${words(a)}; B ${words(b)}: ${count}.${copy}`;
}

function explainLinks(a: BoundFact, b: BoundFact, corpus: Corpus): string {
  const links = [[a, b, 'A', 'B'] as const, [b, a, 'B', 'A'] as const].flatMap(
    ([from, to, one, other]) =>
      (['denies', 'disputes', 'supersedes', 'derivedFrom'] as const)
        .filter((key) => factsFor(corpus, from.uri, from.fact[key]).includes(to))
        .map((key) => `${one} ${key} ${other}`),
  );
  return links.length === 0 ? 'none.' : `${links.join(', ')}.`;
}

function explainEvents(a: BoundFact, b: BoundFact, corpus: Corpus): string {
  const events = corpus.register.eventsOf(a.subject).map(({ definition }) => definition.id.value);
  const times = compareTimes(a.time, b.time, stableForDays(a));
  const known =
    events.length === 0 ? 'none of this subject.' : `of this subject: ${events.join(', ')}.`;
  if (times.relation !== 'apart' || a.slot !== b.slot) {
    return known;
  }
  const explained = isExplained({ here: a, there: b, times }, corpus);
  return `${known} A change between the two times is ${explained ? '' : 'not '}explained by an event, a stated start or end, or supersedes.`;
}
