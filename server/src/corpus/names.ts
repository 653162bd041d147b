import type { Span } from '../text/span.js';
import type { NameChange } from './nameChange.js';
import { formsOf, type Named } from './named.js';
import { NameForms } from './nameForms.js';
import type { NumberList } from './numberTable.js';

export type { Named };

/** Where a text mentions something. More than one candidate: the name alone does not tell which. */
export interface Mention {
  /** UTF-16 offsets into the text that was searched. */
  readonly span: Span;
  /** In order of their ids. Lists are shared between mentions. */
  readonly candidates: readonly Named[];
}

/**
 * Finds names and aliases in running text: whole words, the longest name first, plural and
 * possessive forms too. A name of several words is found in any case; a single word only as
 * written, since it may be a common word otherwise ("Reform" the think tank, "reform" the verb).
 */
export class NameMatcher {
  private forms = new NameForms();
  /** By owner's number. */
  private named: (Named | undefined)[] = [];
  /** By owner's number: the list of it alone, made when it is needed. */
  private alone: (readonly Named[] | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private updates = 0;

  /** @param names one for each id; what texts do not mention by name (properties, events) is passed over */
  constructor(names: Iterable<Named>) {
    for (const named of names) {
      this.add(named);
    }
  }

  /** Another number after every {@link update}: mentions found before may be others since. */
  get version(): number {
    return this.updates;
  }

  /** What an id stands for here. */
  known(id: string): Named | undefined {
    return this.named[this.numbers.get(id) ?? -1];
  }

  /** Everything that has names, or null where that is more than so many. */
  atMost(most: number): readonly Named[] | null {
    return this.numbers.size > most ? null : this.named.filter((named) => named !== undefined);
  }

  private add(named: Named): void {
    const forms = formsOf(named);
    if (forms.length > 0) {
      const number = this.forms.add(forms);
      this.numbers.set(named.definition.id.value, number);
      this.named[number] = named;
      this.alone.push(undefined);
    }
  }

  /**
   * Takes in a change of names, in a time that depends on how many changed. What is found is then
   * the same as by a new matcher for the names there are now.
   */
  update(change: NameChange): void {
    this.updates++;
    for (const { definition } of change.removed) {
      const number = this.numbers.get(definition.id.value);
      if (number !== undefined) {
        this.numbers.delete(definition.id.value);
        this.forms.forget(number);
        this.named[number] = undefined;
        this.alone[number] = undefined;
      }
    }
    for (const named of change.rebound) {
      const number = this.numbers.get(named.definition.id.value);
      if (number !== undefined) {
        this.named[number] = named;
        this.alone[number] = undefined;
      }
    }
    for (const named of change.added) {
      this.add(named);
    }
    // What was removed leaves traces; when they are the greater part, it is time to begin anew.
    if (this.named.length > 2 * this.numbers.size + 1000) {
      const names = this.named.filter((named) => named !== undefined);
      this.forms = new NameForms();
      this.named = [];
      this.alone = [];
      for (const named of names) {
        this.add(named);
      }
    }
  }

  /** All mentions in a text, in order, none overlapping another. */
  find(text: string): readonly Mention[] {
    const mentions: Mention[] = [];
    this.forms.search(text, (start, end, owners) => {
      mentions.push({ span: { start, end }, candidates: this.candidates(owners) });
      return true;
    });
    return mentions;
  }

  private candidates(owners: NumberList): readonly Named[] {
    if (owners.length === 1) {
      const owner = owners.at(0);
      const named = this.named[owner];
      return (this.alone[owner] ??= named === undefined ? [] : [named]); // with no room for more
    }
    const numbers = Array.from({ length: owners.length }, (_, n) => owners.at(n));
    return this.namedOf(numbers).sort(byId);
  }

  private namedOf(numbers: readonly number[]): Named[] {
    return numbers.flatMap((number) => this.named[number] ?? []);
  }
}

function byId(a: Named, b: Named): number {
  const [x, y] = [a.definition.id.value, b.definition.id.value];
  return x < y ? -1 : x > y ? 1 : 0;
}
