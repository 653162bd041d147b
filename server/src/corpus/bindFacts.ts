import type { Sidecar } from '../sidecars/sidecar.js';
import type { FactBinder } from './bind.js';
import type { BoundFact } from './boundFact.js';
import type { Unchanged } from './unchangedFacts.js';

/** The facts of a sidecar after an edit, and what became of those from before. */
export interface Bound {
  readonly facts: readonly BoundFact[];
  /** Those of them that were bound now, and those from before that are no more. */
  readonly came: readonly BoundFact[];
  readonly went: readonly BoundFact[];
  /** Whether any fact says something else now, is new, or is gone. */
  readonly anew: boolean;
  /** Whether any fact that says what it said has another number. */
  readonly shifted: boolean;
  /** Whether any such fact stands elsewhere. */
  readonly moved: boolean;
}

/**
 * Binds the facts of a sidecar. Those that an edit left alone stay the same objects, so that nothing
 * that depends on them has to be looked at again.
 */
export function bindFacts(
  content: Sidecar,
  old: readonly BoundFact[],
  { head, tail }: Unchanged,
  binder: FactBinder,
): Bound {
  const facts: BoundFact[] = [];
  const came: BoundFact[] = [];
  const went = old.slice(head, old.length - tail);
  const last = content.facts.length - tail;
  let [shifted, moved] = [false, false];
  for (let position = 0; position < content.facts.length; position++) {
    const fact = content.facts[position];
    if (fact === undefined) {
      continue;
    }
    const before =
      position < head
        ? position
        : position < last
          ? -1
          : position - content.facts.length + old.length;
    const same = old[before];
    if (same === undefined || same.problems.length > 0) {
      if (same !== undefined) {
        went.push(same); // the problems of a fact have places of their own
      }
      const bound = binder.bind(fact, position);
      came.push(bound);
      facts.push(bound);
      continue;
    }
    shifted ||= before !== position;
    moved = same.move(binder.file, position, (fact.value ?? fact).span) || moved;
    facts.push(same);
  }
  const anew = came.length + went.length > 0;
  return { facts, came, went, anew, shifted, moved };
}
