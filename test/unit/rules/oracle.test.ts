import type { BoundFact } from '../../../server/src/corpus/boundFact.js';
import assert from 'node:assert/strict';
import { judgePair, type PairCode } from '../../../server/src/rules/judgePair.js';
import { engine, judgeAll, type Judge } from './oracle/engine.js';
import { randomCase, randomFrom, shortest, shrink } from './oracle/generate.js';
import { consult } from './oracle/oracle.js';
import { writeCase, type Case } from './oracle/statement.js';

/*
 * The engine against an oracle that tries all worlds (oracle/oracle.ts): two asserted statements of
 * one voice about one slot, in two articles or in one.
 *
 *   the oracle's answer                     what the engine must say
 *   definite, neither hedged                `value-conflict`; `self-conflict` in one article
 *   definite, one hedged                    `hedged-conflict`
 *   maybe, every statement has some date    `possible-conflict`
 *   maybe, one has no date at all           `undated-conflict`
 *   nothing                                 nothing, or `unexplained-change`
 *
 * Where the engine is coarser by contract, the oracle has the same assumption as part of what a
 * statement means; they are set out there. What is not tried here: other speakers, plans, units,
 * copies, events, dates by day, and open or unknown ends within one date.
 *
 * ORACLE_SEED and ORACLE_PAIRS change what is tried; a failure gives the seed.
 */

const seed = Number(process.env['ORACLE_SEED'] ?? 20_060_530);
const pairs = Number(process.env['ORACLE_PAIRS'] ?? 20_000);
const PORTION = 1_000;

/** What the engine must say. */
function expected(test: Case): readonly (PairCode | null)[] {
  const { answer, hedged } = consult(test);
  switch (answer) {
    case 'nothing':
      return [null, 'unexplained-change'];
    case 'maybe':
      return [hasNoDate(test) ? 'undated-conflict' : 'possible-conflict'];
    case 'definite':
      return [hedged ? 'hedged-conflict' : test.oneArticle ? 'self-conflict' : 'value-conflict'];
  }
}

function hasNoDate({ a, b, oneArticle }: Case): boolean {
  const published = [a.published, oneArticle ? a.published : b.published];
  return [a, b].some(
    ({ from, until, asOf }, index) => (from ?? until ?? asOf ?? published[index]) === undefined,
  );
}

function isWrong(test: Case, said: PairCode | null): boolean {
  return !expected(test).includes(said);
}

interface Trial {
  /** How often each thing was said. */
  readonly said: ReadonlyMap<string, number>;
  /** The smallest case in which the judge and the oracle differ, in words. */
  readonly wrong: string | null;
}

/** Tries so many cases. Stops at the first portion with a difference. */
function tryOut(judge: Judge, count: number, from: number): Trial {
  const random = randomFrom(from);
  const said = new Map<string, number>();
  for (let done = 0; done < count; done += PORTION) {
    const cases = Array.from({ length: Math.min(PORTION, count - done) }, () => randomCase(random));
    const answers = judgeAll(cases, judge);
    for (const code of answers) {
      said.set(code ?? 'nothing', (said.get(code ?? 'nothing') ?? 0) + 1);
    }
    const smallest = shortest(cases.filter((test, index) => isWrong(test, answers[index] ?? null)));
    if (smallest !== undefined) {
      const least = shrink(smallest, (test) => isWrong(test, judgeAll([test], judge)[0] ?? null));
      const [told] = judgeAll([least], judge);
      const wrong = `${writeCase(least)}: ${told ?? 'nothing'}, not ${expected(least).join(' or ')} (ORACLE_SEED=${from})`;
      return { said, wrong };
    }
  }
  return { said, wrong: null };
}

describe('the engine and the oracle', () => {
  it(`say the same of ${pairs} pairs (ORACLE_SEED=${seed})`, function () {
    this.timeout(120_000);
    const { said, wrong } = tryOut(engine, pairs, seed);
    assert.equal(wrong, null);
    const all: readonly string[] = [
      'nothing',
      'unexplained-change',
      'value-conflict',
      'self-conflict',
      'hedged-conflict',
      'undated-conflict',
      'possible-conflict',
    ];
    assert.deepEqual([...said.keys()].sort(), [...all].sort());
    for (const code of all) {
      assert.ok((said.get(code) ?? 0) >= pairs / 500, `too few of ${code}: ${said.get(code) ?? 0}`);
    }
  });
});

describe('the oracle catches an engine that', () => {
  const faults: Readonly<Record<string, Judge>> = {
    'takes `from` for `until`': (here, there, corpus) => {
      const { time } = here;
      const swapped =
        time.kind !== 'span' || !time.statedStart || !time.statedEnd
          ? time
          : { ...time, latestStart: time.earliestStart, earliestEnd: time.latestEnd };
      return judgePair(altered(here, { time: swapped }), there, corpus)?.code ?? null;
    },
    'takes open bounds for closed ones': (here, there, corpus) => {
      const { value } = here;
      if (value?.kind !== 'quantity') {
        return engine(here, there, corpus);
      }
      const quantity = { ...value.quantity, minOpen: false, maxOpen: false };
      return engine(altered(here, { value: { kind: 'quantity', quantity } }), there, corpus);
    },
    'overlooks a denial': (here, there, corpus) =>
      engine(altered(here, { negative: false }), there, corpus),
    'overlooks `stableFor`': (here, there, corpus) => {
      const { property } = here;
      const brief = property === null ? null : { ...property, stableForDays: 366 };
      return engine(altered(here, { property: brief }), there, corpus);
    },
    'takes maybe for surely': (here, there, corpus) => {
      const code = engine(here, there, corpus);
      return code === 'possible-conflict' ? 'value-conflict' : code;
    },
  };
  for (const [fault, judge] of Object.entries(faults)) {
    it(fault, function () {
      this.timeout(60_000);
      assert.notEqual(tryOut(judge, 6_000, seed).wrong, null);
    });
  }
});

/** A fact like another, but for what an engine would misread. */
function altered(bound: BoundFact, misread: Partial<BoundFact>): BoundFact {
  return Object.create(bound, Object.getOwnPropertyDescriptors(misread)) as BoundFact;
}
