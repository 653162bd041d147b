import type { Conditions } from './conditions.js';
import type { Interner } from './interner.js';
import { NumberList } from './numberTable.js';
import { normalText } from './slot.js';
import { Triples } from './triples.js';

/** The number of no conditions at all. */
const NONE = -1;

/** Numbers for the conditions of facts: a list is its first condition and the number of the others. */
export class ConditionTable {
  /** Of name, value and the number of what follows. */
  private readonly lists = new Triples();
  /** By number: that of what a list comes down to. */
  private readonly normalOfList = new NumberList();

  constructor(private readonly interner: Interner) {}

  /** @returns the same number for the same conditions; -1 for none */
  numberOf(conditions: Conditions): number {
    let number = NONE;
    for (let at = conditions.length - 1; at >= 0; at--) {
      const [name = '', value = ''] = conditions[at] ?? [];
      number = this.withFirst(this.interner.numberOf(name), this.interner.numberOf(value), number);
    }
    return number;
  }

  private withFirst(name: number, value: number, others: number): number {
    const { lists, normalOfList, interner } = this;
    const number = lists.numberOf(name, value, others);
    if (number < normalOfList.length) {
      return number;
    }
    const text = interner.textAt(value);
    const normal = normalText(text);
    const restIsNormal = others === this.normalOf(others);
    if (normal === text && restIsNormal) {
      normalOfList.push(number);
      return number;
    }
    normalOfList.push(NONE); // it has its place before that of what it comes down to
    const simple = this.withFirst(name, interner.numberOf(normal), this.normalOf(others));
    normalOfList.set(number, simple);
    return number;
  }

  /** The number of what conditions come down to: the same for all that set facts apart in the same way. */
  normalOf(number: number): number {
    return number === NONE ? NONE : this.normalOfList.at(number);
  }

  at(number: number): Conditions {
    const conditions: Conditions[number][] = [];
    for (let at = number; at !== NONE; at = this.lists.third(at)) {
      conditions.push([
        this.interner.textAt(this.lists.first(at)),
        this.interner.textAt(this.lists.second(at)),
      ]);
    }
    return conditions.slice(); // with no room for more
  }

  /** The number of conditions; undefined where no fact ever had them. */
  find(conditions: Conditions): number | undefined {
    let number = NONE;
    for (let at = conditions.length - 1; at >= 0; at--) {
      const [name = '', value = ''] = conditions[at] ?? [];
      const [first, second] = [this.interner.findText(name), this.interner.findText(value)];
      number = first < 0 || second < 0 ? NONE : this.lists.find(first, second, number);
      if (number === NONE) {
        return undefined;
      }
    }
    return number;
  }
}
