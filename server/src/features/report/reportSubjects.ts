import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { definitionKinds } from '../../sidecars/definition.js';
import { firstDay } from '../../rules/explainedChange.js';
import type { FeatureContext } from '../context.js';
import type { Capped, ReportLimits, SubjectFacts } from './report.js';
import { reportFact, whatOf } from './reportFact.js';
import { compareText } from '../../text/compareText.js';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly facts: BoundFact[];
}

/**
 * The facts about each subject: organisations first, then people, places and documents, by name.
 * Where there is no room for all subjects, those with the most facts are shown.
 */
export function subjectFacts(context: FeatureContext, limits: ReportLimits): Capped<SubjectFacts> {
  const { corpus } = context;
  const subjects = subjectsOf(corpus);
  let room = limits.facts;
  const shown: { readonly subject: Subject; readonly count: number }[] = [];
  const largest = [...subjects].sort((a, b) => b.facts.length - a.facts.length || inOrder(a, b));
  for (const subject of largest.slice(0, limits.subjects)) {
    const count = Math.min(subject.facts.length, limits.ofSubject, room);
    room -= count;
    if (count > 0) {
      shown.push({ subject, count });
    }
  }
  return {
    shown: shown
      .sort((a, b) => inOrder(a.subject, b.subject))
      .map(({ subject: { id, name, kind, facts }, count }) => ({
        id,
        name,
        kind,
        shown: sortedFacts(corpus, facts)
          .slice(0, count)
          .map((bound) => reportFact(context, bound)),
        total: facts.length,
      })),
    total: subjects.length,
  };
}

function subjectsOf(corpus: Corpus): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  for (const { factsForNow: facts } of corpus.sidecars()) {
    for (const bound of facts) {
      const id = bound.subject;
      const known = subjects.get(id);
      if (known !== undefined) {
        known.facts.push(bound);
        continue;
      }
      const kind = corpus.register.findEntity(id)?.definition.kind ?? '';
      subjects.set(id, { id, name: corpus.register.nameOf(id), kind, facts: [bound] });
    }
  }
  return [...subjects.values()];
}

/** What is defined in the order of the kinds, then what is not; by name, the same in every locale. */
function inOrder(a: Subject, b: Subject): number {
  return (
    orderOf(a.kind) - orderOf(b.kind) ||
    compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compareText(a.id, b.id)
  );
}

function orderOf(kind: string): number {
  const order = definitionKinds.findIndex((known) => known === kind);
  return order < 0 ? definitionKinds.length : order;
}

/** By what they state, then by time and place. */
function sortedFacts(corpus: Corpus, facts: readonly BoundFact[]): readonly BoundFact[] {
  return facts
    .map((bound) => ({ bound, what: whatOf(corpus, bound), day: dayOf(bound) }))
    .sort(
      (a, b) =>
        compareText(a.what, b.what) ||
        a.day - b.day ||
        compareText(a.bound.uri, b.bound.uri) ||
        a.bound.position - b.bound.position,
    )
    .map(({ bound }) => bound);
}

/** A day to sort by; undated facts come first. */
function dayOf({ time }: BoundFact): number {
  const day = firstDay(time);
  return Number.isFinite(day) ? day : -1e9;
}
