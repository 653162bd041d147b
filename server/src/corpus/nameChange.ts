import { formsOf, type Named } from './named.js';
import { NameProbe } from './nameProbe.js';

/**
 * What becomes of some of the names that texts are searched for, by id: those that are new, gone or
 * others. Tell it to `NameMatcher.update`, and search again the texts that it may affect.
 */
export class NameChange {
  /** Names of ids that are there no more, or are written in another way now. */
  readonly removed: readonly Named[];
  /** Names of ids that are new, or are written in another way now. */
  readonly added: readonly Named[];
  /** Definitions that took the place of others, with the same names. */
  readonly rebound: readonly Named[];
  private readonly probe: NameProbe;

  /**
   * @param before the definitions that count no more, one for each id, and
   * @param after those that count now; what is the same in both may be left out or given in both
   */
  constructor(before: Iterable<Named>, after: Iterable<Named>) {
    const old = byId(before);
    const now = byId(after);
    const removed: Named[] = [];
    const added: Named[] = [];
    const rebound: Named[] = [];
    const forms = new Set<string>();
    for (const [id, was] of old) {
      const is = now.get(id);
      if (is !== undefined && sameForms(was, is)) {
        rebound.push(is);
      } else {
        removed.push(was);
      }
      addForms(forms, changedForms(was, is));
    }
    for (const [id, is] of now) {
      const was = old.get(id);
      if (was === undefined || !sameForms(was, is)) {
        added.push(is);
      }
      addForms(forms, changedForms(is, was));
    }
    this.removed = removed;
    this.added = added;
    this.rebound = rebound;
    this.probe = new NameProbe([...forms]);
  }

  /** True when no text can be affected: all that is new is where the definitions stand. */
  get isHarmless(): boolean {
    return this.probe.isEmpty;
  }

  /**
   * Whether another thing may be found in a text than before: other places, other ids, or others
   * of them at the article's date. False is certain. Where it is false the mentions found before
   * still hold the definitions of then; their ids are right.
   */
  mayAffect(text: string): boolean {
    return this.probe.holds(text);
  }

  /** The same for what readers see of a source, without reading it. */
  mayAffectBehindMarks(source: string): boolean {
    return this.probe.mayHoldBehindMarks(source);
  }
}

function byId(names: Iterable<Named>): ReadonlyMap<string, Named> {
  return new Map(Array.from(names, (named) => [named.definition.id.value, named]));
}

function sameForms(a: Named, b: Named): boolean {
  const [x, y] = [formsOf(a), formsOf(b)];
  return x.length === y.length && x.every((form, n) => form === y[n]);
}

/** The names of one definition that the other has not got; all, where what decides between names changed. */
function changedForms(one: Named, other: Named | undefined): readonly string[] {
  const forms = formsOf(one);
  if (other === undefined || !decidesAlike(one, other)) {
    return forms;
  }
  const others = new Set(formsOf(other));
  return forms.filter((form) => !others.has(form));
}

/** Mentions tell an organisation from a person, and two of one name by their dates. */
function decidesAlike({ definition: a }: Named, { definition: b }: Named): boolean {
  return (
    a.kind === b.kind &&
    ['founded', 'dissolved'].every(
      (field) => a.fields.get(field)?.value === b.fields.get(field)?.value,
    )
  );
}

function addForms(to: Set<string>, forms: readonly string[]): void {
  for (const form of forms) {
    to.add(form);
  }
}
