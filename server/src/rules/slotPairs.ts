import type { BoundFact, ModalityGroup } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import { ancestorsOf } from '../corpus/lineage.js';
import { compareTimes, describeTime } from '../values/factTime.js';
import { isSameNumber } from '../values/numberOrder.js';
import { compareValues, type Value, type ValueRelation } from '../values/value.js';
import { isLinked, judgePair, stableForDays, type Judgement } from './judgePair.js';
import { ChangesInTime } from './changesInTime.js';

/** How many pairs are looked at before other work gets a turn. */
const PAIRS_AT_ONCE = 1000;

/** Facts are compared in squares of so many by so many, which stay near at hand. */
const SQUARE = 64;

/**
 * Hands over everything that is to be said of the pairs in one slot, one judgement at a time, so
 * that the number of pairs costs time but no memory. `distance` is how far apart the two stand in
 * the order of places.
 *
 * Facts that say the same are not compared, so that a thousand articles that agree cost little more
 * than one. Pairs that a link ties together are left out: they belong to the file that states the
 * link. Of changes over time only those from one time to the next are told, not each with each.
 */
export function* judgeSlot(
  corpus: Corpus,
  slot: string,
  tell: (judgement: Judgement, distance: number) => void,
): Generator<undefined> {
  const facts = corpus.factsInSlotForNow(slot);
  const { classes, classOf } = groupAlike(facts);
  if (classes.length < 2) {
    return;
  }
  const relations = relateClasses(classes);
  const echoes = findEchoes(corpus, classes);
  const changes = new ChangesInTime(facts);
  let since = 0;
  for (const [first, second] of pairsInSquares(facts.length)) {
    if (++since > PAIRS_AT_ONCE) {
      since = 0;
      yield;
    }
    const relation = relations[(classOf[first] ?? 0) * classes.length + (classOf[second] ?? 0)];
    const [here, there] = [facts[first], facts[second]];
    if (
      relation === NOTHING ||
      here === undefined ||
      there === undefined ||
      (here.uri !== there.uri && (echoes.has(here) || echoes.has(there))) ||
      (relation === DISJOINT && changes.skip(first, second) && isChange(here, there)) ||
      isLinked(here, there, corpus)
    ) {
      continue;
    }
    const judgement = judgePair(here, there, corpus);
    if (judgement !== null) {
      tell(judgement, second - first);
    }
  }
}

/** All pairs of positions, the smaller first: those of one square together, near pairs before far ones. */
function* pairsInSquares(count: number): Generator<readonly [number, number]> {
  for (let apart = 0; apart < count; apart += SQUARE) {
    for (let top = 0; top + apart < count; top += SQUARE) {
      const left = top + apart;
      for (let first = top; first < Math.min(top + SQUARE, count); first++) {
        for (
          let second = Math.max(first + 1, left);
          second < Math.min(left + SQUARE, count);
          second++
        ) {
          yield [first, second];
        }
      }
    }
  }
}

/** Whether {@link judgePair} would find two values that differ at two times, explained or not. */
function isChange(here: BoundFact, there: BoundFact): boolean {
  return (
    here.group === there.group &&
    compareTimes(here.time, there.time, stableForDays(here)).relation === 'apart'
  );
}

interface Classes {
  readonly classes: readonly (readonly BoundFact[])[];
  /** For each fact, which class it is in. */
  readonly classOf: Uint32Array;
}

/** Facts of one value, group and polarity: none of them can contradict another. */
function groupAlike(facts: readonly BoundFact[]): Classes {
  const classes: BoundFact[][] = [];
  const indexOf = new Map<string, number>();
  const classOf = new Uint32Array(facts.length);
  for (let position = 0; position < facts.length; position++) {
    const bound = facts[position];
    if (bound === undefined) {
      continue;
    }
    const key = `${bound.group} ${String(bound.negative)} ${valueKey(bound.value)}`;
    const index = indexOf.get(key) ?? classes.length;
    indexOf.set(key, index);
    (classes[index] ??= []).push(bound);
    classOf[position] = index;
  }
  return { classes, classOf };
}

function valueKey(value: Value | null): string {
  if (value?.kind === 'quantity') {
    const { min, max, minOpen, maxOpen, approximate, unit } = value.quantity;
    if (
      min !== null &&
      max !== null &&
      isSameNumber(min, max) &&
      !minOpen &&
      !maxOpen &&
      !approximate
    ) {
      return `${min.toString()} ${unit ?? ''}`; // nearly all
    }
    const bounds = [min?.toString(), max?.toString(), minOpen, maxOpen, approximate, unit];
    return JSON.stringify(bounds);
  }
  if (value?.kind === 'date') {
    return `${value.date.start} ${value.date.end}`;
  }
  return JSON.stringify(value);
}

const NOTHING = 0;
const DISJOINT = 1;
const UNITS_DIFFER = 2;

/** For each two classes, in rows: whether and how their values differ. */
function relateClasses(classes: readonly (readonly BoundFact[])[]): Uint8Array {
  const relations = new Uint8Array(classes.length * classes.length);
  for (const [row, these] of classes.entries()) {
    for (let column = row + 1; column < classes.length; column++) {
      const values = valuesOf(these[0], classes[column]?.[0]);
      const relation =
        values === 'disjoint' ? DISJOINT : values === 'units-differ' ? UNITS_DIFFER : NOTHING;
      relations[row * classes.length + column] = relation;
      relations[column * classes.length + row] = relation;
    }
  }
  return relations;
}

/** Only within a group, and between plans and facts, is anything ever compared. */
function valuesOf(a: BoundFact | undefined, b: BoundFact | undefined): ValueRelation {
  return a === undefined ||
    b === undefined ||
    !areCompared(a.group, b.group) ||
    a.value === null ||
    b.value === null
    ? 'not-compared'
    : compareValues(a.value, b.value, a.negative, b.negative);
}

function areCompared(a: ModalityGroup, b: ModalityGroup): boolean {
  return a === b || (a !== 'expectation' && b !== 'expectation');
}

/** The facts of a slot that only repeat what an article they are based on says too. */
export function findEchoesInSlot(corpus: Corpus, slot: string): ReadonlySet<BoundFact> {
  return findEchoes(corpus, groupAlike(corpus.factsInSlot(slot)).classes);
}

/**
 * The facts that only repeat what an article they are based on says too. They are no witnesses of
 * their own: what contradicts them contradicts the original, and is told there.
 */
function findEchoes(
  corpus: Corpus,
  classes: readonly (readonly BoundFact[])[],
): ReadonlySet<BoundFact> {
  const echoes = new Set<BoundFact>();
  for (const alike of classes) {
    for (const bound of alike) {
      if (bound.article.basedOn.length === 0 || bound.rank === 'deprecated') {
        continue;
      }
      const ancestors = ancestorsOf(corpus, bound.article);
      const repeats = alike.some(
        (other) =>
          ancestors.has(other.article.id) &&
          other.rank !== 'deprecated' &&
          (isPresumed(bound) || sameTime(bound, other)),
      );
      if (repeats) {
        echoes.add(bound);
      }
    }
  }
  return echoes;
}

function isPresumed({ time }: BoundFact): boolean {
  return time.kind === 'unknown' || (time.kind === 'instant' && time.presumed);
}

function sameTime(a: BoundFact, b: BoundFact): boolean {
  return describeTime(a.time) === describeTime(b.time);
}
