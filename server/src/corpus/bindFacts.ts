import type { Sidecar } from '../sidecars/sidecar.js';
import type { FactBinder } from './bind.js';
import type { BoundFact } from './boundFact.js';
import type { Unchanged } from './unchangedFacts.js';

/** The facts of a sidecar after an edit, and what became of those from before. */
export interface Bound {
  readonly facts: readonly BoundFact[];
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
  const last = content.facts.length - tail;
  let [anew, shifted, moved] = [content.facts.length !== old.length, false, false];
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
      anew = true; // the problems of a fact have places of their own
      facts.push(binder.bind(fact, position));
      continue;
    }
    shifted ||= before !== position;
    moved = same.move(binder.file, position, (fact.value ?? fact).span) || moved;
    facts.push(same);
  }
  return { facts, anew, shifted, moved };
}
